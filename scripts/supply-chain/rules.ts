/** What a package.json says, as far as the rules ask. */
export interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly bundleDependencies?: readonly string[];
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** One package of a package-lock.json. */
export interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly peer?: boolean;
  readonly devOptional?: boolean;
  readonly extraneous?: boolean;
  readonly hasInstallScript?: boolean;
}

export type Lockfile = Readonly<Record<string, LockedPackage>>;

const runTimeDependencies = ['openapi-fetch'];
const acceptedLicences = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];
const installScripts = ['preinstall', 'install', 'postinstall', 'preprepare', 'prepare', 'postprepare'];

/** The packages that a user of this package gets with it, by their names. */
export function productionTree(lockfile: Lockfile): [string, LockedPackage][] {
  return Object.entries(lockfile)
    .filter(
      ([path, { dev, devOptional, peer, extraneous }]) => path !== '' && !(dev || devOptional || peer || extraneous),
    )
    .map(([path, locked]) => [path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), locked]);
}

/** What is wrong with the dependencies, in sentences. */
export function findProblems(manifest: Manifest, lockfile: Lockfile): string[] {
  return [...manifestProblems(manifest), ...lockfileProblems(lockfile), ...treeProblems(lockfile)];
}

function manifestProblems(manifest: Manifest): string[] {
  const { dependencies = {}, devDependencies = {}, optionalDependencies = {}, peerDependencies = {} } = manifest;
  const names = Object.keys({ ...dependencies, ...optionalDependencies });
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !isExact(version));
  const demanded = Object.keys(peerDependencies).filter((name) => !manifest.peerDependenciesMeta?.[name]?.optional);
  return [
    ...(String(names) === String(runTimeDependencies) ? [] : [`The run-time dependencies are ${names.join(', ')}.`]),
    ...loose.map(([name, version]) => `${name}@${version} is not an exact version.`),
    ...demanded.map((name) => `The peer dependency ${name} is not optional.`),
    ...installScripts.filter((name) => manifest.scripts?.[name]).map((name) => `The package has a script ${name}.`),
    ...(manifest.bundleDependencies ? ['The package bundles dependencies.'] : []),
  ];
}

function lockfileProblems(lockfile: Lockfile): string[] {
  const entries = Object.entries(lockfile).filter(([path]) => path !== '');
  return [
    ...entries.filter(([, { resolved }]) => resolved).map(([path]) => `${path} is locked to an address.`),
    ...entries.filter(([, { integrity }]) => !integrity).map(([path]) => `${path} has no integrity.`),
  ];
}

function treeProblems(lockfile: Lockfile): string[] {
  return productionTree(lockfile).flatMap(([name, { hasInstallScript, license }]) => [
    ...(hasInstallScript ? [`${name} runs a script on install.`] : []),
    ...(license && acceptedLicences.includes(license) ? [] : [`${name} has the licence ${license ?? '(none)'}.`]),
  ]);
}

const isExact = (version: string) => /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version);
