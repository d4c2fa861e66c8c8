import { P100ConfigError } from './errors.js';
import { servers } from './generated/operations.js';
import type { ClientOptions, Environment } from './options.js';
import { variable } from './variables.js';

type Choice = Readonly<Record<'environment' | 'baseUrl', string | undefined>>;
/** What messages call the two. */
type Names = Readonly<Record<keyof Choice, string>>;

/** The address that a client calls: what the code says, else what the variables say, else staging. */
export function resolveBaseUrl(options: Pick<ClientOptions, 'baseUrl' | 'environment' | 'allowInsecureHttp'>): string {
  const { environment, baseUrl, allowInsecureHttp = false } = options;
  if (environment !== undefined || baseUrl !== undefined) {
    return resolve({ environment, baseUrl }, { environment: 'environment', baseUrl: 'baseUrl' }, allowInsecureHttp);
  }
  // Not read before, because Deno asks for a permission.
  const names = { environment: 'P100_ENVIRONMENT', baseUrl: 'P100_BASE_URL' };
  const variables = { environment: variable(names.environment), baseUrl: variable(names.baseUrl) };
  return resolve(variables, names, allowInsecureHttp);
}

function resolve({ environment, baseUrl }: Choice, names: Names, allowInsecureHttp: boolean): string {
  if (environment !== undefined && baseUrl !== undefined) {
    throw new P100ConfigError(`${names.environment} and ${names.baseUrl} exclude each other. Remove one of them.`);
  }
  if (baseUrl !== undefined) return checkBaseUrl(baseUrl, names.baseUrl, allowInsecureHttp);
  const key = environment ?? 'staging';
  if (Object.hasOwn(servers, key)) return servers[key as Environment];
  const known = Object.keys(servers).map((name) => `'${name}'`);
  throw new P100ConfigError(`${names.environment} must be ${known.join(' or ')}.`);
}

function checkBaseUrl(text: string, name: string, allowInsecureHttp: boolean): string {
  if (!URL.canParse(text)) throw new P100ConfigError(`${name} must be an absolute URL, such as https://example.com.`);
  const url = new URL(text);
  const problem = findProblem(url, allowInsecureHttp);
  if (problem) throw new P100ConfigError(`${name} ${problem}`);
  return url.origin + trimPath(url.pathname);
}

function findProblem(url: URL, allowInsecureHttp: boolean): string | undefined {
  const { protocol, hostname, username, password, href } = url;
  if (protocol !== 'https:' && protocol !== 'http:') return 'must begin with https://.';
  if (protocol === 'http:' && !allowInsecureHttp && !isLoopback(hostname)) {
    return 'must use https. http is allowed only on a loopback address, or with allowInsecureHttp.';
  }
  // An @ with nothing before it leaves neither name nor password behind, but nobody means it.
  if (username || password) return 'must not contain credentials. The key goes into apiKey.';
  if (href.includes('?')) return 'must not have a query.';
  if (href.includes('#')) return 'must not have a fragment.';
  return undefined;
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);

/** Removes slashes and a version at the end: the paths begin with them. Loops, because `/+$` takes quadratic time. */
function trimPath(pathname: string): string {
  const path = trimSlashes(pathname);
  const version = /\/v\d+$/i.exec(path.slice(-8))?.[0] ?? '';
  return trimSlashes(path.slice(0, path.length - version.length));
}

function trimSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return path.slice(0, end);
}
