import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { redocly } from '../../scripts/redocly.ts';
import { createdUser, createUserPath, description, johnDoe } from '../support/description.ts';

const operation = description.paths[createUserPath].post;

describe('the description', () => {
  it('names the two environments, staging first', () => {
    expect(description.servers).toMatchObject([
      { url: 'https://partner-api-stage.p100.io', 'x-environment': 'staging' },
      { url: 'https://partner-api.p100.io', 'x-environment': 'production', 'x-source': 'docs' },
    ]);
  });

  it('says what may be repeated', () => {
    expect(operation['x-retry']).toEqual({
      policy: 'unique-key',
      key: 'externalUserId',
      transient: { P500: 'once', P501: 'repeatedly' },
    });
  });

  it("contains the statements of P100's page", () => {
    for (const statement of [
      /full KYC/,
      /fiat and crypto balances/,
      /unique/,
      /(waiting for|awaits?|until|before) activation|WAITING_FOR_ACTIVATION/,
      /poaRequired/,
    ]) {
      expect(operation.description).toMatch(statement);
    }
    expect(operation.description).toMatch(/identity verification/);
  });

  it("requires the twelve fields of P100's example and constrains none of them further", () => {
    const { required, properties } = description.components.schemas.CreateUserRequest;
    expect(required).toEqual(Object.keys(johnDoe()));
    for (const property of Object.values<object>(properties)) {
      expect(property).not.toHaveProperty('pattern');
      expect(property).not.toHaveProperty('format');
    }
  });

  it("lists both waiting statuses of P100's page", () => {
    const sets: { enum?: string[] }[] = description.components.schemas.FiatBalanceStatus.anyOf;
    expect(sets.flatMap((set) => set.enum ?? [])).toEqual([
      'WAITING_TO_BE_ACTIVATED',
      'WAITING_FOR_ACTIVATION',
      'ACTIVE',
    ]);
  });

  it('does not describe what P100 does not document', () => {
    expect(Object.keys(operation.responses)).toEqual(['201', '400', '401']);
  });
});

describe("P100's example response", () => {
  it('is complete', () => {
    const { userId, poaRequired, balances } = createdUser();
    expect({ userId, poaRequired }).toEqual({ userId: 'f63064b1-c26b-4c9e-af22-0b483262751f', poaRequired: false });
    const summary = balances.cryptoBalances.map(({ name, amount, rate, networkConfig }) => [
      name,
      amount,
      rate,
      Object.entries(networkConfig).map(([network, { name: chain, withdrawal, deposit }]) =>
        [network, chain, withdrawal.feeWithdrawal, withdrawal.minWithdrawal, deposit.minDeposit].join(' '),
      ),
    ]);
    expect(summary).toEqual([
      ['pol', '0.00000000', 0.19598695, ['polygon amoy 0.001 0.00005 0']],
      ['usdc', '0.000000', 0.863331, ['ethereum sepolia 10 1 5', 'polygon amoy 0.5 2 0']],
      ['btc', '0.00000000', 102178.03394219, ['btc test 0.0003 0.000001 0']],
      ['doge', '0.00000000', 0.1954334, ['doge test 5 0.01 0']],
      ['eth', '0.00000000', 3308.03435755, ['ethereum sepolia 0.003 0.0006 0']],
      ['ltc', '0.00000000', 93.83935247, ['ltc test 0.002 0.001 0']],
    ]);
    expect(balances.fiatBalances).toMatchObject([
      { name: 'eur', amount: '0.00', rate: 1, iban: null, status: 'WAITING_TO_BE_ACTIVATED' },
    ]);
  });
});

describe('redocly lint', () => {
  const fiat = 'components/schemas/FiatBalance.yaml';
  const crypto = 'components/schemas/CryptoBalance.yaml';
  const creation = 'paths/v1_user_balances_crypto-and-fiat.yaml';
  const cards = 'paths/v1_card_all_externalUserId.yaml';
  const order = 'paths/v1_order.yaml';
  const faults: [fault: string, file: string, from: RegExp, to: string, says: string][] = [
    ['a property without a description', fiat, / {4}description: Id of the .*\n/, '', '`id` has no description'],
    ['a property without an example', fiat, / {4}examples:\n {6}- .0\.00.\n/, '', '`amount` has no example'],
    [
      'an amount that is a number',
      crypto,
      /type: string\n {4}format: decimal/,
      'type: number',
      '`amount` must be a decimal string',
    ],
    ['a misspelt extension', crypto, /x-personal-data/, 'x-personal-date', 'Unknown extension `x-personal-date`'],
    ['a source that is not one', crypto, /x-source: docs/, 'x-source: guess', '`x-source` must be one of'],
    [
      'a response without an example',
      'components/responses/UserCreated.yaml',
      / {4}examples:[\s\S]*/,
      '',
      'one named example',
    ],
    ['a parameter without a description', cards, / {6}description: .*\n/, '', '`externalUserId` has no description'],
    ['a parameter without an example', cards, / {6}example: .*\n/, '', '`externalUserId` has no example'],
    ['an operation without a retry policy', creation, /policy: unique-key/, 'policy: always', '`x-retry.policy`'],
    ['an operation without a method name', order, / {4}method: create\n/, '', '`x-sdk: { resource, method }`'],
  ];

  // One run for all faults: a run takes seconds.
  let refusal = '';
  beforeAll(async () => {
    mkdirSync('.cache', { recursive: true });
    const folder = mkdtempSync(resolve('.cache/lint-'));

    cpSync('openapi', folder, { recursive: true });
    for (const [, name, from, to] of faults) {
      const file = join(folder, name);
      const text = readFileSync(file, 'utf8');
      expect(text).toMatch(from);
      writeFileSync(file, text.replace(from, to));
    }
    refusal = await redocly('lint', join(folder, 'openapi.yaml')).then(() => '', String);
    rmSync(folder, { recursive: true });
  });

  it('accepts the description', async () => {
    await redocly('lint', 'p100');
  });

  it.each(faults)('refuses %s', (_, __, ___, ____, says) => {
    expect(refusal).toContain(says);
  });
});
