// Notices at the foot of the page: ten seconds, longer while the mouse or the focus rests on them.
const STAY = 10_000;
const region = document.getElementById('notices');

export function notice(text, { tone = '', href = null, undo = null } = {}) {
  const template = document.getElementById('toast-template');
  if (!region || !template) {
    return;
  }
  const made = template.content.firstElementChild.cloneNode(true);
  if (tone) {
    made.classList.add(tone);
  }
  made.querySelector('p').textContent = text;
  const link = made.querySelector('a');
  if (href && link) {
    link.href = href;
    link.hidden = false;
  }
  const form = made.querySelector('form');
  if (undo && form) {
    form.action = undo;
    form.hidden = false;
  }
  region.append(made);
  live(made);
}

export function undoLast() {
  region?.querySelector('.notice:last-child [data-undo]')?.click();
}

function live(element) {
  let timer = null;
  const start = () => { timer = setTimeout(() => element.remove(), STAY); };
  const stop = () => clearTimeout(timer);
  element.addEventListener('pointerenter', stop);
  element.addEventListener('pointerleave', start);
  element.addEventListener('focusin', stop);
  element.addEventListener('focusout', start);
  start();
}

region?.addEventListener('click', (event) => {
  if (event.target.closest('[data-notice-close]')) {
    event.target.closest('[data-notice]').remove();
  }
});

for (const shown of region?.querySelectorAll('[data-notice]') ?? []) {
  live(shown);
}
