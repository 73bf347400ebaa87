// The mouse on the Gantt chart: a bar is pulled by its middle to move it, by its right end to lengthen it, and by the dot
// behind it to another bar to link the two. Fingers scroll; they have the buttons below the chart.
const SVG = 'http://www.w3.org/2000/svg';
const EDGE = 7;
const WAIT = 160;

export function pull(box, { movable, select, moved, linked, dropped }) {
  let held = null;
  let grip = null;
  let timer = null;

  const table = () => box.querySelector('table.gantt');
  const shape = (name, kind, values) => {
    const made = document.createElementNS(SVG, name);
    made.setAttribute('class', kind);
    for (const [key, value] of Object.entries(values)) made.setAttribute(key, value);
    return made;
  };
  const within = (cell, event) => event.clientX - cell.querySelector('.g-front').getBoundingClientRect().left;
  const span = (cell) => [Number(cell.dataset.x), Number(cell.dataset.x) + Number(cell.dataset.w)];

  // Pixels of the chart to a day as forms have it.
  function dayAt(x, isEnd) {
    const { origin, day } = table().dataset;
    const number = Number(origin) + Math.round(x / day) - (isEnd ? 1 : 0);
    return new Date(number * 86_400_000).toISOString().slice(0, 10);
  }

  // One dot at either end of the bar under the pointer: pulled to another bar it makes a link.
  function showGrips(cell) {
    if (held || grip?.cell === cell) return;
    grip?.dots.forEach((dot) => dot.remove());
    grip = null;
    if (!cell?.dataset.x || table().dataset.may !== 'true') return;
    const [from, to] = span(cell);
    const dots = [['START', from - 7], ['FINISH', to + 7]].map(([end, x]) => {
      const dot = shape('circle', 'g-grip', { cx: x, cy: 15, r: 4.5 });
      dot.dataset.end = end;
      return dot;
    });
    cell.querySelector('.g-front').append(...dots);
    grip = { cell, dots };
  }

  function grab(event) {
    const cell = event.target.closest('td.gantt-bar');
    if (!cell || event.button !== 0 || event.pointerType === 'touch' || table().dataset.may !== 'true') return;
    const end = event.target.dataset?.end;
    if (end) {
      held = { kind: 'link', cell, end, from: within(cell, event) };
    } else if (event.target.closest('.g-bar, .g-done, .g-edge') && movable(cell)) {
      const [, to] = span(cell);
      const at = within(cell, event);
      const lengthens = cell.dataset.kind === 'task' && to - at < EDGE;
      held = { kind: lengthens ? 'FINISH' : 'WHOLE', cell, from: at };
    } else {
      return;
    }
    event.preventDefault();
    select(cell);
    held.ghost = shape(held.kind === 'link' ? 'path' : 'rect', held.kind === 'link' ? 'g-rubber' : 'g-preview', { y: 6, height: 18 });
    cell.querySelector('.g-front').append(held.ghost);
    table().setPointerCapture?.(event.pointerId);
  }

  function drag(event) {
    if (!held) {
      showGrips(document.elementFromPoint(event.clientX, event.clientY)?.closest?.('td.gantt-bar'));
      return;
    }
    const at = within(held.cell, event);
    if (held.kind === 'link') {
      const svg = held.cell.querySelector('.g-front').getBoundingClientRect();
      const [from, to] = span(held.cell);
      held.ghost.setAttribute('d', `M${held.end === 'FINISH' ? to : from} 15L${at} ${event.clientY - svg.top}`);
      return;
    }
    const day = Number(table().dataset.day);
    const by = Math.round((at - held.from) / day);
    const [from, to] = span(held.cell);
    const start = held.kind === 'WHOLE' ? from + by * day : from;
    held.ghost.setAttribute('x', start);
    held.ghost.setAttribute('width', Math.max(4, to + by * day - start));
    if (by === held.by) return;
    held.by = by;
    clearTimeout(timer);
    timer = setTimeout(() => held?.by && show(held), WAIT);
  }

  function show({ kind, cell, by }) {
    const [from, to] = span(cell);
    const width = by * Number(table().dataset.day);
    const milestone = cell.dataset.kind === 'milestone';
    moved(cell.parentElement.dataset.no, kind, kind === 'WHOLE' && !milestone ? dayAt(from + width, false) : dayAt(to + width, true));
  }

  function drop(event) {
    if (!held) return;
    const { kind, cell, end, by, ghost } = held;
    clearTimeout(timer);
    ghost.remove();
    if (kind === 'link') {
      join(cell, end, document.elementFromPoint(event.clientX, event.clientY)?.closest?.('tr')?.querySelector('td.gantt-bar'), event);
    } else if (by) {
      show(held);
    }
    held = null;
    dropped();
  }

  // The half of the bar it is let go on decides which end is driven.
  function join(cell, end, target, event) {
    if (!target?.dataset.x || target === cell) return;
    const [from, to] = span(target);
    const enters = within(target, event) > (from + to) / 2 && to - from > 12 ? 'FINISH' : 'START';
    linked(cell.parentElement.dataset.no, target.parentElement.dataset.no, `${end}_TO_${enters}`);
  }

  box.addEventListener('pointerdown', grab);
  box.addEventListener('pointermove', drag);
  box.addEventListener('pointerup', drop);
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !held) return;
    held.ghost.remove();
    held = null;
  });
}
