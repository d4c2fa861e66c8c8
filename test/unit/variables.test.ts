import { expect, it } from 'vitest';
import { removeUnusedVariables } from '../../scripts/docs/variables.ts';

const page = (style: string) =>
  `<style data-styled="true">${style}</style><p style="color:var(--inline)">Text</p><script>use('--scripted')</script>`;

it('keeps the variables that are used, directly or by another one', () => {
  const style =
    ':root{--unused:1;--inline:var(--base);--base:calc(2*(1px));--scripted:2}\n/*!sc*/\na{margin:var(--space,0)}';
  expect(removeUnusedVariables(page(`${style}b{--space:3px}`))).toBe(
    page(':root{--inline:var(--base);--base:calc(2*(1px));}\n/*!sc*/\na{margin:var(--space,0)}b{--space:3px}'),
  );
});

it('keeps a URL whole', () => {
  const style = ':root{--logo:url(data:image/png;base64,AAAA);--unused:1;color:red}';
  expect(removeUnusedVariables(page(style))).toBe(page(style.replace('--unused:1;', '')));
});
