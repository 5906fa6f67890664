import { h } from './dom.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
const wanted = () => localStorage.getItem('theme') ?? 'auto';
const next = { auto: 'light', light: 'dark', dark: 'auto' };
const names = { auto: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' };

export const isDark = () => document.documentElement.dataset.theme === 'dark';

function apply() {
  const theme = wanted() === 'auto' ? (dark.matches ? 'dark' : 'light') : wanted();
  if (document.documentElement.dataset.theme === theme) return;
  document.documentElement.dataset.theme = theme;
  dispatchEvent(new Event('themechange'));
}

/** A button that goes through as the system, light and dark. */
export function drawTheme(place) {
  const button = h('button.quiet.icon', { type: 'button' });
  const name = () => {
    button.dataset.theme = wanted();
    button.setAttribute('aria-label', names[wanted()]);
    button.title = names[wanted()];
  };
  button.addEventListener('click', () => {
    localStorage.setItem('theme', next[wanted()]);
    apply();
    name();
  });
  dark.addEventListener('change', apply);
  name();
  place.append(button);
}
