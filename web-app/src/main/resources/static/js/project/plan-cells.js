// Editing a cell. Leaving it shows what was typed at once and saves it behind; what the server refuses stays where it was
// typed, with the reason below it.
import { composing } from '../component/request.js';
import { notice } from '../component/notices.js';
import { ask, box, cellsOf, columns, enqueue, focusCell, grid, may, ours, real, refresh, renamed, rowFrom, rowOf, tell, word } from './plan-grid.js';

const HINTS = { start: '2026-11-21', finish: '2026-11-21', deadline: '2026-11-21', predecessors: '3, 5FS+2d', estimate: '3/5/9', constraint: 'SNET 2026-11-21', duration: '5d, 2ed' };
const pending = new Map();
const refused = new Map();
let editing = null;

export const isEditing = () => editing !== null;
export const shown = (cell) => cell.dataset.v ?? (cell.querySelector('.tree-link, .date-why') ?? cell).textContent.trim();
const keyOf = (no, name) => no + ' ' + name;
const cellOf = (no, name) => [...(rowOf(no)?.children ?? [])].find((cell) => cell.dataset.f === name);
const choices = { assignee: 'team-options', mode: 'mode-options', effort_type: 'type-options' };

function input(name) {
  if (choices[name]) return document.getElementById(choices[name]).content.firstElementChild.cloneNode(true);
  return Object.assign(document.createElement('input'), { className: 'input', placeholder: HINTS[name] ?? '' });
}

/** @param start what the first key typed, in place of what is there */
export function edit(cell, start = null) {
  const name = cell.dataset.f;
  const { no } = cell.parentElement.dataset;
  if (!name || !no || editing || !(may() || (name === 'percent' && grid().dataset.work === 'true'))) return false;
  const known = refused.get(keyOf(no, name));
  const field = input(name);
  const mine = pending.get(keyOf(no, name));
  const before = known?.seen ?? mine?.value ?? shown(cell);
  // what the server shows is what others may have changed; what we wrote ourselves a moment ago is not
  const seen = mine || cell.dataset.mine || cell.closest('.draft') ? null : before;
  field.value = start ?? known?.value ?? before;
  open(cell, field, { no, name, before, seen });
  if (known) explain(known);
  if (start === null) field.select?.();
  return true;
}

function open(cell, field, state) {
  field.setAttribute('aria-label', grid().tHead.rows[0].cells[cell.cellIndex].textContent);
  editing = { cell, field, kept: [...cell.childNodes], ...state };
  cell.replaceChildren(field);
  field.focus();
  field.addEventListener('keydown', keys);
  field.addEventListener('blur', () => setTimeout(() => {
    if (editing?.field === field && document.activeElement !== field && !editing.cell.contains(document.activeElement)) commit();
  }));
}

function explain({ message, theirs, value }) {
  const { cell, field, no, name } = editing;
  const text = Object.assign(document.createElement('p'), { className: 'error', id: 'cell-error', textContent: message });
  text.setAttribute('role', 'alert');
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', text.id);
  cell.append(text);
  if (theirs === undefined) return;
  const button = (label, act) => Object.assign(document.createElement('button'), { type: 'button', className: 'button small', textContent: label, onclick: act });
  text.append(' ', button(word('Mine'), () => commit()), ' ', button(word('Theirs'), () => {
    refused.delete(keyOf(no, name));
    cancel();
    refresh(no);
  }));
}

/** Takes the typing back. */
export function cancel() {
  const { cell, kept, no, name } = editing;
  const known = refused.delete(keyOf(no, name));
  editing = null;
  cell.replaceChildren(...kept);
  focusCell(cell.parentElement, cell.cellIndex);
  if (known) refresh(no);
}

/** Closes the editor; what was typed is on its way. */
export function commit() {
  const { cell, field, kept, no, name, before, seen } = editing;
  const { value } = field;
  const key = keyOf(no, name);
  const again = refused.delete(key);
  editing = null;
  cell.replaceChildren(...kept);
  if (value === before && !again) return;
  const label = field.selectedOptions?.[0]?.textContent ?? value;
  pending.set(key, { value, label });
  paint(cell, label);
  enqueue(async () => {
    const said = await ask(`/tasks/${real(no)}/cells`, { field: name, value, ...(seen === null ? {} : { seen }) });
    if (pending.get(keyOf(real(no), name))?.value === value) pending.delete(keyOf(real(no), name));
    if (said.ok) tell(said);
    else refuse(real(no), name, { value, label, message: said.message, theirs: said.theirs, seen: said.theirs ?? before });
    return null;
  });
}

