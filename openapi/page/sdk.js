// A link inside of what opens a menu cannot be told from it by the keyboard or a screen reader: it becomes the first entry.
const separate = () => {
  for (const link of document.querySelectorAll('#tsd-nav-container summary a')) {
    const list = link.closest('details')?.querySelector('ul');
    if (!list) continue;
    const text = document.createElement('span');
    text.append(...link.childNodes);
    link.replaceWith(text);
    link.textContent = 'Overview';
    const entry = document.createElement('li');
    entry.append(link);
    list.prepend(entry);
  }
  // Nor can a link inside of an option: results become rows, which may hold links.
  document.querySelector('#tsd-search-input')?.setAttribute('aria-haspopup', 'grid');
  document.querySelector('#tsd-search-results')?.setAttribute('role', 'grid');
  for (const option of document.querySelectorAll('#tsd-search-results [role="option"]')) {
    option.setAttribute('role', 'row');
    option.querySelector('a')?.setAttribute('role', 'gridcell');
  }
};

new MutationObserver(separate).observe(document.body, { childList: true, subtree: true });
separate();
