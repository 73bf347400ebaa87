// The key map of KeyMap.java. Single letters rest in text fields, while an input method composes, with a dialog open
// and when the person has switched them off (body data-keys="off").
import { composing, root } from './request.js';
import { openDialog } from './dialogs.js';
import { toggleSidebar } from './sidebar.js';
import { notice, undoLast } from './notices.js';

const SEQUENCE_MS = 1200;
const NUMBER = '.page-title .code';
let prefix = '';
let timer = null;

const typing = (target) => target.closest?.('input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"], [role="treegrid"] [data-editing]');
const press = (selector) => {
  const found = [...document.querySelectorAll(selector)].find((element) => element.offsetParent !== null);
  if (found) {
    found.focus();
    found.click();
  }
  return Boolean(found);
};
const focus = (selector) => {
  const found = document.querySelector(selector);
  found?.focus();
  found?.select?.();
  return Boolean(found);
};
// Behind a summary one writes: it opens and the text has the focus, also where it was open already.
const write = (key) => {
  const box = [...document.querySelectorAll(`summary[data-key="${key}"]`)].find((element) => element.offsetParent !== null)?.parentElement;
  if (box) {
    box.open = true;
    box.querySelector('textarea')?.focus();
  }
  return Boolean(box);
};
const entry = (keys) => document.querySelector(`[data-palette-actions] a[data-keys="${keys}"], main a[data-keys="${keys}"]`);

const single = {
  '/': () => focus('#search'),
  '?': () => { showSheet(); return true; },
  '[': () => { toggleSidebar(); return true; },
  f: () => focus('[data-filters] input, [data-filters] select'),
  e: () => press('[data-key="e"]'),
  r: () => write('r') || press('[data-key="r"]') || focus('[data-key-focus="r"]'),
  n: () => write('n') || press('[data-key="n"]') || focus('[data-key-focus="n"]'),
  s: () => focus('[data-key-focus="s"]'),
  a: () => focus('[data-key-focus="a"]'),
  i: () => press('[data-key="i"]'),
  '.': copyNumber,
};

// What a key acts on; the sheet leaves out the keys that would do nothing on this page.
const needs = {
  '/': '#search',
  c: '[data-create-menu]',
  'Ctrl Enter': 'main form[method="post" i]',
  'Ctrl Z': '#notices [data-undo]',
  '[': '#sidebar',
  j: '[data-rows]',
  k: '[data-rows]',
  o: '[data-rows] .row-link',
  x: '[data-rows] .pick input',
  f: '[data-filters]',
  s: '[data-key-focus="s"]',
  a: '[data-key-focus="a"]',
  i: '[data-key="i"]',
  e: '[data-key="e"]',
  r: '[data-key="r"], [data-key-focus="r"]',
  n: '[data-key="n"], [data-key-focus="n"]',
  '.': NUMBER,
  'v l': '[data-keys="v l"]',
  'v g': '[data-keys="v g"]',
  'v n': '[data-keys="v n"]',
};

function showSheet() {
  const sheet = document.getElementById('keys-help');
  for (const row of sheet.querySelectorAll('[data-key-row]')) {
    const need = needs[row.dataset.keyRow];
    row.hidden = Boolean(need) && ![...document.querySelectorAll(need)].some((element) => element.checkVisibility());
  }
  for (const group of sheet.querySelectorAll('[data-key-group]')) {
    group.hidden = !group.querySelector('[data-key-row]:not([hidden])');
  }
  openDialog(sheet);
}

function copyNumber() {
  const code = document.querySelector(NUMBER);
  if (code && navigator.clipboard) {
    navigator.clipboard.writeText(code.textContent.trim()).then(() => notice(code.textContent.trim(), { tone: 'good' }));
  }
  return Boolean(code);
}

function sequence(key) {
  const link = entry(`${prefix} ${key}`);
  prefix = '';
  clearTimeout(timer);
  if (link) {
    location.assign(link.href);
  }
  return Boolean(link);
}

function begin(key) {
  prefix = key;
  timer = setTimeout(() => { prefix = ''; }, SEQUENCE_MS);
  if (key === 'c') {
    const menu = document.querySelector('[data-create-menu]');
    if (menu) {
      menu.parentElement.open = true;
      menu.focus();
    }
  }
  return true;
}

document.addEventListener('keydown', (event) => {
  if (composing(event)) {
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
    const form = event.target.closest?.('form[method="post" i]');
    if (form) {
      event.preventDefault();
      form.requestSubmit();
    }
    return;
  }
  if (event.key === 'Escape' && typing(event.target) && !event.target.closest('dialog')) {
    event.target.blur();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !typing(event.target)) {
    undoLast();
    return;
  }
  const off = document.body.dataset.keys === 'off' || event.ctrlKey || event.metaKey || event.altKey
    || typing(event.target) || document.querySelector('dialog[open]');
  if (off) {
    return;
  }
  const done = prefix ? sequence(event.key) : 'gcv'.includes(event.key) ? begin(event.key) : single[event.key]?.();
  if (done) {
    event.preventDefault();
  }
});

document.addEventListener('click', (event) => {
  if (event.target.closest('[data-keys-help]')) {
    showSheet();
  }
});
