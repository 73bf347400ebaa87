// Command palette: where to go, what to create, and records found by number, title or pinyin.
// Source: GET /search/suggest?q= answers {groups: [{label, items: [{label, hint, href}]}]}.
import { composing } from './request.js';
import { openDialog } from './dialogs.js';
import { toggleTheme } from './theme.js';

const WAIT = 120;
const palette = document.getElementById('palette');
const input = palette?.querySelector('input');
const list = palette?.querySelector('[role="listbox"]');
let asked = 0;
let timer = null;

const fold = (text) => text.normalize('NFKC').toLowerCase();

function actions(query) {
  const holder = palette.querySelector('[data-palette-actions]');
  const items = [...holder.querySelectorAll('a, button')]
    .filter((item) => fold(item.textContent).includes(fold(query)))
    .map((item) => ({ label: item.textContent, hint: item.dataset.keys ?? '', href: item.href, action: item.dataset.action }));
  return items.length ? [{ label: holder.dataset.label, items }] : [];
}

/** What the page itself offers comes first and is not said twice. */
function merge(own, found) {
  const known = new Set(own.flatMap((group) => group.items.map((item) => item.href)));
  const rest = found.map((group) => ({
    ...group,
    items: group.items.filter((item) => !known.has(new URL(item.href, location.href).href)),
  }));
  return [...own, ...rest.filter((group) => group.items.length)];
}

/** @param asking more may come, so nothing yet is not nothing found */
function draw(groups, asking = false) {
  let n = 0;
  list.replaceChildren(...groups.map((group, g) => {
    const box = document.createElement('div');
    box.setAttribute('role', 'group');
    box.setAttribute('aria-labelledby', `palette-group-${g}`);
    const title = document.createElement('span');
    title.className = 'menu-title';
    title.id = `palette-group-${g}`;
    title.textContent = group.label;
    box.append(title, ...group.items.map((item) => option(item, n++)));
    return box;
  }));
  palette.querySelector('.palette-none').hidden = n > 0 || asking;
  const count = palette.querySelector('[data-palette-count]');
  count.textContent = input.value && !asking ? count.dataset.text.replace('{0}', n) : '';
  mark(0);
}

function option(item, n) {
  const element = document.createElement('div');
  element.setAttribute('role', 'option');
  element.id = `palette-option-${n}`;
  element.dataset.href = item.href ?? '';
  element.dataset.action = item.action ?? '';
  const label = document.createElement('span');
  label.className = 'clip';
  label.textContent = item.label;
  const hint = document.createElement('span');
  hint.className = 'hint';
  hint.textContent = item.hint ?? '';
  element.append(label, hint);
  return element;
}

const options = () => [...list.querySelectorAll('[role="option"]')];

function mark(at) {
  const all = options();
  all.forEach((element, n) => element.setAttribute('aria-selected', String(n === at)));
  const chosen = all[at];
  if (chosen) {
    input.setAttribute('aria-activedescendant', chosen.id);
    chosen.scrollIntoView({ block: 'nearest' });
  } else {
    input.removeAttribute('aria-activedescendant');
  }
}

async function ask() {
  const query = input.value.trim();
  const mine = ++asked;
  draw(actions(query), Boolean(query));
  if (!query) {
    return;
  }
  const answer = await fetch(`${palette.dataset.source}?q=${encodeURIComponent(query)}`, { headers: { Accept: 'application/json' } });
  if (answer.ok && mine === asked) {
    const { groups } = await answer.json();
    draw(merge(actions(query), groups ?? []));
  }
}

function run(element) {
  if (element?.dataset.action === 'theme') {
    palette.close();
    toggleTheme();
  } else if (element?.dataset.href) {
    location.assign(element.dataset.href);
  } else if (input.value.trim()) {
    location.assign(`${palette.dataset.search}?q=${encodeURIComponent(input.value.trim())}`);
  }
}

export function openPalette() {
  if (!palette) {
    return;
  }
  input.value = '';
  draw(actions(''));
  openDialog(palette);
  input.focus();
}

if (palette) {
  input.addEventListener('input', (event) => {
    if (!event.isComposing) {
      clearTimeout(timer);
      timer = setTimeout(() => ask().catch(() => {}), WAIT);
    }
  });
  input.addEventListener('compositionend', () => ask().catch(() => {}));
  input.addEventListener('keydown', (event) => {
    if (composing(event)) {
      return;
    }
    const all = options();
    const at = all.findIndex((element) => element.getAttribute('aria-selected') === 'true');
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && all.length) {
      event.preventDefault();
      mark((at + step + all.length) % all.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(all[at]);
    }
  });
  list.addEventListener('click', (event) => run(event.target.closest('[role="option"]')));
  list.addEventListener('pointermove', (event) => {
    const at = options().indexOf(event.target.closest('[role="option"]'));
    if (at >= 0) {
      mark(at);
    }
  });
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && !composing(event)) {
      event.preventDefault();
      openPalette();
    }
  });
}
