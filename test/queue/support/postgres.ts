import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL server in a temporary folder. */
export interface Postgres {
  /** For DATABASE_URL. */
  readonly url: string;
  /** Its main process, the parent of those that serve connections. */
  readonly pid: () => number | undefined;
  /** The rows of a query. */
  readonly query: <Row>(text: string) => Promise<Row[]>;
  /** Runs statements that return no rows. */
  readonly execute: (text: string) => Promise<void>;
  /** Ends all connections and starts again. */
  readonly restart: () => Promise<void>;
  /** What the server has logged. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

/** Creates a cluster that does not disturb others on this machine. Needs PostgreSQL's programs. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const owner = serverAccount();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const options = { ...owner, cwd: folder, stdio: 'ignore' as const };
  execFileSync(program('initdb'), ['-D', data, '-A', 'trust', '-U', 'onboarding', '-E', 'UTF8', '--no-sync'], options);
  const port = await freePort();
  const url = `postgres://onboarding@127.0.0.1:${port}/postgres`;
  const settings = ['listen_addresses=127.0.0.1', 'logging_collector=on', 'log_directory=log', 'fsync=off'];
  const args = ['-D', data, '-k', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const psql = async (text: string) =>
    (await run(program('psql'), [url, '-XAtqc', text], { maxBuffer: 2 ** 28 })).stdout;

  let server: ChildProcess;
  const start = async () => {
    server = spawn(program('postgres'), args, options);
    for (let tries = 0; !(await accepts()); tries++) {
      if (tries === 100) throw new Error('PostgreSQL does not start.');
      await sleep(200);
    }
  };
  const accepts = () =>
    psql('select 1').then(
      () => true,
      () => false,
    );
  const end = async () => {
    // The fast shutdown: PostgreSQL ends its connections.
    if (server.exitCode === null && server.kill('SIGINT')) await once(server, 'exit');
  };

  await start();
  return {
    url,
    pid: () => server.pid,
    query: async (text) => JSON.parse(await psql(`select coalesce(json_agg(found), '[]') from (${text}) found`)),
    execute: (text) => psql(text).then(() => undefined),
    restart: () => end().then(start),
    log: () =>
      readdirSync(join(data, 'log'))
        .map((name) => readFileSync(join(data, 'log', name), 'utf8'))
        .join(''),
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true });
    },
  };
}

/** PostgreSQL refuses to run as root, and Debian's package creates an account for it. */
function serverAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']));
  return { uid: id('-u'), gid: id('-g') };
}

/** Debian keeps the programs of a server outside of the PATH, and has a slow wrapper around `psql` there. */
function program(name: string): string {
  const versions = '/usr/lib/postgresql';
  const found = existsSync(versions)
    ? readdirSync(versions).map((version) => join(versions, version, 'bin', name))
    : [];
  return found.find((file) => existsSync(file)) ?? name;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
