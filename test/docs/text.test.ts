import { describe, expect, it } from 'vitest';
import { insertErrorTable } from '../../scripts/docs/for-page.ts';
import { createdUser, createUserPath, description, johnDoe } from '../support/description.ts';

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  enum?: string[];
}

const { schemas, examples } = description.components as {
  schemas: Record<string, Schema>;
  examples: Record<string, { value: unknown }>;
};
const introduction: string = description.info.description;
const section = (heading: string) => introduction.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';

/** The properties of a schema that its example does not have. */
function unshown({ $ref, properties, items }: Schema, example: unknown, path = ''): string[] {
  if ($ref) return unshown(schemas[$ref.split('/').at(-1) ?? ''] ?? {}, example, path);
  if (items) return (example as unknown[]).flatMap((entry) => unshown(items, entry, `${path}[]`));
  return Object.entries(properties ?? {}).flatMap(([name, property]) => {
    const value = (example as Record<string, unknown>)[name];
    return value === undefined ? [`${path}.${name}`] : unshown(property, value, `${path}.${name}`);
  });
}

describe('the text follows the schemas', () => {
  it('shows every field of the request and of the response in their examples', () => {
    expect(unshown(schemas['CreateUserRequest'] ?? {}, johnDoe())).toEqual([]);
    expect(unshown(schemas['CreatedUser'] ?? {}, createdUser())).toEqual([]);
  });

  it('notices a field without an example', () => {
    const { properties } = schemas['CreateUserRequest'] ?? {};
    expect(unshown({ properties: { ...properties, birthDate: {} } }, johnDoe())).toEqual(['.birthDate']);
  });

  it('sends the value of every field in every sample', () => {
    const samples = description.paths[createUserPath].post['x-codeSamples'] as { label: string; source: string }[];
    for (const { label, source } of samples) {
      for (const [field, value] of Object.entries(johnDoe())) {
        expect(source, `${label} sends ${field}`).toMatch(
          new RegExp(`${field}["']?\\]?\\s*(=>?|:)\\s*["']${value}["']`),
        );
      }
    }
  });

  it('explains every status of a fiat balance', () => {
    const statuses = schemas['FiatBalanceStatus']?.anyOf?.flatMap((part) => part.enum ?? []) ?? [];
    expect(statuses).toHaveLength(3);
    for (const status of statuses) expect(section('When balances')).toContain(`\`${status}\``);
  });

  it('explains every marker of a 401', () => {
    const marks = Object.values(examples).flatMap(({ value }) => /xo\d/.exec(String(value)) ?? []);
    expect(marks).toHaveLength(3);
    for (const mark of marks)
      expect(section('Authentication')).toMatch(new RegExp(`\\| \`${mark}\` \\| .+ \\| .+ \\|`));
  });

  it('refuses an error code without a description', () => {
    const root = structuredClone(description);
    root.components.schemas.ErrorCode = { anyOf: [{ oneOf: [{ const: 'P999', title: 'New' }] }] };
    expect(() => insertErrorTable(root)).toThrow('P999 needs a title and a description');
  });

  it('names every source of a contradiction', () => {
    const rows = section('Known contradictions')
      .split('\n')
      .filter((line) => /^\| (?!Point|-)/.test(line));
    expect(rows.length).toBeGreaterThan(8);
    for (const row of rows) expect(row).toMatch(/\((page|docs|integrator)\b/);
  });
});
