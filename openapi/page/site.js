// One choice of light or dark for all pages: the API page and the SDK reference each keep theirs under a name of their own.
(() => {
  const root = document.documentElement;
  const [apiPage, reference] = ['redoc.colorMode', 'tsd-theme'];
  const recall = () => {
    try {
      return localStorage.getItem('site-theme');
    } catch {
      return null;
    }
  };
  const show = (theme) => {
    root.classList.remove('light', 'dark');
    root.classList.add(theme);
    root.dataset.theme = theme;
    try {
      for (const name of [apiPage, reference]) localStorage.setItem(name, theme);
    } catch {
      // Without storage the choice holds for this page.
    }
  };
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  show(recall() ?? system);
  addEventListener('DOMContentLoaded', () => {
    const button = document.createElement('button');
    const name = () => {
      button.textContent = root.classList.contains('dark') ? 'Light' : 'Dark';
      button.setAttribute('aria-label', `${button.textContent} colours`);
    };
    button.addEventListener('click', () => {
      const theme = root.classList.contains('dark') ? 'light' : 'dark';
      try {
        localStorage.setItem('site-theme', theme);
      } catch {
        // See above.
      }
      show(theme);
      name();
    });
    name();
    document.querySelector('header.site')?.append(button);
  });
})();
