// Forms: busy on submit and never sent twice, unsaved changes kept from getting lost, the error summary in focus,
// dates that may be typed without dashes, filters that apply themselves.
import { composing, words } from './request.js';

const guarded = (form) => form.matches('[data-guard]');
const snapshot = (form) => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string')).toString();
const clean = new WeakMap();
let leaving = false;

function prepare(scope) {
  for (const form of scope.querySelectorAll('form[data-guard]')) {
    clean.set(form, snapshot(form));
  }
  scope.querySelector('[data-focus]')?.focus();
}

function changed(form) {
  return clean.has(form) && clean.get(form) !== snapshot(form);
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.sent === 'true') {
    event.preventDefault();
    return;
  }
  if (form.method === 'post') {
    form.dataset.sent = 'true';
    leaving = true;
    event.submitter?.setAttribute('aria-busy', 'true');
  }
});

// Coming back by the browser's button finds a form that may be sent again.
addEventListener('pageshow', () => {
  leaving = false;
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    form.querySelectorAll('[aria-busy]').forEach((button) => button.removeAttribute('aria-busy'));
  }
});

addEventListener('beforeunload', (event) => {
  if (!leaving && [...document.querySelectorAll('form[data-guard]')].some(changed)) {
    event.preventDefault();
  }
});

// Who goes on writing in a field two people changed keeps the own content.
document.addEventListener('input', (event) => {
  const { form, name } = event.target;
  const mine = form?.elements?.[`choice.${name}`]?.[0];
  if (mine?.dataset.mine !== undefined) mine.checked = true;
});

document.addEventListener('input', (event) => {
  const form = event.target.closest?.('form');
  if (form && guarded(form)) {
    let hint = form.querySelector('.form-actions .unsaved');
    const actions = form.querySelector('.form-actions');
    if (!hint && actions) {
      hint = document.createElement('span');
      hint.className = 'unsaved';
      actions.append(hint);
    }
    if (hint) {
      hint.textContent = changed(form) ? words('unsaved') : '';
    }
  }
});

// 20261121, 2026/11/21 and 2026.11.21 pasted into a date field
document.addEventListener('paste', (event) => {
  if (event.target.matches?.('input[type="date"]')) {
    const text = event.clipboardData.getData('text').normalize('NFKC').trim();
    const parts = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text);
    if (parts) {
      event.preventDefault();
      event.target.value = `${parts[1]}-${parts[2].padStart(2, '0')}-${parts[3].padStart(2, '0')}`;
      event.target.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
});

// Enter that chooses a word of an input method never sends
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && composing(event) && event.target.matches?.('input')) {
    event.preventDefault();
  }
}, true);

document.addEventListener('change', (event) => {
  const form = event.target.closest?.('form[data-filters]');
  if (form && event.target.matches('select, input[type="checkbox"], input[type="date"]')) {
    form.requestSubmit();
  }
  const show = event.target.closest?.('[data-show-password]');
  if (show) {
    document.getElementById(show.dataset.showPassword).type = show.checked ? 'text' : 'password';
  }
});

// A filter form without empty fields makes a readable address.
document.addEventListener('formdata', (event) => {
  if (event.target.matches('form[data-filters]')) {
    for (const [name, value] of [...event.formData]) {
      if (value === '') {
        event.formData.delete(name);
      }
    }
  }
});

document.addEventListener('tl:content', (event) => prepare(event.target));
prepare(document);
