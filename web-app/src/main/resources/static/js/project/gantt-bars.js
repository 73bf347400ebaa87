// Moves, lengthens and links bars. Whatever way it is begun, by mouse, key or button, the change is shown first with all
// that it moves, and saved when it is applied.
import { csrfHeaders, root } from '../component/request.js';
import { openDialog } from '../component/dialogs.js';
import { notice } from '../component/notices.js';
import { pull } from './gantt-pull.js';

const SVG = 'http://www.w3.org/2000/svg';
const DEPTH = 50;

export function bars(box, { reload, choose }) {
  const panel = document.getElementById('gantt-panel');
  if (!panel) return null;
  const said = document.getElementById('gantt-said');
  const dialog = document.getElementById('gantt-link');
  const undo = [];
  let chosen = null;
  let pending = null;
  let asked = 0;

  const table = () => box.querySelector('table.gantt');
  const cellOf = (number) => document.getElementById(`t${number}`)?.querySelector('.gantt-bar');
  const part = (name) => panel.querySelector(`[data-${name}]`);
  const movable = (cell) => cell?.dataset.kind === 'task' || cell?.dataset.kind === 'milestone';

  async function ask(path, values) {
    try {
      const answer = await fetch(root(table().dataset.plan + path), {
        method: 'POST',
        headers: { ...csrfHeaders(), Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(values),
      });
      const told = answer.headers.get('content-type')?.includes('json') ? await answer.json() : {};
      return answer.ok ? { ok: true, ...told } : { ok: false, message: told.message ?? table().dataset.wordFailed };
    } catch {
      return { ok: false, message: table().dataset.wordFailed };
    }
  }

  function select(cell) {
    if (chosen === cell || !cell) return;
    if (pending && cell.parentElement.dataset.no !== pending.number) cancel(true);
    box.querySelectorAll('[data-chosen]').forEach((old) => delete old.dataset.chosen);
    chosen = cell;
    cell.dataset.chosen = '';
    if (!pending) said.textContent = cell.querySelector('.sr-only').textContent;
    for (const name of ['move', 'lengthen', 'link']) {
      panel.querySelectorAll(`[data-${name}]`).forEach((button) => {
        button.disabled = name === 'link' ? false : !movable(cell) || (name === 'lengthen' && cell.dataset.kind === 'milestone');
      });
    }
  }

  function wipe() {
    box.querySelectorAll('.g-preview').forEach((shape) => shape.remove());
  }

  // Days of the axis to pixels of the chart.
  function draw(places) {
    wipe();
    const { origin, day } = table().dataset;
    for (const [number, { start, finish }] of Object.entries(places)) {
      const svg = cellOf(number)?.querySelector('.g-front');
      if (!svg) continue;
      const shape = document.createElementNS(SVG, 'rect');
      shape.setAttribute('class', 'g-preview');
      shape.setAttribute('x', (start - origin) * day);
      shape.setAttribute('y', 6);
      shape.setAttribute('width', Math.max(6, (finish - start) * day));
      shape.setAttribute('height', 18);
      svg.append(shape);
    }
  }

  /** Shows what would come of it; apply() makes it so. */
  async function preview(change) {
    pending = change;
    const turn = ++asked;
    const told = await ask(change.path('/preview'), change.values);
    if (turn !== asked || pending !== change) return;
    if (!told.ok) {
      cancel(true);
      said.textContent = told.message;
      return;
    }
    draw(told.bars);
    said.textContent = told.text;
    part('apply').hidden = false;
    part('cancel').hidden = false;
  }

  function cancel(quiet = false) {
    asked += 1;
    pending = null;
    wipe();
    part('apply').hidden = true;
    part('cancel').hidden = true;
    if (!quiet) said.textContent = part('cancel').dataset.said;
  }

  async function apply() {
    const change = pending;
    if (!change) return;
    const told = await ask(change.path(''), change.values);
    cancel(true);
    if (!told.ok) {
      said.textContent = told.message;
      notice(told.message, { tone: 'bad' });
      return;
    }
    said.textContent = told.saved;
    if (told.undo) {
      undo.push({ number: change.number, path: told.undo.slice(table().dataset.plan.length) });
      if (undo.length > DEPTH) undo.shift();
    }
    notice(told.saved, { tone: 'good', undo: told.undo ? root(told.undo) : null });
    await settle(change.number);
  }

  async function takeBack() {
    const last = undo.pop();
    if (!last) return;
    const told = await ask(last.path, {});
    said.textContent = told.ok ? table().dataset.wordUndone : told.message;
    if (!told.ok) notice(told.message, { tone: 'bad' });
    await settle(last.number);
  }

  async function settle(number) {
    const text = said.textContent;
    chosen = null;
    await reload(number);
    select(cellOf(number));
    said.textContent = text;
  }

  const moving = (number, values) => ({ number, values, path: (end) => `/tasks/${number}/bar${end}` });

  /** A step more of what is pending, or the first. */
  function step(end, by) {
    if (!movable(chosen) || (end === 'FINISH' && chosen.dataset.kind === 'milestone')) return;
    const { no } = chosen.parentElement.dataset;
    const before = pending?.number === no && pending.values.end === end ? Number(pending.values.by ?? 0) : 0;
    if (before + by === 0) cancel();
    else preview(moving(no, { end, by: before + by }));
  }

  function link(predecessor, successor, type, lag = 0) {
    const number = String(successor).trim().replace(/^.*-/, '');
    preview({ number: predecessor, values: { predecessor, type, lag }, path: (end) => `/tasks/${number}/bar/link${end}` });
  }

  function askForLink() {
    if (!chosen) return;
    dialog.querySelector('[data-from]').textContent = chosen.querySelector('.sr-only').textContent;
    openDialog(dialog);
    dialog.querySelector('input').focus();
  }

  function open() {
    const page = chosen?.parentElement.querySelector('.tree-link');
    if (!page) return;
    const form = Object.assign(document.createElement('a'), { href: `${page.href}/edit`, hidden: true });
    form.dataset.dialog = '';
    page.after(form);
    form.click();
    form.remove();
  }

  function key(event, cell) {
    const onBar = cell.classList.contains('gantt-bar');
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') takeBack();
    else if (!onBar) return false;
    else if (event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      select(cell);
      step(event.altKey ? 'FINISH' : 'WHOLE', event.key === 'ArrowRight' ? 1 : -1);
    } else if (event.ctrlKey || event.metaKey || event.altKey) return false;
    else if (event.key === 'Escape' && pending) cancel();
    else if (event.key === 'Enter' && pending) apply();
    else if (event.key === 'Enter') { select(cell); open(); } else if (event.key.toLowerCase() === 'l') { select(cell); askForLink(); } else return false;
    return true;
  }

  panel.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.dataset.move) step('WHOLE', Number(button.dataset.move));
    else if (button.dataset.lengthen) step('FINISH', Number(button.dataset.lengthen));
    else if (button.dataset.link !== undefined) askForLink();
    else if (button.dataset.open !== undefined) open();
    else if (button.dataset.apply !== undefined) apply();
    else if (button.dataset.cancel !== undefined) { cancel(); if (chosen?.isConnected) choose(chosen.parentElement); }
  });

  dialog.querySelector('form').addEventListener('submit', () => {
    const { no } = chosen.parentElement.dataset;
    link(no, document.getElementById('gantt-successor').value, document.getElementById('gantt-type').value, document.getElementById('gantt-lag').value || 0);
    choose(chosen.parentElement);
  });

  const reached = (element) => {
    const cell = box.contains(element) && element.closest('.plan-rows > tr')?.querySelector('.gantt-bar');
    if (cell) select(cell);
  };
  box.addEventListener('focusin', (event) => reached(event.target));

  pull(box, {
    movable,
    select,
    moved: (number, end, day) => preview(moving(number, { end, day })),
    linked: link,
    dropped: () => { if (chosen?.isConnected) choose(chosen.parentElement); },
  });
  reached(document.activeElement);
  return { key };
}
