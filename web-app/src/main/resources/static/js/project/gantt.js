// The Gantt chart: rows come and go as one scrolls, arrows walk the tree grid.
import { composing } from '../component/request.js';
import { bars } from './gantt-bars.js';
import { rowWindow, setAddress } from './plan-rows.js';

const PAGE = 15;
const box = document.getElementById('grid');
const sight = box && rowWindow(box);
const scroller = () => box.querySelector('.plan-box');
const current = () => document.activeElement?.closest?.('.plan-rows > tr > *');
const cellsOf = (row) => [...row.children].filter((cell) => cell.offsetParent !== null);

function focusCell(row, column) {
  const cells = row ? cellsOf(row) : [];
  const cell = cells[Math.min(column, cells.length - 1)];
  if (!cell) return;
  for (const old of box.querySelectorAll('.plan-rows > tr > [tabindex="0"]')) old.tabIndex = -1;
  cell.tabIndex = 0;
  cell.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  show(cell);
}

// A bar lies somewhere in its wide cell: bring the bar, not the cell, into sight.
function show(cell) {
  const room = scroller();
  if (!cell.dataset.x) return;
  const left = cell.offsetLeft + Number(cell.dataset.x);
  const right = left + Number(cell.dataset.w);
  const names = cell.parentElement.cells[0].offsetWidth;
  if (left - names < room.scrollLeft) room.scrollLeft = left - names - 40;
  else if (right > room.scrollLeft + room.clientWidth) room.scrollLeft = Math.min(left - names - 40, right - room.clientWidth + 120);
}

function enter() {
  const first = box?.querySelector('.plan-rows > tr > th');
  if (first && !box.querySelector('.plan-rows > tr > [tabindex="0"]')) first.tabIndex = 0;
}

async function reload(number, column) {
  await sight.reload(number);
  enter();
  focusCell(document.getElementById(`t${number}`), column);
}

async function fold(row) {
  const link = row.querySelector('.tree-fold');
  if (!link) return;
  setAddress('fold', new URL(link.href).searchParams.get('fold'));
  await reload(row.dataset.no, 0);
}

async function go(row, by, column) {
  focusCell((await sight.rowAt(sight.indexOf(row) + by)) ?? row, column);
}

box?.addEventListener('keydown', (event) => {
  const cell = current();
  if (!cell || composing(event)) return;
  if (edit?.key(event, cell)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  if (event.shiftKey || event.altKey || event.metaKey) return;
  const row = cell.parentElement;
  const column = cellsOf(row).indexOf(cell);
  const expanded = row.getAttribute('aria-expanded');
  const far = event.ctrlKey ? { Home: -Infinity, End: Infinity }[event.key] : { ArrowUp: -1, ArrowDown: 1, PageUp: -PAGE, PageDown: PAGE }[event.key];
  if (far) go(row, far, column);
  else if (event.ctrlKey) return;
  else if (column === 0 && event.key === (expanded === 'true' ? 'ArrowLeft' : 'ArrowRight') && expanded) fold(row);
  else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') focusCell(row, Math.max(0, column + (event.key === 'ArrowLeft' ? -1 : 1)));
  else if (event.key === 'Home' || event.key === 'End') focusCell(row, event.key === 'Home' ? 0 : Infinity);
  else if (event.key === 'Enter' && !event.target.closest('a')) row.querySelector('.tree-link').click();
  else return;
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
  if (cell && !event.target.closest('a, button')) focusCell(cell.parentElement, cellsOf(cell.parentElement).indexOf(cell));
});

// Without a place in mind, people look at today; where nothing of the first rows lies near it, at these.
function begin() {
  const room = scroller();
  const bars = [...box.querySelectorAll('td.gantt-bar[data-x]')].slice(0, PAGE).map((cell) => [Number(cell.dataset.x), Number(cell.dataset.x) + Number(cell.dataset.w)]);
  const first = Math.min(...bars.map(([from]) => from));
  const last = Math.max(...bars.map(([, to]) => to));
  const today = box.querySelector('.g-today-mark')?.getBBox().x;
  const names = box.querySelector('.gantt thead .gantt-bar').offsetLeft;
  const width = room.clientWidth - box.querySelector('.gantt thead .gantt-name').offsetWidth;
  if (bars.length === 0 || (first < width / 2 && !(today > width))) return;
  room.scrollLeft = today > first && today < last ? names + today - room.clientWidth / 2 : names + first - width / 3;
}

if (box && sight.shown() && !sight.found) begin();
const edit = box && bars(box, { reload: (number) => reload(number, Infinity), choose: (row) => focusCell(row, Infinity) });
enter();
if (sight?.found) focusCell(sight.found, Infinity);
