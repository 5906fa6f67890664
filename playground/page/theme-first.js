// Runs before anything is drawn, so that a dark page never flashes white.
(() => {
  const wanted = localStorage.getItem('theme') ?? 'auto';
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = wanted === 'auto' ? (isDark ? 'dark' : 'light') : wanted;
})();
