// Rows chosen with Shift+arrows, copied within the plan or into a spreadsheet, and blocks of cells pasted from one.
import { csrfHeaders, root } from '../component/request.js';
import { notice } from '../component/notices.js';
import { showMain } from '../component/dialogs.js';
import { WRITTEN, ask, box, columns, current, enqueue, focusCell, grid, isNew, may, ours, real, rowOf, tell, word } from './plan-grid.js';
import { cancel, commit, edit, isEditing, texts } from './plan-cells.js';
import { cellOfDraft, finish, isDrafting } from './plan-drafts.js';

const ROWS = 'application/x-throughline-rows';
const chosen = new Set();
let anchor = null;
let copied = null;

function show() {
  for (const row of box.querySelectorAll('.plan-rows > tr[data-no]')) {
    if (chosen.has(row.dataset.no)) row.setAttribute('aria-selected', 'true');
    else row.removeAttribute('aria-selected');
  }
}

export function unselect() {
  const any = chosen.size > 0;
  chosen.clear();
  anchor = null;
  show();
  return any;
}

/** From where choosing began to the row above or below. */
export function select(row, by) {
  anchor ??= row.dataset.no;
  const next = by ? (by < 0 ? row.previousElementSibling : row.nextElementSibling) : row;
  if (!next?.dataset.no) return;
  const rows = [...box.querySelectorAll('.plan-rows > tr[data-no]')];
  const ends = [rows.indexOf(rowOf(anchor)), rows.indexOf(next)].sort((a, b) => a - b);
  chosen.clear();
  for (const one of rows.slice(Math.max(0, ends[0]), ends[1] + 1)) chosen.add(one.dataset.no);
  show();
  focusCell(next, current()?.cellIndex ?? 0);
}

/** Numbers of the rows in hand: those chosen, else the one whose number has the focus. */
export function inHand() {
  if (chosen.size) return [...chosen];
  const cell = current();
  return cell?.cellIndex === 0 && !isNew(cell.parentElement.dataset.no) ? [cell.parentElement.dataset.no] : [];
}

const quoted = (text) => (/[\t\n\r]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function copy(event) {
  const cell = current();
  if (!cell || isEditing() || isDrafting() || String(getSelection())) return;
  const numbers = inHand();
  const heads = [...grid().tHead.rows[0].cells].map((head) => head.textContent);
  const lines = numbers.map(rowOf).filter(Boolean).map((row) => texts(row).map((text, index) =>
    quoted(index === 1 ? '  '.repeat(Number(row.dataset.level) - 1) + text : text)).join('\t'));
  const text = numbers.length ? [heads.join('\t'), ...lines].join('\n') : texts(cell.parentElement)[cell.cellIndex];
  copied = numbers.length ? { text, numbers } : null;
  event.clipboardData.setData('text/plain', text);
  if (copied) {
    event.clipboardData.setData(ROWS, JSON.stringify({ plan: grid().dataset.plan, numbers }));
    notice(word('Copied'));
  }
  event.preventDefault();
}

function numbersIn(data) {
  try {
    const rows = JSON.parse(data.getData(ROWS) || 'null');
    if (rows?.plan === grid().dataset.plan) return rows.numbers;
  } catch {
    return null;
  }
  return copied && data.getData('text/plain').replaceAll('\r\n', '\n') === copied.text ? copied.numbers : null;
}

function paste(event) {
  const text = event.clipboardData.getData('text/plain');
  const block = /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''));
  const inField = event.target.closest?.('input, select, textarea');
  const cell = inField ? (isDrafting() ? cellOfDraft() : event.target.closest('.plan-rows > tr > *')) : current();
  if (!may() || !cell || !text || (inField && !block)) return;
  event.preventDefault();
  const numbers = inField ? null : numbersIn(event.clipboardData);
  if (numbers) insert(numbers, cell.parentElement.dataset.no);
  else if (block) place(text, cell);
  else if (edit(cell, text.trim())) {
    commit();
    focusCell(cell.parentElement, cell.cellIndex);
  }
}

/** Copies of the rows, after this one. */
function insert(numbers, after) {
  run('/schedule/copies', () => [...numbers.map((no) => ['numbers', no]), ['after', real(after)]]);
}

// In the number or the name the block becomes rows of its own, columns that cannot be typed left out; elsewhere it goes
// over the cells from here on.
function place(text, cell) {
  const from = Math.max(1, cell.cellIndex);
  const over = cell.cellIndex > 1;
  const draft = isDrafting();
  const row = draft ? cell.parentElement.previousElementSibling : cell.parentElement;
  if (draft) finish();
  else if (isEditing()) cancel();
  const fold = new URL(location.href).searchParams.get('fold');
  const at = row?.dataset.no;
  run('/schedule/rows', () => [
    ['text', text],
    ['place', over ? 'OVER' : 'BELOW'],
    ...columns().slice(from).filter((column) => over || column === 'NAME' || WRITTEN.includes(column)).map((column) => ['columns', column]),
    ...(at && !isNew(real(at)) ? [['at', real(at)]] : []),
    ...(fold ? [['fold', fold]] : []),
  ]);
}

/** @param asked gives the values once all changes before are made */
function run(path, asked) {
  enqueue(async () => {
    const values = asked();
    const said = await ask(path, values);
    if (said.ok) {
      unselect();
      tell(said);
      return said.number;
    }
    if (path !== '/schedule/rows' || !(await review(values))) notice(said.message, { tone: 'bad' });
    return null;
  });
}

/** What cannot be taken, cell by cell, to be corrected before anything is saved. */
async function review(values) {
  const answer = await fetch(root(grid().dataset.plan + '/schedule/rows'), {
    method: 'POST',
    headers: { ...csrfHeaders(), Accept: 'text/html', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams([...values, ['look', 'true']]),
  }).catch(() => null);
  const main = answer?.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  if (!main) return false;
  showMain(main);
  return true;
}

ours.push({ hold: () => null, give: show });
if (box) {
  document.addEventListener('copy', copy);
  document.addEventListener('paste', paste);
}
