// Rules that lockfile-lint and npm do not check: exact versions, one run-time dependency, no install scripts, licences.

/** The fields of package.json that the rules check. */
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

/** A package that users install, as npm's bill of materials lists it. */
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
    ...(String(names) === String(runTimeDependencies)
      ? []
      : [
          `The run-time dependencies must be ${runTimeDependencies.join(', ')}, but are ${names.join(', ') || 'none'}.`,
        ]),
    ...loose.map(([name, version]) => `${name}@${version} must be an exact version.`),
    ...demanded.map((name) => `The peer dependency ${name} must be optional.`),
    ...installScripts
      .filter((name) => manifest.scripts?.[name])
      .map((name) => `The package must not have the script ${name}.`),
    ...(manifest.bundleDependencies ? ['The package must not bundle dependencies.'] : []),
  ];
}

/** The lockfile must name no registry, so that any can be used. Checksums ensure that all serve the same packages. */
export function lockfileProblems(packages: Lockfile): string[] {
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  return [
    ...entries
      .filter(([, { resolved }]) => resolved)
      .map(([path]) => `${path} must not have a resolved address in package-lock.json.`),
    ...entries
      .filter(([, { integrity }]) => !integrity)
      .map(([path]) => `${path} has no integrity in package-lock.json.`),
  ];
}

export function componentProblems(components: readonly Component[], packages: Lockfile): string[] {
  return components.flatMap((component) => [
    ...(packages[`node_modules/${component.name}`]?.hasInstallScript
      ? [`${component.name} runs a script on install, which is not allowed.`]
      : []),
    ...(acceptedLicences.includes(licence(component))
      ? []
      : [`${component.name} has the licence ${licence(component)}, which is not an accepted one.`]),
  ]);
}

const isExact = (version: string) => /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version);
