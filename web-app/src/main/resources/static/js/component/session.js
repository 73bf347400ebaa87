// Says so two minutes before the session ends; one key keeps it. All windows of the browser share one session and know its
// end from each other. When it is over the page stays as it is, and takes up the new session once there is one.
import { csrfHeaders } from './request.js';
import { openDialog } from './dialogs.js';

const WARN_MS = 120_000;
const LOOK_MS = 5_000;
const ENDS = 'tl-session-ends';
const dialog = document.getElementById('session-end');
let shown = 'no';
let over = false;

const left = () => Number(localStorage.getItem(ENDS)) - Date.now();
const remember = (seconds) => localStorage.setItem(ENDS, String(Date.now() + seconds * 1000));

function show(state) {
  if (state === shown) {
    return;
  }
  shown = state;
  if (state === 'no') {
    dialog.close();
    return;
  }
  for (const part of dialog.querySelectorAll('[data-session]')) {
    part.hidden = part.dataset.session !== state;
  }
  openDialog(dialog);
  dialog.querySelector('.form-actions [data-session]:not([hidden])').focus();
}

async function stay() {
  const answer = await fetch(dialog.dataset.stay, { method: 'POST', headers: csrfHeaders() });
  if (!answer.ok || answer.redirected) {
    localStorage.setItem(ENDS, '0');
    look();
    return;
  }
  const { seconds } = await answer.json();
  remember(seconds);
  show(seconds * 1000 > WARN_MS ? 'no' : 'last');
}

/** The forms of this page speak for the new session from here on. */
async function takeUp() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('meta[name="csrf-token"]');
  if (answer.ok && !answer.redirected && fresh) {
    over = false;
    document.querySelector('meta[name="csrf-token"]').content = fresh.content;
    document.querySelectorAll('input[name="_csrf"]').forEach((field) => { field.value = fresh.content; });
    show('no');
  }
}

function look() {
  if (left() <= 0) {
    over = true;
    show('over');
  } else if (over) {
    takeUp().catch(() => {});
  } else if (left() > WARN_MS) {
    show('no');
  } else if (shown === 'no') {
    show('idle');
  }
}

if (dialog) {
  remember(Number(dialog.dataset.seconds));
  dialog.querySelector('[data-session-stay]').addEventListener('click', () => stay().catch(() => {}));
  setInterval(look, LOOK_MS);
  addEventListener('storage', (event) => event.key === ENDS && look());
}
