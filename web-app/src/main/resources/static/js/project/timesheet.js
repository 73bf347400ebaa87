// A week of hours by keyboard: arrows and Enter move between the cells, sums follow what is typed. The server reads the
// same ways to write a length of time, and has the last word.
import { composing } from '../component/request.js';

const form = document.getElementById('sheet');

function minutes(typed) {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  let parts = /^(\d{0,5}(?:[.,]\d{1,4})?)\s?(?:h|小时|时)?$/.exec(text);
  if (parts && parts[1]) return Math.round(Number(parts[1].replace(',', '.')) * 60);
  parts = /^(\d{1,5}):([0-5]\d)$/.exec(text);
  if (parts) return Number(parts[1]) * 60 + Number(parts[2]);
  parts = /^(?:(\d{1,5})\s?(?:h|小时|时)\s?)?(\d{1,6})\s?(?:m|min|分|分钟)$/.exec(text);
  return parts ? Number(parts[1] ?? 0) * 60 + Number(parts[2]) : 0;
}

function shown(length) {
  return (length * 100) % 60 ? `${Math.floor(length / 60)}:${String(length % 60).padStart(2, '0')}` : String(length / 60);
}

const cells = () => [...form.querySelectorAll('input[data-day]')];

function sum() {
  const rows = new Map();
  const days = new Map();
  let all = 0;
  for (const cell of cells()) {
    const length = minutes(cell.value);
    rows.set(cell.dataset.row, (rows.get(cell.dataset.row) ?? 0) + length);
    days.set(cell.dataset.day, (days.get(cell.dataset.day) ?? 0) + length);
    all += length;
  }
  for (const output of form.querySelectorAll('[data-row-sum]')) output.textContent = shown(rows.get(output.dataset.rowSum) ?? 0);
  for (const output of form.querySelectorAll('[data-day-sum]')) output.textContent = shown(days.get(output.dataset.daySum) ?? 0);
  form.querySelector('[data-week-sum]').textContent = shown(all);
}

function move(from, down, across) {
  const all = cells();
  const to = all[all.indexOf(from) + down * 7 + across];
  if (to && (across === 0 || to.dataset.row === from.dataset.row)) {
    to.focus();
    to.select();
  }
}

form?.addEventListener('input', (event) => {
  if (event.target.dataset.day) sum();
  if (event.target.matches('.time-note')) event.target.parentElement.classList.toggle('noted', event.target.value !== '');
});

form?.addEventListener('keydown', (event) => {
  const cell = event.target;
  if (!cell.dataset?.day || composing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  const start = cell.selectionStart === 0 && cell.selectionEnd === 0;
  const whole = cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
  const end = cell.selectionStart === cell.value.length;
  const steps = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    Enter: [event.shiftKey ? -1 : 1, 0],
    ArrowLeft: start || whole ? [0, -1] : null,
    ArrowRight: end || whole ? [0, 1] : null,
  };
  const step = steps[event.key];
  if (step) {
    event.preventDefault();
    move(cell, ...step);
  }
});
