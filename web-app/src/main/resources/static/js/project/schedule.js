// The plan as a grid: arrows move, F2 or typing edits, Enter adds a row, Alt+Shift+arrows arrange, Ctrl+Z takes back.
import { composing, csrfHeaders, root } from '../component/request.js';
import { notice } from '../component/notices.js';

const box = document.getElementById('grid');
const DEPTH = 50;
const undo = [];
let editing = null;

const grid = () => box?.querySelector('table.tree-grid');
const may = () => grid()?.dataset.may === 'true';
const cellsOf = (row) => [...row.children];
const rows = () => [...box.querySelectorAll('tbody tr:not(.folded)')];
const word = (name) => grid().dataset['word' + name] ?? '';
const current = () => document.activeElement?.closest?.('.tree-grid tbody [role="gridcell"], .tree-grid tbody [role="rowheader"]');

function focusCell(row, column) {
  const cell = row && cellsOf(row)[column];
  if (!cell) return;
  for (const old of box.querySelectorAll('tbody [tabindex="0"]')) old.tabIndex = -1;
  cell.tabIndex = 0;
  cell.focus();
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function enter() {
  const first = box?.querySelector('tbody [role="rowheader"]');
  if (first && !box.querySelector('tbody [tabindex="0"]')) first.tabIndex = 0;
}

async function send(path, values) {
  const answer = await fetch(root(grid().dataset.plan + path), {
    method: 'POST',
    headers: { ...csrfHeaders(), Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(values),
  });
  const said = answer.headers.get('content-type')?.includes('json') ? await answer.json() : {};
  if (!answer.ok) {
    notice(said.message ?? word('Failed'), { tone: 'bad' });
    return null;
  }
  return said;
}

// The server's rows replace ours: summaries, WBS codes and dates are its business.
async function reload(number, column, folded = foldedNumbers()) {
  const answer = await fetch(location.href.replace(/#.*/, ''), { headers: { 'HX-Request': 'true' } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  box.replaceChildren(...page.getElementById('grid').childNodes);
  folded.forEach((no) => fold(document.getElementById('t' + no), true));
  enter();
  focusCell(document.getElementById('t' + number), column);
}

function foldedNumbers() {
  return [...box.querySelectorAll('tr[aria-expanded="false"]')].map((row) => row.dataset.no);
}

function fold(row, shut) {
  if (!row?.hasAttribute('aria-expanded')) return;
  row.setAttribute('aria-expanded', String(!shut));
  const level = Number(row.dataset.level);
  let closed = Infinity;
  for (let next = row.nextElementSibling; next && Number(next.dataset.level) > level; next = next.nextElementSibling) {
    const depth = Number(next.dataset.level);
    if (depth <= closed) closed = Infinity;
    next.classList.toggle('folded', shut || depth > closed);
    if (next.getAttribute('aria-expanded') === 'false') closed = Math.min(closed, depth);
  }
}

const shown = (cell) => cell.dataset.f === 'name' ? cell.querySelector('a').textContent : cell.dataset.v ?? cell.textContent.trim();

function edit(cell, start = null) {
  if (!may() && !(cell.dataset.f === 'percent' && grid().dataset.work === 'true')) return;
  if (!cell.dataset.f || editing) return;
  const field = cell.dataset.f === 'assignee'
    ? document.getElementById('team-options').content.firstElementChild.cloneNode(true)
    : Object.assign(document.createElement('input'), { className: 'input' });
  field.setAttribute('aria-label', grid().tHead.rows[0].cells[cell.cellIndex].textContent);
  if (cell.dataset.f === 'start' || cell.dataset.f === 'finish') field.placeholder = '2026-11-21';
  field.value = start ?? shown(cell);
  const kept = [...cell.childNodes];
  editing = { cell, field, kept, before: shown(cell) };
  cell.replaceChildren(field);
  field.focus();
  if (start === null) field.select?.();
  field.addEventListener('keydown', keysWhileEditing);
  field.addEventListener('blur', () => editing?.field === field && commit());
}

function restore() {
  const { cell, kept } = editing;
  editing = null;
  cell.replaceChildren(...kept);
  cell.focus();
}

async function commit(move = 0) {
  const { cell, field, before } = editing;
  const row = cell.parentElement;
  const value = field.value;
  const column = cell.cellIndex;
  const name = cell.dataset.f;
  restore();
  if (value !== before) {
    if (!(await save(row.dataset.no, name, value))) return;
    undo.push({ no: row.dataset.no, name, value: before });
    if (undo.length > DEPTH) undo.shift();
    await reload(row.dataset.no, column);
  }
  if (move) focusCell(document.getElementById('t' + row.dataset.no), column + move);
}

const save = (no, field, value) => send(`/tasks/${no}/cells`, { field, value });

function keysWhileEditing(event) {
  if (composing(event)) return;
  const row = editing.cell.parentElement;
  const inName = editing.cell.dataset.f === 'name';
  if (event.key === 'Escape') {
    restore();
  } else if (event.key === 'Enter') {
    commit();
  } else if (event.key === 'Tab' && inName) {
    const no = row.dataset.no;
    commit().then(() => arrange(no, event.shiftKey ? 'out' : 'in', 1));
  } else if (event.key === 'Tab') {
    commit(event.shiftKey ? -1 : 1);
  } else {
    event.stopPropagation();
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

async function arrange(no, to, column) {
  if (may() && await send(`/tasks/${no}/outline`, { to })) await reload(no, column);
}

async function addBelow(row) {
  const parent = parentOf(row);
  const values = { name: word('New'), after: row.dataset.no };
  if (parent) values.parent = parent.dataset.no;
  const added = await send('/tasks', values);
  if (!added) return;
  await reload(added.number, 1);
  const made = document.getElementById('t' + added.number);
  if (made) edit(cellsOf(made)[1]);
}

function parentOf(row) {
  const level = Number(row.dataset.level);
  let above = row.previousElementSibling;
  while (above && Number(above.dataset.level) >= level) above = above.previousElementSibling;
  return above;
}

async function takeBack() {
  const last = undo.pop();
  if (last && await save(last.no, last.name, last.value)) {
    const column = cellsOf(document.getElementById('t' + last.no)).findIndex((cell) => cell.dataset.f === last.name);
    await reload(last.no, column);
    notice(word('Saved'));
  }
}

box?.addEventListener('keydown', (event) => {
  const cell = current();
  if (!cell || editing || composing(event)) return;
  const row = cell.parentElement;
  const all = rows();
  const index = all.indexOf(row);
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  if (event.altKey && event.shiftKey && step) {
    arrange(row.dataset.no, { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' }[event.key], cell.cellIndex);
  } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
    takeBack();
  } else if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  } else if (step) {
    const expanded = row.getAttribute('aria-expanded');
    if (cell.cellIndex === 1 && event.key === 'ArrowLeft' && expanded === 'true') fold(row, true);
    else if (cell.cellIndex === 1 && event.key === 'ArrowRight' && expanded === 'false') fold(row, false);
    else focusCell(all[index + step[0]] ?? row, Math.max(0, cell.cellIndex + step[1]));
  } else if (event.key === 'Home' || event.key === 'End') {
    focusCell(row, event.key === 'Home' ? 0 : row.children.length - 1);
  } else if (event.key === 'F2') {
    edit(cell);
  } else if (event.key === 'Enter' && may() && !event.target.closest('button')) {
    addBelow(row);
  } else if (event.key === 'Delete' && cell.dataset.f && cell.dataset.f !== 'name') {
    edit(cell, '');
  } else if (event.key.length === 1 && event.key !== ' ' && cell.dataset.f && may()) {
    edit(cell, cell.dataset.f === 'assignee' ? null : event.key);
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
});

box?.addEventListener('click', (event) => {
  const toggle = event.target.closest('.tree-fold');
  if (toggle) {
    const row = toggle.closest('tr');
    fold(row, row.getAttribute('aria-expanded') === 'true');
    return;
  }
  const cell = event.target.closest('[role="gridcell"], [role="rowheader"]');
  if (cell && !editing && !event.target.closest('a')) focusCell(cell.parentElement, cell.cellIndex);
});

box?.addEventListener('dblclick', (event) => {
  const cell = event.target.closest('[data-f]');
  if (cell) edit(cell);
});

enter();
