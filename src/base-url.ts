import { P100ConfigError } from './errors.js';
import { servers } from './generated/operations.js';
import type { ClientOptions, Environment } from './options.js';
import { variable } from './variables.js';

/** The base URL of a client: from its options, else from the environment variables, else staging. */
export function resolveBaseUrl(options: Pick<ClientOptions, 'baseUrl' | 'environment' | 'allowInsecureHttp'>): string {
  const inCode = options.environment !== undefined || options.baseUrl !== undefined;
  // The variables are read only if needed: Deno asks the user for permission.
  const given = inCode ? options : { environment: variable('P100_ENVIRONMENT'), baseUrl: variable('P100_BASE_URL') };
  const names = inCode ? ['environment', 'baseUrl'] : ['P100_ENVIRONMENT', 'P100_BASE_URL'];
  const { environment = 'staging', baseUrl } = given;
  if (given.environment !== undefined && baseUrl !== undefined) {
    throw new P100ConfigError(`${names.join(' and ')} cannot be combined. Remove one of them.`);
  }
  if (baseUrl !== undefined) return checkBaseUrl(baseUrl, `${names[1]}`, options.allowInsecureHttp ?? false);
  if (Object.hasOwn(servers, environment)) return servers[environment as Environment];
  const known = Object.keys(servers).map((name) => `'${name}'`);
  throw new P100ConfigError(`${names[0]} must be ${known.join(' or ')}.`);
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
  // `https://@example.com` passes: its credentials are empty, and `origin` drops the @.
  if (username || password) return 'must not contain credentials. Pass the key as apiKey.';
  if (href.includes('?')) return 'must not have a query.';
  if (href.includes('#')) return 'must not have a fragment.';
  return undefined;
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);

/** Removes empty segments, and a version at the end: the paths of the operations already begin with it. */
function trimPath(pathname: string): string {
  const segments = pathname.split('/').filter(Boolean);
  if (/^v\d+$/i.test(segments.at(-1) ?? '')) segments.pop();
  return segments.map((segment) => `/${segment}`).join('');
}
