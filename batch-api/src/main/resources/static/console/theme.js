// Loaded before the first paint, so that the page does not flash in the other theme.
(() => {
  const key = 'ordermill-theme';
  const root = document.documentElement;
  const stored = localStorage.getItem(key);
  if (stored === 'dark' || stored === 'light') {
    root.dataset.theme = stored;
  }
  document.addEventListener('click', event => {
    if (!event.target.closest('#theme')) {
      return;
    }
    const dark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    localStorage.setItem(key, root.dataset.theme);
  });
})();
