// The plan as a grid: arrows move, F2 or typing edits, Enter adds a row, Alt+Shift+arrows arrange, Ctrl+Z takes back.
import { composing, csrfHeaders, root } from '../component/request.js';
import { notice } from '../component/notices.js';
import { rowWindow, setAddress } from './plan-rows.js';

const box = document.getElementById('grid');
const DEPTH = 50;
const PAGE = 15;
const undo = [];
let editing = null;

const grid = () => box?.querySelector('table.tree-grid');
const may = () => grid()?.dataset.may === 'true';
const cellsOf = (row) => [...row.children];
const sight = box && rowWindow(box, () => editing?.cell.parentElement);
const word = (name) => grid().dataset['word' + name] ?? '';
const current = () => document.activeElement?.closest?.('.plan-rows > tr > *');

function focusCell(row, column) {
  const cell = row && cellsOf(row)[column];
  if (!cell) return;
  for (const old of box.querySelectorAll('.plan-rows > tr > [tabindex="0"]')) old.tabIndex = -1;
  cell.tabIndex = 0;
  cell.focus();
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function enter() {
  const first = box?.querySelector('.plan-rows > tr > th');
  if (first && !box.querySelector('.plan-rows > tr > [tabindex="0"]')) first.tabIndex = 0;
}

// Never throws: what went wrong is said in the person's words.
async function ask(path, values) {
  try {
    const answer = await fetch(root(grid().dataset.plan + path), {
      method: 'POST',
      headers: { ...csrfHeaders(), Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(values),
    });
    const said = answer.headers.get('content-type')?.includes('json') ? await answer.json() : {};
    return answer.ok ? { ok: true, ...said } : { ok: false, message: said.message ?? word('Failed') };
  } catch {
    return { ok: false, message: word('Failed') };
  }
}

async function send(path, values) {
  const said = await ask(path, values);
  if (!said.ok) notice(said.message, { tone: 'bad' });
  return said.ok ? said : null;
}

// What moved with a change, and the way back; the address is inside the application.
const tell = (said) => { if (said.moved) notice(said.moved, { tone: 'good', undo: root(said.undo) }); };
const reversal = (undo) => () => send(undo.slice(grid().dataset.plan.length), {});

// The server's rows replace ours: summaries, WBS codes and dates are its business.
async function reload(number, column) {
  await sight.reload(number);
  enter();
  focusCell(document.getElementById('t' + number), column);
}

async function fold(row) {
  const link = row.querySelector('.tree-fold');
  if (!link) return;
  setAddress('fold', new URL(link.href).searchParams.get('fold'));
  await reload(row.dataset.no, 1);
}

const shown = (cell) => cell.dataset.v ?? (cell.querySelector('.tree-link, .date-why') ?? cell).textContent.trim();

function edit(cell, start = null) {
  if (!may() && !(cell.dataset.f === 'percent' && grid().dataset.work === 'true')) return;
  if (!cell.dataset.f || editing) return;
  const field = cell.dataset.f === 'assignee'
    ? document.getElementById('team-options').content.firstElementChild.cloneNode(true)
    : Object.assign(document.createElement('input'), { className: 'input' });
  open(cell, field, { before: shown(cell) });
  if (cell.dataset.f === 'start' || cell.dataset.f === 'finish') field.placeholder = '2026-11-21';
  if (cell.dataset.f === 'predecessors') field.placeholder = '3, 5FS+2d';
  if (cell.dataset.f === 'estimate') field.placeholder = '3/5/9';
  if (cell.dataset.f === 'constraint') field.placeholder = 'SNET 2026-11-21';
  field.value = start ?? editing.before;
  if (start === null) field.select?.();
}

function open(cell, field, state) {
  field.setAttribute('aria-label', grid().tHead.rows[0].cells[cell.cellIndex].textContent);
  editing = { cell, field, kept: [...cell.childNodes], ...state };
  cell.replaceChildren(field);
  field.focus();
  field.addEventListener('keydown', keysWhileEditing);
  field.addEventListener('blur', () => editing?.field === field && commit());
}

// A row that exists here only, until it has a name and the server knows it.
function addBelow(row) {
  const level = Number(row.dataset.level);
  let last = row;
  while (Number(last.nextElementSibling?.dataset.level) > level) last = last.nextElementSibling;
  const made = row.cloneNode(false);
  made.removeAttribute('id');
  made.removeAttribute('aria-expanded');
  made.className = '';
  made.append(...cellsOf(row).map((cell) => cell.cloneNode(false)));
  last.after(made);
  const draft = { after: row.dataset.no };
  if (row.dataset.up) draft.parent = row.dataset.up;
  open(cellsOf(made)[1], Object.assign(document.createElement('input'), { className: 'input', placeholder: word('New') }),
    { before: '', draft, beside: row });
}

function close() {
  const { cell, kept, draft, beside } = editing;
  editing = null;
  if (draft) {
    cell.parentElement.remove();
    focusCell(beside, 1);
  } else {
    cell.replaceChildren(...kept);
    cell.focus();
  }
}

// What was typed stays until the server has it; why it was refused stands below it. Returns the row's number once saved.
async function commit(move = 0) {
  const state = editing;
  if (!state || state.saving) return null;
  const { cell, field, before, draft, beside } = state;
  const { no } = cell.parentElement.dataset;
  const column = cell.cellIndex;
  const value = field.value;
  if (draft ? !value.trim() : value === before) {
    close();
    if (move) focusCell(document.getElementById('t' + no), column + move);
    return draft ? null : no;
  }
  state.saving = true;
  field.readOnly = true;
  cell.setAttribute('aria-busy', 'true');
  const said = await (draft ? ask('/tasks', { ...draft, name: value }) : ask(`/tasks/${no}/cells`, { field: cell.dataset.f, value }));
  cell.removeAttribute('aria-busy');
  if (!said.ok) {
    state.saving = false;
    field.readOnly = false;
    refuse(cell, field, said.message);
    return null;
  }
  editing = null;
  const saved = String(draft ? said.number : no);
  remember(draft
    ? { no: beside.dataset.no, column, run: () => send(`/tasks/${saved}/removal`, {}) }
    : { no, column, run: said.undo ? reversal(said.undo) : () => send(`/tasks/${no}/cells`, { field: cell.dataset.f, value: before }) });
  tell(said);
  await reload(saved, column + move);
  if (state.again) addBelow(document.getElementById('t' + saved));
  return saved;
}

function refuse(cell, field, message) {
  cell.querySelector('.error')?.remove();
  const text = Object.assign(document.createElement('p'), { className: 'error', id: 'cell-error', textContent: message });
  text.setAttribute('role', 'alert');
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', text.id);
  cell.append(text);
  field.focus();
}

function remember(step) {
  undo.push(step);
  if (undo.length > DEPTH) undo.shift();
}

function keysWhileEditing(event) {
  if (composing(event)) return;
  const { cell, saving } = editing;
  if (saving) {
    editing.again ||= event.key === 'Enter' && cell.dataset.f === 'name';
  } else if (event.key === 'Escape') {
    close();
  } else if (event.key === 'Enter') {
    commit();
  } else if (event.key === 'Tab' && cell.dataset.f === 'name') {
    commit().then((no) => no && arrange(no, event.shiftKey ? 'out' : 'in', 1));
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
  const row = document.getElementById('t' + no);
  if (!may() || !row) return;
  const back = { up: ['down'], down: ['up'], in: ['out'], out: ['in', ...Array(laterSiblings(row)).fill('up')] }[to];
  const said = await send(`/tasks/${no}/outline`, { to });
  if (!said) return;
  remember({ no, column, run: said.undo ? reversal(said.undo) : () => each(back, (way) => send(`/tasks/${no}/outline`, { to: way })) });
  tell(said);
  await reload(no, column);
}

async function each(steps, run) {
  for (const step of steps) {
    if (!(await run(step))) return false;
  }
  return true;
}

function laterSiblings(row) {
  const level = Number(row.dataset.level);
  let count = 0;
  for (let next = row.nextElementSibling; Number(next?.dataset.level) >= level; next = next.nextElementSibling) {
    if (Number(next.dataset.level) === level) count += 1;
  }
  return count;
}

async function takeBack() {
  const last = undo.pop();
  if (last && await last.run()) {
    await reload(last.no, last.column);
    notice(word('Undone'));
  }
}

async function go(row, by, column) {
  focusCell((await sight.rowAt(sight.indexOf(row) + by)) ?? row, column);
}

box?.addEventListener('keydown', (event) => {
  const cell = current();
  if (!cell || editing || composing(event)) return;
  const row = cell.parentElement;
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  if (event.altKey && event.shiftKey && step) {
    arrange(row.dataset.no, { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' }[event.key], cell.cellIndex);
  } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
    takeBack();
  } else if (event.ctrlKey && (event.key === 'Home' || event.key === 'End')) {
    go(row, event.key === 'Home' ? -Infinity : Infinity, cell.cellIndex);
  } else if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  } else if (step) {
    const expanded = row.getAttribute('aria-expanded');
    if (cell.cellIndex === 1 && (event.key === 'ArrowLeft' ? expanded === 'true' : event.key === 'ArrowRight' && expanded === 'false')) fold(row);
    else if (step[0]) go(row, step[0], cell.cellIndex);
    else focusCell(row, Math.max(0, cell.cellIndex + step[1]));
  } else if (event.key === 'PageUp' || event.key === 'PageDown') {
    go(row, event.key === 'PageUp' ? -PAGE : PAGE, cell.cellIndex);
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
    event.preventDefault();
    fold(toggle.closest('tr'));
    return;
  }
  const cell = event.target.closest('.plan-rows > tr > *');
  if (cell && !editing && !event.target.closest('a, button')) focusCell(cell.parentElement, cell.cellIndex);
});

box?.addEventListener('dblclick', (event) => {
  const cell = event.target.closest('[data-f]');
  if (cell) edit(cell);
});

enter();
if (sight?.found) focusCell(sight.found, 1);
