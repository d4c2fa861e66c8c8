// With the theme's script running, the plain text at the end is closed: find-in-page and links open it again.
const plain = document.querySelector('#all-operations');
plain.open = false;
for (const section of plain.querySelectorAll('section[id]')) {
  // The theme's sections go by these names now.
  section.id = `plain${section.id}`;
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

// The theme's search field is a plain box: give it a place in the tab order, and let Enter and Space open it. Links to
// parts of the page are made with paths, which lead nowhere when they are copied. The theme makes both anew now and then.
const mend = () => {
  for (const panel of document.querySelectorAll('.panel-request-samples')) heights.observe(panel);
  // What scrolls inside itself has to be reached.
  for (const code of document.querySelectorAll('#redoc pre:not([tabindex])')) code.tabIndex = 0;
  const search = document.querySelector('[data-testid="search-trigger"]:not([tabindex])');
  search?.setAttribute('role', 'button');
  search?.setAttribute('tabindex', '0');
  for (const link of document.querySelectorAll('#redoc a[href^="/"]'))
    link.setAttribute('href', `#${link.getAttribute('href')}`);
};

new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
mend();

document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (target.dataset?.testid !== 'search-trigger' || (key !== 'Enter' && key !== ' ')) return;
  event.preventDefault();
  target.click();
});
