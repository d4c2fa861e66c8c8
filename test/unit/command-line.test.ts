import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nearest } from '../../src/nearest.ts';
import {
  CommandError,
  explainListening,
  flag,
  list,
  listenOptions,
  number,
  option,
  runCommand,
  text,
} from '../../src/testing/command-line.ts';

const run = vi.fn();
let printed: string;

beforeEach(() => {
  run.mockReset();
  printed = '';
  const print = (line: string) => {
    printed += `${line}\n`;
  };
  vi.spyOn(console, 'log').mockImplementation(print);
  vi.spyOn(console, 'error').mockImplementation(print);
});

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

const command = (...args: string[]) =>
  runCommand(
    {
      name: 'npm run sample --',
      summary: 'Shows how commands behave.',
      options: {
        ...listenOptions(4010),
        'api-key': list({ placeholder: 'KEY', description: 'accept this key' }, text),
        rate: option(
          { placeholder: 'SHARE', description: 'let this share fail', default: '0' },
          number((value) => value >= 0 && value <= 1, 'a share from 0 to 1'),
        ),
        seed: option(
          { placeholder: 'NUMBER', description: 'repeat faults' },
          number(Number.isInteger, 'a whole number'),
        ),
        check: flag('write nothing'),
      },
      example: '--port 4011',
      notes: 'Exit code 2: nothing was checked.',
      run,
    },
    args,
  );

describe('a command', () => {
  it('runs with its defaults', async () => {
    await command();
    expect(run).toHaveBeenCalledWith({
      ...{ port: 4010, host: '127.0.0.1' },
      ...{ 'api-key': [], rate: 0, seed: undefined, check: false },
    });
    expect([printed, process.exitCode]).toEqual(['', undefined]);
  });

  it('reads options in either notation', async () => {
    await command(
      '--port=0',
      '--host',
      '::1',
      '--api-key',
      'a',
      '--api-key=--b',
      '--rate',
      '.5',
      '--seed=-7',
      '--check',
    );
    expect(run).toHaveBeenCalledWith({
      ...{ port: 0, host: '::1' },
      ...{ 'api-key': ['a', '--b'], rate: 0.5, seed: -7, check: true },
    });
  });

  it.each(['--help', '-h'])('explains itself with %s, whatever else is passed', async (help) => {
    await command('--bogus', help);
    expect(run).not.toHaveBeenCalled();
    expect(process.exitCode).toBeUndefined();
    expect(printed).toBe(`Shows how commands behave.

Usage: npm run sample -- [options]

  --port PORT    port to listen on, 0 for any free one; default: 4010
  --host HOST    address to listen on, 0.0.0.0 for all interfaces; default: 127.0.0.1
  --api-key KEY  accept this key; can be repeated
  --rate SHARE   let this share fail; default: 0
  --seed NUMBER  repeat faults
  --check        write nothing
  --help         show this text

Example: npm run sample -- --port 4011

Exit code 2: nothing was checked.
`);
  });

  const all = '--port, --host, --api-key, --rate, --seed, --check, --help';
  const surplus = 'pass options by name, such as `npm run sample -- --port 4011`';
  it.each([
    [['--prot', '1'], `Unknown option --prot: did you mean --port? Options: ${all}.`],
    [['-port', '1'], `Unknown option -port: did you mean --port? Options: ${all}.`],
    [['--CHECKS'], `Unknown option --CHECKS: did you mean --check? Options: ${all}.`],
    [['--something'], `Unknown option --something. Options: ${all}.`],
    [['--constructor'], `Unknown option --constructor. Options: ${all}.`],
    [['4011'], `Unexpected argument 4011: ${surplus}.`],
    [['--', '--port'], `Unexpected argument --port: ${surplus}.`],
    [['--port'], '--port needs a value: pass --port PORT.'],
    [['--port', '--check'], '--port needs a value: pass --port PORT.'],
    [['--port', 'abc'], '--port abc is not a port: pass a number from 0 (any free port) to 65535.'],
    [['--port', '65536'], '--port 65536 is not a port: pass a number from 0 (any free port) to 65535.'],
    [['--port', '0x10'], '--port 0x10 is not a port: pass a number from 0 (any free port) to 65535.'],
    [['--port='], '--port "" is not a port: pass a number from 0 (any free port) to 65535.'],
    [['--port=1', '--port=2'], '--port is given twice: pass it once.'],
    [['--api-key', ''], '--api-key "" is empty: pass a value.'],
    [['--rate', '2'], '--rate 2 is not accepted: pass a share from 0 to 1.'],
    [['--rate', ' '], '--rate " " is not accepted: pass a share from 0 to 1.'],
    [['--check=no'], '--check takes no value.'],
  ])('refuses %j with one sentence', async (args, sentence) => {
    await command(...args);
    expect(run).not.toHaveBeenCalled();
    expect(printed).toBe(`${sentence}\n`);
    expect(process.exitCode).toBe(1);
  });

  it.each([
    [new Error('It broke.'), 1],
    [new CommandError('It broke.', 2), 2],
    ['It broke.', 1],
  ])('that fails prints the message alone: %s', async (error, code) => {
    run.mockRejectedValue(error);
    await command();
    expect(printed).toBe('It broke.\n');
    expect(process.exitCode).toBe(code);
  });
});

it.each([
  [
    Object.assign(new Error('listen EADDRINUSE: 127.0.0.1:80')),
    'Port 80 is in use: pass another one, such as --port 81.',
  ],
  ['listen EADDRNOTAVAIL', '--host here is not an address of this machine: pass one, such as --host 127.0.0.1.'],
  [new Error('listen EACCES'), 'Cannot listen on here, port 80: listen EACCES'],
])('a server that cannot start says why: %s', (error, sentence) => {
  expect(explainListening(error, { port: 80, host: 'here' }).message).toBe(sentence);
});

it.each([
  ['prot', 'port'],
  ['PORT', 'port'],
  ['hots', 'host'],
  ['pasword', 'password'],
  ['x', undefined],
  ['other', undefined],
])('the name nearest to %s is %s', (wrong, expected) => {
  expect(nearest(wrong, ['host', 'port', 'password', 'check'])).toBe(expected);
});
