// The network diagram by keys: one stop of the tab key, arrows go to the nearest box, + and − change how much a box says,
// n shows the neighbours of the box; arrows at the edge of a part turn to the next one. Everything is a link without it.
import { composing, root } from '../component/request.js';

const chart = document.getElementById('network');
const nodes = chart ? [...chart.querySelectorAll('.n-node')] : [];
const places = new Map(nodes.map((node) => [node, /translate\((-?\d+) (-?\d+)\)/.exec(node.getAttribute('transform')).slice(1).map(Number)]));
const SIDEWAYS = 3;

function focus(node) {
  nodes.forEach((other) => other.setAttribute('tabindex', other === node ? '0' : '-1'));
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

// The nearest one that way; what lies off the line counts more.
function nearest(from, dx, dy) {
  const [x, y] = places.get(from);
  let best = null;
  let least = Infinity;
  for (const [node, [nx, ny]] of places) {
    const ahead = dx ? (nx - x) * dx : (ny - y) * dy;
    const aside = Math.abs(dx ? ny - y : nx - x);
    if (ahead > 0 && ahead + SIDEWAYS * aside < least) {
      least = ahead + SIDEWAYS * aside;
      best = node;
    }
  }
  return best;
}

const ARROWS = { ArrowLeft: [-1, 0, 'left'], ArrowRight: [1, 0, 'right'], ArrowUp: [0, -1, 'up'], ArrowDown: [0, 1, 'down'] };

function zoom(by) {
  const all = [...document.querySelectorAll('[data-zoom]')];
  all[all.findIndex((link) => link.getAttribute('aria-current')) + by]?.click();
}

chart?.addEventListener('keydown', (event) => {
  const node = event.target.closest('.n-node');
  if (!node || composing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  const way = ARROWS[event.key];
  if (way) {
    const next = nearest(node, way[0], way[1]);
    if (next) focus(next);
    else document.querySelector(`[data-pan="${way[2]}"]`)?.click();
  } else if (event.key === 'Home') focus(nodes[0]);
  else if (event.key === 'End') focus(nodes[nodes.length - 1]);
  else if (event.key === '+' || event.key === '=') zoom(-1);
  else if (event.key === '-') zoom(1);
  else if (event.key === 'n') location.assign(`${root(chart.dataset.page)}?of=${node.dataset.no}`);
  else return;
  event.preventDefault();
  event.stopPropagation();
});

const start = chart?.querySelector('.n-node:has(.found)') ?? nodes[0];
nodes.forEach((node) => node.setAttribute('tabindex', node === start ? '0' : '-1'));
if (start?.querySelector('.found')) focus(start);
