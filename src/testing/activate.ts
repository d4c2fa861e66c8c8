import type { Balances } from '../generated/schemas.js';
import { described, success } from './described.js';

const reader = described.find(({ reads }) => reads !== undefined);
/** What the balances of an active user look like. */
const example = (reader ? success(reader).body : { fiatBalances: [], cryptoBalances: [] }) as Balances;

/** The balances of a user after activation: active, with a made-up IBAN and made-up wallets. */
export function activate({ fiatBalances, cryptoBalances }: Balances): Balances {
  const [fiat] = example.fiatBalances;
  const iban = makeIban(fiat?.iban ?? '');
  const wallet = makeWallet();
  return {
    fiatBalances: fiatBalances.map((balance) => ({ ...balance, iban, status: fiat?.status ?? balance.status })),
    cryptoBalances: cryptoBalances.map((balance) => (hasKnownWallet(balance) ? { ...balance, wallet } : balance)),
  };
}

type CryptoBalance = Balances['cryptoBalances'][number];

/** The networks for which P100 shows a wallet address. Its form on other networks is not documented. */
const networks = new Set(example.cryptoBalances.flatMap(({ networkConfig }) => Object.keys(networkConfig)));

const hasKnownWallet = ({ networkConfig }: CryptoBalance): boolean =>
  Object.keys(networkConfig).some((network) => networks.has(network));

/** An IBAN with valid check digits, in the country of the example. No bank has the bank code 00000. */
function makeIban(pattern: string): string {
  const country = pattern.slice(0, 2);
  const account = `00000${randomDigits(pattern.length - 9)}`;
  const digits = `${account}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const check = 98n - (BigInt(digits) % 97n);
  return `${country}${String(check).padStart(2, '0')}${account}`;
}

const randomDigits = (count: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => byte % 10).join('');

const makeWallet = (): string =>
  `0x${Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
