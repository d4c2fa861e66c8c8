/** The fields of package.json that can say where the source is. */
export interface Manifest {
  readonly repository?: string | { readonly url: string };
  readonly homepage?: string;
}

/** Web address of the source repository, where package.json names one. */
export function repositoryUrl({ repository, homepage }: Manifest): string | undefined {
  const named = typeof repository === 'object' ? repository.url : repository;
  const address = named?.replace(/^git\+/, '').replace(/\.git$/, '');
  return address?.startsWith('https://') ? address : homepage;
}
