import { parseArgs } from 'node:util';
import { nearest } from '../nearest.js';

/** One option of a command. Without a placeholder it is a flag. */
export interface Option<Value> {
  readonly description: string;
  readonly placeholder?: string;
  readonly default?: string;
  readonly repeatable?: boolean;
  /** Throws if a text is wrong. The message continues the option's name and value, and says what to pass instead. */
  readonly read: (texts: readonly string[]) => Value;
}

type Options = Readonly<Record<string, Option<unknown>>>;
type Values<Known extends Options> = { readonly [Name in keyof Known]: ReturnType<Known[Name]['read']> };

export interface Command<Known extends Options> {
  /** How the command is called, up to its options, such as `npm run mock --`. */
  readonly name: string;
  readonly summary: string;
  readonly options: Known;
  readonly example: string;
  /** Shown at the end of the help, such as exit codes. */
  readonly notes?: string;
  readonly run: (values: Values<Known>) => void | Promise<void>;
}

/** A failure whose message is written for the user of a command. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}

interface Described {
  readonly placeholder: string;
  readonly description: string;
}

type Read<Value> = (text: string) => Value;

export const flag = (description: string): Option<boolean> => ({ description, read: ({ length }) => length > 0 });

export function option<Value>(described: Described & { default: string }, read: Read<Value>): Option<Value>;
export function option<Value>(described: Described, read: Read<Value>): Option<Value | undefined>;
export function option<Value>(described: Described, read: Read<Value>): Option<Value | undefined> {
  return { ...described, read: ([text]) => (text === undefined ? undefined : read(text)) };
}

/** An option that can be given more than once. */
export function list<Value>(described: Described, read: Read<Value>): Option<Value[]> {
  return { ...described, repeatable: true, read: (texts) => texts.map(read) };
}

export function text(value: string): string {
  if (value.trim() === '') throw new Error('is empty: pass a value');
  return value;
}

export const number =
  (accepts: (value: number) => boolean, expected: string): Read<number> =>
  (value) => {
    if (value.trim() !== '' && accepts(Number(value))) return Number(value);
    throw new Error(`is not accepted: pass ${expected}`);
  };

/** The options of every command that starts a server. */
export const listenOptions = (port: number) => ({
  port: option(
    { placeholder: 'PORT', description: 'port to listen on, 0 for any free one', default: `${port}` },
    readPort,
  ),
  host: option(
    { placeholder: 'HOST', description: 'address to listen on, 0.0.0.0 for all interfaces', default: '127.0.0.1' },
    text,
  ),
});

function readPort(value: string): number {
  if (/^\d+$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new Error('is not a port: pass a number from 0 (any free port) to 65535');
}

/** Explains why a server could not start. */
export function explainListening(error: unknown, { port, host }: { port: number; host: string }): CommandError {
  const reason = error instanceof Error ? error.message : String(error);
  if (reason.includes('EADDRINUSE')) {
    return new CommandError(`Port ${port} is in use: pass another one, such as --port ${port + 1}.`);
  }
  if (/EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN|EINVAL/.test(reason)) {
    return new CommandError(`--host ${host} is not an address of this machine: pass one, such as --host 127.0.0.1.`);
  }
  return new CommandError(`Cannot listen on ${host}, port ${port}: ${reason}`);
}

/** Runs a command. A failure is printed as one sentence without a stack, and sets the exit code. */
export async function runCommand<const Known extends Options>(
  command: Command<Known>,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  try {
    if (args.includes('--help') || args.includes('-h')) console.log(help(command));
    else await command.run(readOptions(command, args));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = error instanceof CommandError ? error.exitCode : 1;
  }
}

function readOptions<Known extends Options>({ name, options, example }: Command<Known>, args: readonly string[]) {
  const given = new Map<string, string[]>();
  for (const { option, value, known } of tokens(args, options, `${name} ${example}`)) {
    const texts = given.get(option) ?? [];
    if (texts.length > 0 && !known.repeatable) throw new CommandError(`--${option} is given twice: pass it once.`);
    given.set(option, [...texts, value]);
  }
  const values = Object.entries(options).map(([option, known]) => {
    const texts = given.get(option) ?? (known.default === undefined ? [] : [known.default]);
    try {
      return [option, known.read(texts)];
    } catch (error) {
      const shown = texts.map((value) => (/^[\w.:/@-]+$/.test(value) ? value : JSON.stringify(value))).join(', ');
      throw new CommandError(`--${option} ${shown} ${(error as Error).message}.`);
    }
  });
  return Object.fromEntries(values) as Values<Known>;
}

function* tokens(args: readonly string[], options: Options, example: string) {
  const types = Object.entries(options).map(([option, { placeholder }]) => [
    option,
    { type: placeholder ? ('string' as const) : ('boolean' as const) },
  ]);
  // Not strict: the messages of strict mode suggest no option.
  const parsed = parseArgs({ args: [...args], options: Object.fromEntries(types), strict: false, tokens: true });
  for (const token of parsed.tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      throw new CommandError(`Unexpected argument ${token.value}: pass options by name, such as \`${example}\`.`);
    }
    const known = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!known || token.rawName !== `--${token.name}`) {
      // `-port` is parsed as single letters: show what was typed.
      throw new CommandError(unknownOption(args[token.index]?.split('=')[0] ?? token.rawName, options));
    }
    const { value = '' } = token;
    if (known.placeholder && (token.value === undefined || (!token.inlineValue && value.startsWith('--')))) {
      throw new CommandError(`--${token.name} needs a value: pass --${token.name} ${known.placeholder}.`);
    }
    if (!known.placeholder && token.inlineValue) throw new CommandError(`--${token.name} takes no value.`);
    yield { option: token.name, value, known };
  }
}

function unknownOption(rawName: string, options: Options): string {
  const names = [...Object.keys(options), 'help'];
  const near = nearest(rawName.replace(/^-+/, ''), names);
  const all = names.map((name) => `--${name}`).join(', ');
  return `Unknown option ${rawName}${near ? `: did you mean --${near}?` : '.'} Options: ${all}.`;
}

function help({ name, summary, options, example, notes }: Omit<Command<Options>, 'run'>): string {
  const rows = Object.entries(options).map(([option, { placeholder, description, default: usual, repeatable }]) => [
    `--${option}${placeholder ? ` ${placeholder}` : ''}`,
    [description, repeatable && 'can be repeated', usual && `default: ${usual}`].filter(Boolean).join('; '),
  ]);
  rows.push(['--help', 'show this text']);
  const width = Math.max(...rows.map(([left = '']) => left.length)) + 2;
  const lines = rows.map(([left = '', right]) => `  ${left.padEnd(width)}${right}`);
  return [
    summary,
    `\nUsage: ${name} [options]\n`,
    ...lines,
    `\nExample: ${name} ${example}`.trimEnd(),
    ...(notes ? [`\n${notes}`] : []),
  ].join('\n');
}
