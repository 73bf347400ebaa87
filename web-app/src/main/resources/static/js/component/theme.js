// Theme without a reload; the server keeps the choice in a cookie and renders it right the next time.
import { csrfHeaders, root } from './request.js';

export function currentTheme() {
  const chosen = document.documentElement.dataset.theme;
  return chosen || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

export function chooseTheme(theme) {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
  for (const button of document.querySelectorAll('button[name="theme"]')) {
    button.setAttribute('aria-pressed', String(button.value === theme));
  }
  return remember('theme', theme);
}

export function toggleTheme() {
  return chooseTheme(currentTheme() === 'dark' ? 'light' : 'dark');
}

export function remember(name, value) {
  return fetch(root('/preferences'), {
    method: 'POST',
    headers: { ...csrfHeaders(), 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ [name]: value, back: '/preferences' }),
    redirect: 'manual',
  }).catch(() => {});
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('button[name="theme"]');
  if (button) {
    event.preventDefault();
    chooseTheme(button.value);
  }
});
