import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, vi } from 'vitest';

export interface RunningScript {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  readonly printed: () => string;
  /** Resolves with the first match of what it prints; rejects if it ends before. */
  readonly waitFor: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Resolves with its exit code and all that it has printed. */
  readonly ended: Promise<{ code: number | null; printed: string }>;
}

/** Starts a script as its npm script does. */
export function startScript(args: string[], env: NodeJS.ProcessEnv = process.env): RunningScript {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  child.stdout.on('data', (part) => {
    text += part;
  });
  child.stderr.on('data', (part) => {
    text += part;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, printed: text }));
  const waitFor = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(text);
        if (match) resolve(match);
      };
      child.stdout.on('data', look);
      look();
      ended.then(() => reject(new Error(`${args.join(' ')} ended without ${pattern}:\n${text}`)));
    });
  return { child, printed: () => text, waitFor, ended };
}

/** Returns a function that starts scripts. They are ended after each test. */
export function useScripts(): typeof startScript {
  const running: RunningScript[] = [];
  afterEach(async () => {
    for (const { child, ended } of running.splice(0)) {
      child.kill();
      await ended;
    }
  });
  return (...parameters) => {
    const script = startScript(...parameters);
    running.push(script);
    return script;
  };
}

/** Runs a command in this process, because starting one takes most of a second. */
export async function runHere(run: () => Promise<void>) {
  const print = vi.spyOn(console, 'error').mockReturnValue();
  const before = process.exitCode;
  try {
    await run();
    return { code: process.exitCode, printed: print.mock.calls.flat().join('\n') };
  } finally {
    print.mockRestore();
    process.exitCode = before;
  }
}
