// What all parts of the plan's grid share: its table, the server, one queue of changes, and rows that come anew while
// somebody types.
import { csrfHeaders, root } from '../component/request.js';
import { notice } from '../component/notices.js';
import { rowWindow } from './plan-rows.js';

export const box = document.getElementById('grid');
export const grid = () => box?.querySelector('table.tree-grid');
export const may = () => grid()?.dataset.may === 'true';
export const word = (name) => grid()?.dataset['word' + name] ?? '';
export const cellsOf = (row) => [...row.children];
// Columns that take what is typed, the name apart.
export const WRITTEN = ['DURATION', 'START', 'FINISH', 'PREDECESSORS', 'ASSIGNEE', 'PERCENT', 'CONSTRAINT', 'DEADLINE', 'EFFORT', 'ESTIMATE', 'MODE', 'EFFORT_TYPE'];
export const rowOf = (no) => document.getElementById('t' + real(no));
export const columns = () => [...grid().tHead.rows[0].cells].map((cell) => cell.dataset.c);
export const current = () => document.activeElement?.closest?.('.plan-rows > tr > *');

// Rows that the server does not know yet go by names of their own until it has numbered them.
const numbers = new Map();
export const real = (no) => numbers.get(no) ?? no;
export const isNew = (no) => String(no).startsWith('new');
export const renamed = [];

export function number(temporary, no) {
  numbers.set(temporary, String(no));
  renamed.forEach((tell) => tell(temporary, String(no)));
}

/** What is ours alone while rows come anew: parts add { hold() → anything, give(held) }. */
export const ours = [];
const waiting = [];
let running = null;

export const sight = box && rowWindow(box, () => current()?.parentElement, (swap) => {
  const held = ours.map((part) => part.hold());
  swap();
  ours.forEach((part, index) => part.give(held[index]));
});

export function focusCell(row, column) {
  const cell = row && cellsOf(row)[column];
  if (!cell) return;
  for (const old of box.querySelectorAll('.plan-rows > tr > [tabindex="0"]')) old.tabIndex = -1;
  cell.tabIndex = 0;
  cell.focus();
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** The row so many places away, fetched first where it is not here. */
export async function rowFrom(row, by) {
  if (Math.abs(by) === 1) {
    const beside = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (beside) return beside;
  }
  const rows = box.querySelectorAll('.plan-rows > tr');
  if (by === -Infinity && rows[0]?.parentElement.dataset.first === '0') return rows[0];
  const index = sight.indexOf(row);
  return Number.isNaN(index) ? null : sight.rowAt(index + by);
}

/** The grid is one stop of the tab key. */
export function enter() {
  const first = box?.querySelector('.plan-rows > tr > th');
  if (first && !box.querySelector('.plan-rows > tr > [tabindex="0"]')) first.tabIndex = 0;
}

/** Never throws: what went wrong is said in the person's words. Values are an object or a list of pairs. */
export async function ask(path, values) {
  try {
    const answer = await fetch(root(grid().dataset.plan + path), {
      method: 'POST',
      headers: { ...csrfHeaders(), Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(values),
    });
    const said = answer.headers.get('content-type')?.includes('json') ? await answer.json() : {};
    return answer.ok ? { ok: true, ...said } : { ok: false, ...said, message: said.message ?? word('Failed') };
  } catch {
    return { ok: false, message: word('Failed') };
  }
}

// What moved with a change, and the way back; the address is inside the application.
export function tell(said) {
  if (said.moved) notice(said.moved, { tone: 'good', undo: said.undo ? root(said.undo) : null });
  steps({ undo: true, redo: false });
}

/** Which of the two buttons have something to do. */
export function steps(ends) {
  for (const button of document.querySelectorAll('[data-step]')) button.disabled = !ends[button.dataset.step];
}

/** Changes reach the server one after the other, in the order in which they were made; then the rows come anew. */
export function enqueue(change) {
  waiting.push(change);
  running ??= work();
  return running;
}

async function work() {
  let at = null;
  box.setAttribute('aria-busy', 'true');
  while (waiting.length) at = (await waiting.shift()()) ?? at;
  await refresh(at);
  running = waiting.length ? work() : null;
  if (!running) box.removeAttribute('aria-busy');
}

/** @param at number of a task that has to be among the rows; null for the one in hand */
export async function refresh(at = null) {
  if (!grid()) return;
  const no = at ?? current()?.parentElement.dataset.no;
  await sight.reload(no && isNew(real(no)) ? null : no && real(no));
  enter();
}

// Where the focus was it is again, by task and column.
ours.push({
  hold() {
    const cell = current();
    return cell && { no: cell.parentElement.dataset.no, index: cell.parentElement.rowIndex, column: cell.cellIndex };
  },
  give(held) {
    if (!held || current()) return;
    const rows = box.querySelectorAll('.plan-rows > tr');
    const first = rows[0]?.rowIndex ?? 0;
    focusCell(rowOf(held.no) ?? rows[Math.min(rows.length - 1, Math.max(0, held.index - first))], held.column);
  },
});
