// The ticket desk: the conversation beside the list without a full reload, drafts on the server, quotes,
// hold fields only where they are needed, and new tickets and answers at once.
import { csrfHeaders, root } from '../component/request.js';

const SAVE_AFTER = 800;
const WALK_AFTER = 200;
const timers = new WeakMap();
let asked = 0;

// A row of the list shows its conversation in the pane; the address moves along, so back and reload are right.
async function peek(href, push, walking = false) {
  const pane = document.getElementById('pane');
  const mine = ++asked;
  const answer = await fetch(href, { headers: { 'X-Requested-With': 'fetch' } });
  if (mine !== asked) {
    return;
  }
  if (!answer.ok || answer.redirected) {
    location.assign(href);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('pane');
  if (!fresh) {
    location.assign(href);
    return;
  }
  pane.replaceChildren(...fresh.childNodes);
  if (walking && address() !== new URL(href, location.href).pathname + new URL(href, location.href).search) {
    history.replaceState({ peek: true }, '', href);
    shown = address();
  } else if (push) {
    history.pushState({ peek: true }, '', href);
    shown = address();
  }
  document.querySelectorAll('.ticket-rows tr').forEach((row) => {
    row.classList.toggle('selected', row.querySelector('[data-peek]')?.href === new URL(href, location.href).href);
  });
  pane.dispatchEvent(new CustomEvent('tl:content', { bubbles: true }));
  fold(pane);
  if (!walking) {
    pane.focus({ preventScroll: matchMedia('(min-width: 900px)').matches });
  }
}

// With a conversation open beside the list, j and k take it along; the focus stays with the row.
let walk = null;
document.addEventListener('tl:row', (event) => {
  const link = event.target.querySelector('a[data-peek]');
  clearTimeout(walk);
  if (link && document.querySelector('#pane .pane-ticket') && matchMedia('(min-width: 900px)').matches) {
    walk = setTimeout(() => peek(link.href, false, true), WALK_AFTER);
  }
});

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-peek]');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    peek(link.href, true);
  }
  const quoting = event.target.closest('[data-quote]');
  if (quoting && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    quote(quoting);
  }
});
// The skip link and other jumps inside the page come by here too; they leave it as it is.
const address = () => location.pathname + location.search;
let shown = address();
addEventListener('popstate', () => {
  if (document.getElementById('pane') && address() !== shown) {
    location.reload();
  }
});

function quote(button) {
  const chosen = String(getSelection()).trim();
  const words = (chosen || button.dataset.quote).split('\n').map((line) => `> ${line}`).join('\n');
  const area = document.querySelector('.composer-tab[open] textarea') ?? document.getElementById('reply-body') ?? document.getElementById('note-body');
  if (area) {
    area.closest('details').open = true;
    area.value = `${area.value}${area.value ? '\n\n' : ''}${words}\n\n`;
    area.focus();
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

// What is being written is kept on the server, so that it is there on the next device too.
document.addEventListener('input', (event) => {
  const form = event.target.closest?.('form[data-server-draft]');
  if (form && event.target.matches('textarea')) {
    clearTimeout(timers.get(form));
    timers.set(form, setTimeout(() => keep(form, event.target.value), SAVE_AFTER));
  }
});
document.addEventListener('submit', (event) => clearTimeout(timers.get(event.target)));

function keep(form, body) {
  fetch(form.dataset.serverDraft, {
    method: 'POST',
    headers: csrfHeaders(),
    body: new URLSearchParams({ visibility: form.elements.visibility.value, body }),
    keepalive: body.length < 30000,
  }).catch(() => {});
}

// Reason and date are asked only for a hold.
function fold(scope) {
  for (const choice of scope.querySelectorAll('select[data-hold]')) {
    document.getElementById(choice.dataset.hold)?.classList.toggle('is-folded', choice.value !== 'ON_HOLD');
  }
}
document.addEventListener('change', (event) => {
  if (event.target.matches?.('select[data-hold]')) {
    fold(document);
  }
  if (event.target.matches?.('form[action$="/tickets"] #customerId')) {
    const form = event.target.form;
    form.removeAttribute('data-guard');
    form.querySelector('[data-load-customer]')?.click();
  }
});
fold(document);

// Live: an open list brings itself up to date, an open ticket says that there is something new.
const list = document.getElementById('desk-list');
const here = document.querySelector('[data-ticket]');
let waiting = null;

async function refresh() {
  waiting = null;
  const answer = await fetch(list.dataset.refresh, { headers: { 'X-Requested-With': 'fetch' } });
  if (!answer.ok || answer.redirected) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const place = placeInList();
  for (const part of ['.table-box', '.board', '.empty']) {
    const old = list.querySelector(part) ?? (list.matches(part) ? list : null);
    const fresh = page.querySelector(`#desk-list ${part}, #desk-list${part}`);
    if (old && fresh) {
      old.replaceChildren(...fresh.childNodes);
    } else if (fresh && part === '.table-box') {
      list.querySelector('.empty')?.replaceWith(fresh);
    }
  }
  place();
  document.getElementById('views')?.replaceChildren(...(page.getElementById('views')?.childNodes ?? []));
  globalThis.htmx?.process(document.getElementById('views'));
  document.dispatchEvent(new CustomEvent('tl:content', { bubbles: true }));
}

// What is ticked, where j and k stand and what has the focus stay when the list renews itself.
function placeInList() {
  const ticked = new Set([...list.querySelectorAll('.pick input:checked')].map((box) => box.value));
  const at = list.querySelector('tr.at .row-link')?.href;
  const selected = list.querySelector('tr.selected .row-link')?.href;
  const focused = document.activeElement?.matches('.row-link') && document.activeElement.href;
  const scrolled = list.querySelector('.table-box')?.scrollTop ?? 0;
  return () => {
    list.querySelectorAll('.pick input').forEach((box) => { box.checked = ticked.has(box.value); });
    list.querySelectorAll('.row-link').forEach((link) => {
      link.closest('tr')?.classList.toggle('at', link.href === at);
      link.closest('tr')?.classList.toggle('selected', link.href === selected);
      if (link.href === focused) {
        link.focus({ preventScroll: true });
      }
    });
    list.querySelector('.table-box')?.scrollTo({ top: scrolled });
  };
}

function happened(payload) {
  if (list && !waiting) {
    waiting = setTimeout(refresh, 400);
  }
  if (here && payload.id === here.dataset.ticket && payload.what === 'answered') {
    document.querySelector('[data-newer]')?.removeAttribute('hidden');
  }
}

if (list || here) {
  document.addEventListener('tl:ticket', ({ detail }) => happened(detail));
  document.addEventListener('tl:resync', () => list && happened({ type: 'ticket' }));
}
