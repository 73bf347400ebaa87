// The Gantt chart: rows come and go as one scrolls, arrows walk the tree grid.
import { composing } from '../component/request.js';
import { bars } from './gantt-bars.js';
import { rowWindow, setAddress } from './plan-rows.js';

const PAGE = 15;
const FEW = 8;
const CELLS = '.plan-rows > tr > *, .gone-rows > tr > *';
const box = document.getElementById('grid');
const sight = box && rowWindow(box);
const scroller = () => box.querySelector('.plan-box');
const current = () => document.activeElement?.closest?.(CELLS);
const cellsOf = (row) => [...row.children].filter((cell) => cell.offsetParent !== null);

function focusCell(row, column) {
  const cells = row ? cellsOf(row) : [];
  const cell = cells[Math.min(column, cells.length - 1)];
  if (!cell) return;
  for (const old of box.querySelectorAll('tbody > tr > [tabindex="0"]')) old.tabIndex = -1;
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

// Deleted tasks of the baseline stand below the plan's rows and are always there.
async function go(row, by, column) {
  const place = sight.indexOf(row) + by;
  const gone = [...box.querySelectorAll('.gone-rows > tr')];
  const below = gone.length ? place - sight.shown() : -1;
  focusCell(below >= 0 ? gone[Math.min(below, gone.length - 1)] : ((await sight.rowAt(place)) ?? row), column);
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
  const cell = event.target.closest(CELLS);
  if (cell && !event.target.closest('a, button')) focusCell(cell.parentElement, cellsOf(cell.parentElement).indexOf(cell));
});

const placeOf = (name) => box.querySelector(`#gantt-${name}`)?.getBBox().x;

// Brings a moment of the axis into sight, two thirds from the left: what led to it is seen as well.
function jump(name) {
  const room = scroller();
  const at = placeOf(name);
  if (at === undefined) return;
  const names = box.querySelector('.gantt thead .gantt-name').offsetWidth;
  const left = box.querySelector('.gantt thead .gantt-bar').offsetLeft - names;
  const width = room.clientWidth - names;
  room.scrollLeft = left + at - width * (name === 'start' ? 0.1 : 0.66);
}

// Where a plan is under way people look at today: at the rows, too, that have something to do then.
function begin() {
  const room = scroller();
  const { opens } = box.querySelector('table.gantt').dataset;
  jump(opens);
  if (opens === 'start') return;
  const at = placeOf(opens);
  const bars = [...box.querySelectorAll('.plan-rows td.gantt-bar[data-x]')].filter((cell) => cell.dataset.kind !== 'summary');
  const meets = (cell, from, to) => Number(cell.dataset.x) <= to && Number(cell.dataset.x) + Number(cell.dataset.w) >= from;
  const width = room.clientWidth - box.querySelector('.gantt thead .gantt-name').offsetWidth;
  if (bars.slice(0, FEW).some((cell) => meets(cell, at - width / 2, at + width / 3))) return;
  const now = bars.find((cell) => cell.dataset.kind !== 'closed' && meets(cell, at, at)) ?? bars.find((cell) => Number(cell.dataset.x) >= at);
  if (now) room.scrollTop += now.getBoundingClientRect().top - room.getBoundingClientRect().top - room.clientHeight / 3;
}

for (const link of document.querySelectorAll('[data-jump]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    jump(link.dataset.jump);
  });
}

if (box && sight.shown() && !sight.found) begin();
const edit = box && bars(box, { reload: (number) => reload(number, Infinity), choose: (row) => focusCell(row, Infinity) });
enter();
if (sight?.found) focusCell(sight.found, Infinity);
