// What lockfile-lint and npm do not check: exact versions, one run-time dependency, no scripts on install, licences.

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

interface LockedPackage {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

type Lockfile = Readonly<Record<string, LockedPackage>>;

/** A package that users install, as the bill of materials of npm lists it. */
export interface Component {
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly { readonly license?: { readonly id?: string } }[];
}

const runTimeDependencies = ['openapi-fetch'];
const acceptedLicences = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];
const installScripts = ['preinstall', 'install', 'postinstall', 'preprepare', 'prepare', 'postprepare'];

export const licence = ({ licenses = [] }: Component): string =>
  licenses.map(({ license }) => license?.id).join(', ') || '(none)';

export function manifestProblems(manifest: Manifest): string[] {
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

/** The lockfile is used with any registry, so it names none; checksums make sure that all have the same packages. */
export function lockfileProblems(packages: Lockfile): string[] {
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  return [
    ...entries.filter(([, { resolved }]) => resolved).map(([path]) => `${path} is locked to an address.`),
    ...entries.filter(([, { integrity }]) => !integrity).map(([path]) => `${path} has no integrity.`),
  ];
}

export function componentProblems(components: readonly Component[], packages: Lockfile): string[] {
  return components.flatMap((component) => [
    ...(packages[`node_modules/${component.name}`]?.hasInstallScript
      ? [`${component.name} runs a script on install.`]
      : []),
    ...(acceptedLicences.includes(licence(component))
      ? []
      : [`${component.name} has the licence ${licence(component)}.`]),
  ]);
}

const isExact = (version: string) => /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version);
