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
};

new MutationObserver(separate).observe(document.body, { childList: true, subtree: true });
separate();
