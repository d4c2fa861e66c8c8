// Generated from openapi/ by `npm run generate`. Do not edit.

export type {
  AccessDeniedBody,
  Balances,
  CreatedUser,
  CreateUserRequest,
  CryptoBalance,
  CryptoCurrency,
  DepositTerms,
  DocumentType,
  ErrorBody,
  ErrorCode,
  FiatBalance,
  FiatBalanceStatus,
  FiatCurrency,
  Network,
  WithdrawalTerms,
} from './types.js';
