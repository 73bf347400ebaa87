// New rows, typed one after the other: each Enter saves the name behind and opens the next row below.
import { composing } from '../component/request.js';
import { WRITTEN, ask, box, cellsOf, enqueue, focusCell, grid, isNew, may, number, ours, real, rowOf, tell, word } from './plan-grid.js';

let open = null;
let count = 0;

export const isDrafting = () => open !== null;
const levelOf = (row) => Number(row?.dataset.level ?? 0);

/** A row that exists here only, until it has a name and the server knows it. */
export function addBelow(row) {
  if (!may()) return;
  let last = row;
  while (levelOf(last.nextElementSibling) > levelOf(row)) last = last.nextElementSibling;
  begin(made(levelOf(row)), last);
}

/** Into a plan without rows. */
export function addFirst() {
  begin(made(1), null);
}

function made(level) {
  const row = document.createElement('tr');
  row.className = 'draft';
  row.dataset.level = level;
  row.dataset.no = 'new' + (count += 1);
  row.id = 't' + row.dataset.no;
  row.append(...[...grid().tHead.rows[0].cells].map((head, index) => {
    const cell = document.createElement(index === 1 ? 'th' : 'td');
    cell.tabIndex = -1;
    if (WRITTEN.includes(head.dataset.c)) cell.dataset.f = head.dataset.c.toLowerCase();
    return cell;
  }));
  row.children[1].dataset.f = 'name';
  const name = Object.assign(document.createElement('span'), { className: 'tree-name' });
  name.append(Object.assign(document.createElement('span'), { className: 'tree-leaf' }), Object.assign(document.createElement('span'), { className: 'tree-link' }));
  row.children[1].append(name);
  return row;
}

function begin(row, after) {
  const body = box.querySelector('.plan-rows');
  if (after) after.after(row);
  else body.append(row);
  write(row, '');
}

function write(row, text) {
  const field = Object.assign(document.createElement('input'), { className: 'input', placeholder: word('New'), value: text, maxLength: 300 });
  field.setAttribute('aria-label', grid().tHead.rows[0].cells[1].textContent);
  row.querySelector('.tree-link').replaceChildren(field);
  open = { row, field };
  field.focus();
  field.scrollIntoView({ block: 'nearest' });
  field.addEventListener('keydown', keys);
  field.addEventListener('blur', () => setTimeout(() => {
    if (open?.field === field && document.activeElement !== field) finish();
  }));
}

/** Saves the row where it has a name, else takes it away; the row in hand is then the one above. */
export function finish(focus = false) {
  const { row, field } = open;
  const above = row.previousElementSibling;
  open = null;
  if (field.value.trim()) save(row, field.value);
  else row.remove();
  const beside = field.value.trim() ? row : above;
  if (focus && beside?.closest('.plan-rows')) focusCell(beside, 1);
}

function save(row, text) {
  row.querySelector('.tree-link').replaceChildren(text);
  row.setAttribute('aria-busy', 'true');
  enqueue(async () => {
    const said = await ask('/tasks', { name: text, ...place(row) });
    row.removeAttribute('aria-busy');
    if (said.ok) {
      number(row.dataset.no, said.number);
      row.id = 't' + said.number;
      row.dataset.no = said.number;
      row.children[0].textContent = said.number;
      tell(said);
    } else {
      again(row, text, said.message);
    }
    return null;
  });
}

function again(row, text, message) {
  if (open) finish();
  write(row, text);
  const error = Object.assign(document.createElement('p'), { className: 'error', id: 'cell-error', textContent: message });
  error.setAttribute('role', 'alert');
  open.field.setAttribute('aria-invalid', 'true');
  open.field.setAttribute('aria-describedby', error.id);
  row.children[1].append(error);
}

/** Under which task and after which of its siblings, by the rows above. */
function place(row) {
  const level = levelOf(row);
  for (let above = row.previousElementSibling; above; above = above.previousElementSibling) {
    const { up } = above.dataset;
    const no = !isNew(above.dataset.no) && above.dataset.no;
    if (no && levelOf(above) === level) {
      row.dataset.up = up ?? '';
      return up ? { parent: up, after: no } : { after: no };
    }
    if (no && levelOf(above) < level) {
      row.dataset.up = no;
      return { parent: no };
    }
  }
  return {};
}

// A level deeper than the row above may be, and no deeper.
function indent(row, by) {
  const deepest = levelOf(row.previousElementSibling) + 1;
  row.dataset.level = Math.max(1, Math.min(deepest, levelOf(row) + by));
}

function keys(event) {
  if (composing(event)) return;
  const { row, field } = open;
  const deeper = event.key === 'Tab' ? (event.shiftKey ? -1 : 1)
    : event.altKey && event.shiftKey ? { ArrowLeft: -1, ArrowRight: 1 }[event.key] : 0;
  if (event.key === 'Escape') {
    field.value = '';
    finish(true);
  } else if (deeper) {
    indent(row, deeper);
  } else if (event.key === 'Enter' && field.value.trim()) {
    finish();
    begin(made(levelOf(row)), row);
  } else if (event.key === 'Enter' || event.key === 'ArrowUp') {
    finish(true);
  } else {
    event.stopPropagation();
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

// Rows that the server does not know yet come back to their place below the row they were typed after.
ours.push({
  hold() {
    const selection = open && [open.field.selectionStart, open.field.selectionEnd];
    return { selection, rows: [...box.querySelectorAll('.plan-rows > .draft[data-no^=new]')].map((row) => ({ row, above: row.previousElementSibling })) };
  },
  give({ selection, rows }) {
    for (const { row, above } of rows) {
      const beside = above && (isNew(above.dataset.no) ? above : rowOf(real(above.dataset.no)));
      if (beside) beside.after(row);
      else box.querySelector('.plan-rows')?.append(row);
    }
    if (open) {
      open.field.focus();
      open.field.setSelectionRange(...selection);
    }
  },
});

export const cellOfDraft = () => open && cellsOf(open.row)[1];
