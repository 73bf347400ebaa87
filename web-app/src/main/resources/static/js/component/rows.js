// Tables and lists with data-rows: j and k walk, o or Enter opens, x picks; a click anywhere in a table's row follows its link.
const rows = () => [...document.querySelectorAll('table[data-rows] > tbody > tr, :is(ul, ol)[data-rows] > li')]
  .filter((row) => row.checkVisibility());
const typing = (target) => target.closest?.('input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="treegrid"]');

function go(step) {
  const all = rows();
  if (!all.length) {
    return;
  }
  const at = all.findIndex((row) => row.classList.contains('at'));
  const next = all[Math.min(all.length - 1, Math.max(0, at + step))];
  all.forEach((row) => row.classList.toggle('at', row === next));
  const target = next.querySelector('.row-link') ?? next;
  if (target === next) {
    next.tabIndex = -1;
  }
  target.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
  next.dispatchEvent(new CustomEvent('tl:row', { bubbles: true }));
}

const current = () => rows().find((row) => row.classList.contains('at'));

document.addEventListener('keydown', (event) => {
  const off = event.isComposing || event.ctrlKey || event.metaKey || event.altKey || document.body.dataset.keys === 'off'
    || typing(event.target) || document.querySelector('dialog[open]');
  if (off) {
    return;
  }
  if (event.key === 'j') {
    go(1);
  } else if (event.key === 'k') {
    go(-1);
  } else if (event.key === 'o') {
    current()?.querySelector('.row-link')?.click();
  } else if (event.key === 'x') {
    current()?.querySelector('.pick input')?.click();
  }
});

let lastPicked = null;

document.addEventListener('click', (event) => {
  const box = event.target.closest('.pick input[type="checkbox"]');
  if (box) {
    pick(box, event.shiftKey);
    return;
  }
  const row = event.target.closest('table[data-rows] > tbody > tr');
  const busy = event.target.closest('a, button, input, label, select, summary, form') || String(getSelection());
  if (row && !busy) {
    row.querySelector('.row-link')?.click();
  }
});

function pick(box, range) {
  const table = box.closest('table');
  const boxes = [...table.querySelectorAll('tbody .pick input')];
  if (box.matches('[data-pick-all]')) {
    boxes.forEach((each) => { each.checked = box.checked; });
  } else if (range && lastPicked) {
    const [from, to] = [boxes.indexOf(lastPicked), boxes.indexOf(box)].sort((a, b) => a - b);
    boxes.slice(Math.max(0, from), to + 1).forEach((each) => { each.checked = box.checked; });
  }
  lastPicked = box;
  boxes.forEach((each) => each.closest('tr').classList.toggle('selected', each.checked));
  const chosen = boxes.filter((each) => each.checked).length;
  for (const bar of document.querySelectorAll('[data-bulk]')) {
    bar.hidden = chosen === 0;
    const count = bar.querySelector('[data-bulk-count]');
    if (count) {
      count.textContent = chosen;
    }
  }
}
