import { stringify } from 'yaml';

/** The description as YAML. Quotes dates, which parsers of YAML 1.1, such as PyYAML, would not read as strings. */
export const toYaml = (description: object): string =>
  stringify(description, { aliasDuplicateObjects: false, version: '1.1', lineWidth: 0, blockQuote: 'literal' });
