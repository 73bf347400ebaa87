// <form data-draft="ticket-42">: what was typed survives a closed tab, until it is sent.
import { notice } from './notices.js';
import { words } from './request.js';

const KEEP_DAYS = 14;
const key = (form) => `tl-draft:${form.dataset.draft}`;

function restore(form) {
  const area = form.querySelector('textarea');
  const kept = localStorage.getItem(key(form));
  if (!area || !kept || area.value) {
    return;
  }
  try {
    const { text, at } = JSON.parse(kept);
    if (Date.now() - at < KEEP_DAYS * 86_400_000 && text) {
      area.value = text;
      notice(words('draft'), { tone: 'info' });
    } else {
      localStorage.removeItem(key(form));
    }
  } catch {
    localStorage.removeItem(key(form));
  }
}

function scan(scope) {
  scope.querySelectorAll('form[data-draft]:not([data-draft=""])').forEach(restore);
}

document.addEventListener('input', (event) => {
  const form = event.target.closest?.('form[data-draft]');
  if (form?.dataset.draft && event.target.matches('textarea')) {
    if (event.target.value) {
      localStorage.setItem(key(form), JSON.stringify({ text: event.target.value, at: Date.now() }));
    } else {
      localStorage.removeItem(key(form));
    }
  }
});

document.addEventListener('submit', (event) => {
  if (event.target.dataset.draft) {
    localStorage.removeItem(key(event.target));
  }
});

document.addEventListener('tl:content', (event) => scan(event.target));
scan(document);