function paint(cell, text) {
  cell.setAttribute('aria-busy', 'true');
  cell.dataset.mine = 'true';
  (cell.querySelector('.tree-link, .date-why') ?? cell).textContent = text;
}

// Where nothing else is being typed the cell opens again; else it waits, marked, until one comes back to it.
function refuse(no, name, known) {
  refused.set(keyOf(no, name), known);
  const cell = cellOf(no, name);
  if (!cell) return;
  cell.removeAttribute('aria-busy');
  if (!editing && !box.querySelector('.plan-rows .draft input')) edit(cell);
  else mark(cell, known);
}

function mark(cell, { label, message }) {
  const text = Object.assign(document.createElement('p'), { className: 'error', textContent: message });
  text.setAttribute('role', 'alert');
  cell.replaceChildren(label, text);
}

function keys(event) {
  if (composing(event)) return;
  const { cell, field, name } = editing;
  const row = cell.parentElement;
  const vertical = field.tagName === 'INPUT' && { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const column = cell.cellIndex;
  if (event.key === 'Escape') {
    cancel();
  } else if (event.key === 'Tab' && name === 'name') {
    commit();
    focusCell(row, column);
    arrange(row.dataset.no, event.shiftKey ? 'out' : 'in');
  } else if (event.key === 'Tab') {
    commit();
    focusCell(row, Math.min(columns().length - 1, Math.max(0, column + (event.shiftKey ? -1 : 1))));
  } else if (event.key === 'Enter' || vertical) {
    commit();
    focusCell(row, column);
    step(row, vertical || (event.shiftKey ? -1 : 1), column);
  } else {
    event.stopPropagation();
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

function step(row, by, column) {
  const beside = by < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (beside) focusCell(beside, column);
  else rowFrom(row, by).then((next) => { if (!editing) focusCell(next ?? row, column); });
}

/** Moves the row in the outline: up, down, in, out. */
export function arrange(no, to) {
  if (!may()) return;
  enqueue(async () => {
    const said = await ask(`/tasks/${real(no)}/outline`, { to });
    if (said.ok) tell(said);
    else notice(said.message, { tone: 'bad' });
    return real(no);
  });
}

// Rows come anew while somebody types: the field moves into the new row, and what is not saved yet is shown there.
ours.push({
  hold() {
    if (!editing) return null;
    const { field } = editing;
    return { selection: field.tagName === 'INPUT' ? [field.selectionStart, field.selectionEnd] : null };
  },
  give(held) {
    for (const [key, { label }] of pending) repaint(key, (cell) => paint(cell, label));
    for (const [key, known] of refused) repaint(key, (cell) => mark(cell, known));
    if (!held || !editing) return;
    const cell = cellOf(editing.no, editing.name);
    if (!cell) return;
    const rest = [...editing.cell.childNodes];
    editing.kept = [...cell.childNodes];
    editing.cell = cell;
    cell.replaceChildren(...rest);
    editing.field.focus();
    if (held.selection) editing.field.setSelectionRange(...held.selection);
  },
});

// A row that was typed here has its number now.
renamed.push((temporary, no) => {
  for (const map of [pending, refused]) {
    for (const [key, known] of [...map]) {
      if (key.startsWith(temporary + ' ')) {
        map.delete(key);
        map.set(no + key.slice(temporary.length), known);
      }
    }
  }
  if (editing?.no === temporary) editing.no = no;
});

function repaint(key, how) {
  const [no, name] = key.split(' ');
  const cell = cellOf(no, name);
  if (cell && !(editing?.no === no && editing.name === name)) how(cell);
}

/** The cells of a row as a spreadsheet takes them. */
export const texts = (row) => cellsOf(row).map((cell) => (cell.dataset.f === 'assignee' ? cell.textContent.trim() : shown(cell)));
