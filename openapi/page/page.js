// The theme's search field is a plain box: give it a place in the tab order, and let Enter and Space open it. The theme
// makes it anew now and then.
const makeSearchReachable = () => {
  const search = document.querySelector('[data-testid="search-trigger"]:not([tabindex])');
  search?.setAttribute('role', 'button');
  search?.setAttribute('tabindex', '0');
};

new MutationObserver(makeSearchReachable).observe(document.body, { childList: true, subtree: true });
makeSearchReachable();

document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (target.dataset.testid !== 'search-trigger' || (key !== 'Enter' && key !== ' ')) return;
  event.preventDefault();
  target.click();
});
