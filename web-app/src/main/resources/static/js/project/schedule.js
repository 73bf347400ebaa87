// The plan as a grid: what each key does. Cells, new rows, the clipboard and the rows themselves are modules of their own.
import { composing } from '../component/request.js';
import { notice } from '../component/notices.js';
import { setAddress } from './plan-rows.js';
import { ask, box, current, enqueue, enter, focusCell, grid, may, refresh, rowFrom, rowOf, sight, steps } from './plan-grid.js';
import { arrange, edit, isEditing } from './plan-cells.js';
import { addBelow, addFirst, isDrafting } from './plan-drafts.js';
import { inHand, select, unselect } from './plan-clipboard.js';

const PAGE = 15;

async function fold(row) {
  const link = row.querySelector('.tree-fold');
  if (!link) return;
  setAddress('fold', new URL(link.href).searchParams.get('fold'));
  await refresh(row.dataset.no);
}

async function go(row, by, column) {
  focusCell((await rowFrom(row, by)) ?? row, column);
}

// One step back or forth in what this person changed, however long ago the page was opened.
function turn(way) {
  if (!may() || !document.querySelector(`[data-step="${way}"]`)) return;
  enqueue(async () => {
    const said = await ask(`/schedule/${way}`, {});
    notice(said.message, { tone: said.ok ? '' : 'bad' });
    if (said.ok) steps(said);
    return null;
  });
}

function remove(numbers) {
  for (const no of numbers) {
    enqueue(async () => {
      const said = await ask(`/tasks/${no}/removal`, {});
      if (said.ok) steps({ undo: true, redo: false });
      else notice(said.message, { tone: 'bad' });
      return null;
    });
  }
  unselect();
}

function withControl(event, row, cell) {
  const key = event.key.toLowerCase();
  const expanded = row?.getAttribute('aria-expanded');
  if (key === 'y' || (key === 'z' && event.shiftKey)) turn('redo');
  else if (key === 'z') turn('undo');
  else if (!cell) return false;
  else if (event.key === 'Home' || event.key === 'End') go(row, event.key === 'Home' ? -Infinity : Infinity, cell.cellIndex);
  else if (event.key === 'ArrowLeft' && expanded === 'true') fold(row);
  else if (event.key === 'ArrowRight' && expanded === 'false') fold(row);
  else return false;
  return true;
}

function moved(event, row, cell, step) {
  const expanded = row.getAttribute('aria-expanded');
  if (event.shiftKey && step[0]) {
    select(row, step[0]);
    return;
  }
  unselect();
  if (cell.cellIndex === 1 && (event.key === 'ArrowLeft' ? expanded === 'true' : event.key === 'ArrowRight' && expanded === 'false')) fold(row);
  else if (step[0]) go(row, step[0], cell.cellIndex);
  else focusCell(row, Math.max(0, cell.cellIndex + step[1]));
}

function plain(event, row, cell) {
  if (event.key === 'PageUp' || event.key === 'PageDown') go(row, event.key === 'PageUp' ? -PAGE : PAGE, cell.cellIndex);
  else if (event.key === 'Home' || event.key === 'End') focusCell(row, event.key === 'Home' ? 0 : row.children.length - 1);
  else if (event.key === 'Escape') return unselect();
  else if (event.key === ' ' && event.shiftKey) select(row, 0);
  else if (event.key === 'F2') return edit(cell);
  else if (event.key === 'Enter' && may() && !event.target.closest('button')) addBelow(row);
  else if (event.key === 'Delete' && may() && inHand().length) remove(inHand());
  else if (event.key === 'Delete' && cell.dataset.f && cell.dataset.f !== 'name') return edit(cell, '');
  else if (event.key.length === 1 && event.key !== ' ' && cell.dataset.f) {
    return edit(cell, cell.dataset.f === 'assignee' || cell.dataset.f === 'mode' ? null : event.key);
  } else return false;
  return true;
}

function taken(event, row, cell) {
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  if (event.ctrlKey || event.metaKey) return withControl(event, row, cell);
  if (!cell) return false;
  if (event.altKey && event.shiftKey && step) {
    arrange(row.dataset.no, { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' }[event.key]);
    return true;
  }
  if (event.altKey) return false;
  if (step) {
    moved(event, row, cell, step);
    return true;
  }
  return plain(event, row, cell);
}

document.addEventListener('keydown', (event) => {
  if (!grid() || isEditing() || isDrafting() || composing(event) || event.defaultPrevented) return;
  const cell = current();
  const typing = event.target.closest?.('input, textarea, select, dialog[open]');
  if (typing || !taken(event, cell?.parentElement, cell)) return;
  event.preventDefault();
  event.stopPropagation();
}, true);

document.addEventListener('submit', (event) => {
  const button = event.target.querySelector?.('[data-step]');
  if (!button || !grid()) return;
  event.preventDefault();
  turn(button.dataset.step);
});

box?.addEventListener('click', (event) => {
  const toggle = event.target.closest('.tree-fold');
  if (toggle) {
    event.preventDefault();
    fold(toggle.closest('tr'));
    return;
  }
  const cell = event.target.closest('.plan-rows > tr[data-no] > *');
  if (!cell || isEditing() || isDrafting() || event.target.closest('a, button')) return;
  focusCell(cell.parentElement, cell.cellIndex);
  if (cell.cellIndex === 0 && event.shiftKey) select(cell.parentElement, 0);
  else unselect();
});

box?.addEventListener('dblclick', (event) => {
  const cell = event.target.closest('[data-f]');
  if (cell) edit(cell);
});

enter();
if (sight?.found) focusCell(sight.found, 1);
else if (grid() && may() && !box.querySelector('.plan-rows > tr')) addFirst();
else if (location.hash && rowOf(location.hash.slice(2))) focusCell(rowOf(location.hash.slice(2)), 1);
