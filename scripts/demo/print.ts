import Table from 'cli-table3';
import { type CreatedUser, isP100Error } from '../../src/index.ts';

// Plain lines: colours would end up as noise in a file. Without space on the left, to fit a terminal of 80 columns.
const style = { head: [], border: [], compact: true, 'padding-left': 0 };

/** Prints an account and its balances as tables. */
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
  console.log(`${fiat}\n\n${crypto}\n`);
}

/** Makes calls that fail and prints how each failure arrives. */
export async function printErrors(calls: (() => Promise<unknown>)[]): Promise<void> {
  // What the other columns leave of a terminal; a file gets the width of a usual one.
  const rest = Math.max(27, (process.stdout.columns ?? 100) - 52);
  const table = new Table({
    style,
    head: ['error', 'code', 'retryable', 'message'],
    colWidths: [25, 6, 11, rest],
    wordWrap: true,
  });
  for (const call of calls) table.push(await describeFailure(call));
  console.log(`How errors arrive:\n\n${table}\n`);
}

async function describeFailure(call: () => Promise<unknown>): Promise<string[]> {
  try {
    await call();
  } catch (error) {
    if (!isP100Error(error)) throw error;
    const { code } = error as { code?: string };
    return [error.name, code ?? '–', error.retryable ? 'yes' : 'no', error.message];
  }
  throw new Error('a call that should have been refused was accepted');
}
