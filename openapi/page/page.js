const plain = document.querySelector('#all-operations');

// A link to a part that is gone leads to the start: the theme would show nothing.
const [, part] = location.hash.split('#');
if (part && !(part.startsWith('/') && document.getElementById(part))) location.replace('#/');

for (const named of plain.querySelectorAll('[id]')) {
  // The theme's sections go by these names now.
  named.id = `plain${named.id}`;
}
addEventListener('beforeprint', () => {
  plain.open = true;
});

// The response stands below the request, however long that is.
const heights = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    target.closest('[data-item-kind]')?.style.setProperty('--request-height', `${target.offsetHeight}px`);
  }
});

// The theme makes these parts anew now and then, without what keyboards, screen readers and copied links need.
const completeTheme = () => {
  for (const panel of document.querySelectorAll('.panel-request-samples')) heights.observe(panel);
  // What scrolls inside itself has to be reached.
  for (const code of document.querySelectorAll('#redoc pre:not([tabindex])')) code.tabIndex = 0;
  // The field that opens the search is a plain box.
  const search = document.querySelector('[data-testid="search-trigger"]:not([tabindex])');
  search?.setAttribute('role', 'button');
  search?.setAttribute('tabindex', '0');
  const clear = document.querySelector('[data-component-name="Search/SearchInput"] button:not([aria-label])');
  clear?.setAttribute('aria-label', 'Clear the search');
  // Its label hides the name of the example that is chosen.
  document.querySelector('button[aria-label="Example"][aria-haspopup="menu"]')?.removeAttribute('aria-label');
  // A path leads nowhere when it is copied.
  for (const link of document.querySelectorAll('#redoc a[href^="/"]'))
    link.setAttribute('href', `#${link.getAttribute('href')}`);
};

new MutationObserver(completeTheme).observe(document.body, { childList: true, subtree: true });
completeTheme();

document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (target.dataset?.testid !== 'search-trigger' || (key !== 'Enter' && key !== ' ')) return;
  event.preventDefault();
  target.click();
});

// In a menu, arrows move and Escape leads back; so does the choice.
document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  const opener = document.querySelector('#redoc [aria-haspopup="menu"][aria-expanded="true"]');
  if (!opener) return;
  if (key === 'Escape') opener.click();
  if (key === 'Escape' || (key === 'Enter' && target.role === 'menuitem')) opener.focus();
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (!step) return;
  event.preventDefault();
  const shown = { visibilityProperty: true, opacityProperty: true };
  const items = [...document.querySelectorAll('[role="menuitem"]')].filter((item) => item.checkVisibility(shown));
  items.at((items.indexOf(document.activeElement) + step) % items.length)?.focus();
});

// Once the search is closed, the focus is nowhere: it goes back to where the search was opened.
let searching = false;
new MutationObserver(() => {
  const wasSearching = searching;
  searching = document.querySelector('[data-component-name="Search/SearchInput"]') !== null;
  if (wasSearching && !searching && document.activeElement === document.body) {
    document.querySelector('[data-testid="search-trigger"]')?.focus();
  }
}).observe(document.body, { childList: true, subtree: true });

// The theme takes every hash for one of its own parts.
document.querySelector('a.skip').addEventListener('click', (event) => {
  event.preventDefault();
  document.querySelector('#content').focus();
});
