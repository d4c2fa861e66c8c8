import { readFileSync } from 'node:fs';
import Table from 'cli-table3';
import { type Balances, type CreatedUser, isP100Error } from '../../src/index.ts';
import { type Document, httpMethods } from '../description/document.ts';

// No colours, which would be noise in a file. No space on the left, to fit a terminal of 80 columns.
const style = { head: [], border: [], compact: true, 'padding-left': 0 };
const columns = 80;

/** Prints the title of a step and the code that does it. */
export function printCall(title: string, code: string): void {
  console.log(`${title ? `\n${title}\n${'-'.repeat(title.length)}` : ''}\n> ${code}\n`);
}

/** Prints an account and its balances, with the fees of the networks. */
export function printUser({ userId, poaRequired, balances }: CreatedUser): void {
  console.log(`User ${userId}, proof of address ${poaRequired ? 'required' : 'not required'}\n`);
  const fiat = new Table({ style, head: ['fiat', 'amount', 'IBAN', 'status'] });
  fiat.push(...balances.fiatBalances.map(({ name, amount, iban, status }) => [name, amount, iban ?? '–', status]));
  const head = ['crypto', 'amount', 'wallet', 'network', 'fee', 'min.\nwithdrawal', 'min.\ndeposit'];
  const crypto = new Table({ style, head });
  for (const { name, amount, wallet, networkConfig } of balances.cryptoBalances) {
    const networks = Object.entries(networkConfig).map(([network, { name: chain, withdrawal, deposit }]) => [
      `${network} (${chain})`,
      withdrawal.feeWithdrawal,
      withdrawal.minWithdrawal,
      deposit.minDeposit,
    ]);
    const [first = [], ...more] = networks;
    crypto.push([name, amount, wallet ?? '–', ...first], ...more.map((row) => ['', '', '', ...row]));
  }
  console.log(`${fiat}\n\n${crypto}`);
}

/** Prints balances with the IBANs and wallets that receive money. */
export function printBalances({ fiatBalances, cryptoBalances }: Balances): void {
  const table = new Table({ style, head: ['', 'amount', 'IBAN or wallet', 'status'] });
  table.push(...fiatBalances.map(({ name, amount, iban, status }) => [name, amount, iban ?? '–', status]));
  table.push(...cryptoBalances.map(({ name, amount, wallet }) => [name, amount, wallet ?? '–', '']));
  console.log(String(table));
}

/** Prints the fields of a response. */
export function printPairs(pairs: [string, unknown][]): void {
  const width = Math.max(...pairs.map(([name]) => name.length));
  for (const [name, value] of pairs) console.log(`  ${name.padEnd(width)}  ${String(value)}`);
}

/** Makes calls that fail, and prints their errors. */
export async function printErrors(calls: (() => Promise<unknown>)[]): Promise<void> {
  const table = new Table({
    style,
    head: ['error', 'code', 'retryable', 'message'],
    colWidths: [24, 6, 11, columns - 24 - 6 - 11 - 5],
    wordWrap: true,
  });
  for (const call of calls) table.push(await describeFailure(call));
  console.log(String(table));
}

/** Runs an action. If P100 refuses it, prints the error on one line. */
export async function printFailure(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!isP100Error(error)) throw error;
    console.log(`  ${error.name}: ${error.message}`);
  }
}

async function describeFailure(call: () => Promise<unknown>): Promise<string[]> {
  try {
    await call();
  } catch (error) {
    if (!isP100Error(error)) throw error;
    const { code } = error as { code?: string };
    return [error.name, code ?? '–', error.retryable ? 'yes' : 'no', error.message];
  }
  throw new Error('A call succeeded that P100 should have refused.');
}

/** Prints a row for each described operation. */
export function printMethods(title: string): void {
  const { paths } = JSON.parse(readFileSync('src/generated/openapi.json', 'utf8')) as Document;
  const operations = Object.values(paths).flatMap((item) => httpMethods.flatMap((method) => item[method] ?? []));
  const rows = operations.map(({ 'x-sdk': sdk, summary = '' }) => [`p100.${sdk?.resource}.${sdk?.method}`, summary]);
  const width = Math.max(...rows.map(([name = '']) => name.length)) + 2;
  const table = new Table({
    style,
    head: ['method', 'what it does'],
    colWidths: [width, columns - width - 3],
    wordWrap: true,
  });
  table.push(...rows);
  console.log(`\n${title}\n${'-'.repeat(title.length)}\n\n${table}`);
  console.log("For any other endpoint: p100.request('PATCH', '/v1/card/pin', { body })");
}
