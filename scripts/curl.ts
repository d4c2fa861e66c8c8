interface Description {
  paths: Record<string, unknown>;
  components: { examples: Record<string, { value: unknown }> };
}

/** A curl command that creates the page's user at an address; it can be pasted into a shell as it is. */
export function curlLine(url: string, description: Description, key = 'any-key'): string {
  const [path] = Object.keys(description.paths);
  const body = JSON.stringify(description.components.examples['john-doe']?.value);
  return [
    `curl -sS -X POST '${url}${path}' \\`,
    `  -H 'content-type: application/json' -H 'x-api-key: ${key}' \\`,
    `  -d '${body}'`,
  ].join('\n');
}
