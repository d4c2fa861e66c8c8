// Generated from openapi/ by `npm run generate`. Do not edit.

import type {
  CryptoDepositEvent,
  CryptoWithdrawalEvent,
  KycFileEvent,
  KycVerificationEvent,
  P2pTransferEvent,
  PoaStatusEvent,
  SepaTransferEvent,
  UserStatusEvent,
} from './types.js';

/**
 * The body of each event, by the name of the event.
 */
export interface WebhookEvents {
  /**
   * User status.
   *
   * P100 sends this when a user has become active. Wait for it before you use the balances of a new user: fiat balances are not usable earlier.
   *
   * P100's menu names a webhook "User Balance Generation". It is most likely this one, which the event's page describes as "user balance is created"; there is no other page about it. The FAQ shows the body inside an envelope, `{"event_type", "data"}`; the page shows it flat, and so does this description.
   */
  userStatus: UserStatusEvent;
  /**
   * KYC file added.
   *
   * P100 sends this when it has processed a KYC file that you uploaded.
   *
   * We have seen the path on only one page of P100's documentation. Ask P100 to confirm it.
   */
  kycFile: KycFileEvent;
  /**
   * KYC verification status.
   *
   * P100 sends this when the status of a user's identity verification has changed.
   *
   * The path is not documented. Ask P100 which one it uses for you.
   */
  kycVerification: KycVerificationEvent;
  /**
   * POA verification status.
   *
   * P100 sends this when the status of a user's proof of address (POA) has changed.
   *
   * The states `WAITING`, `APPROVED`, `REJECTED` and `QUESTIONED` are documented; the fields of the body are not, so the example is empty. The path comes from another page.
   */
  poaStatus: PoaStatusEvent;
  /**
   * P2P transfer.
   *
   * P100 sends this when the status of a transfer between two accounts at P100 has changed.
   *
   * We have seen the path and the body on only one page of P100's documentation. Ask P100 to confirm the path. `amount` is a number there; some other events have a string.
   */
  p2pTransfer: P2pTransferEvent;
  /**
   * SEPA transfer.
   *
   * P100 sends this when the status of a SEPA transfer has changed.
   *
   * The path is not documented. Ask P100 which one it uses for you. `amount` is a string here and a number in other events.
   */
  sepaTransfer: SepaTransferEvent;
  /**
   * Crypto deposit.
   *
   * P100 sends this when the status of a user's crypto deposit has changed.
   *
   * The path is not documented. Ask P100 which one it uses for you. `amount` is a number on the page of the event and a string in the FAQ.
   */
  cryptoDeposit: CryptoDepositEvent;
  /**
   * Crypto withdrawal.
   *
   * P100 sends this when the status of a crypto withdrawal has changed.
   *
   * We have seen the path and the body on only one page of P100's documentation, in a copy that ends in the middle of its table. It has no example: the one here combines values from other pages.
   */
  cryptoWithdrawal: CryptoWithdrawalEvent;
}

/**
 * Name of a webhook event, such as `userStatus`.
 */
export type WebhookName = keyof WebhookEvents;

/**
 * The path to which P100 sends each event. Undefined if P100 does not document it.
 */
export const webhookPaths: Readonly<Record<WebhookName, string | undefined>> = {
  userStatus: '/webhook/user/status',
  kycFile: '/webhook/kyc-files/status',
  kycVerification: undefined,
  poaStatus: '/webhook/poa-verification/status',
  p2pTransfer: '/transfer-webhook',
  sepaTransfer: undefined,
  cryptoDeposit: undefined,
  cryptoWithdrawal: '/crypto-withdrawal-webhook',
};
