// Cards move by dragging or with the key m; the form on the card does the work either way.
import { composing } from '../component/request.js';

const board = document.querySelector('[data-board]');
let moving = null;

const ways = (card) => [...card.querySelectorAll('.card-move button')];

function move(card, status) {
  ways(card).find((way) => way.value === status)?.click();
}

board?.addEventListener('dragstart', (event) => {
  moving = event.target.closest('.board-card');
  moving?.classList.add('moving');
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', moving?.dataset.no ?? '');
});

board?.addEventListener('dragend', () => {
  moving?.classList.remove('moving');
  moving = null;
  board.querySelectorAll('.over').forEach((column) => column.classList.remove('over'));
});

board?.addEventListener('dragover', (event) => {
  const column = event.target.closest('.board-column');
  if (!moving || !column) return;
  event.preventDefault();
  board.querySelectorAll('.over').forEach((other) => other !== column && other.classList.remove('over'));
  column.classList.add('over');
});

board?.addEventListener('drop', (event) => {
  const column = event.target.closest('.board-column');
  if (moving && column) {
    event.preventDefault();
    move(moving, column.dataset.status);
  }
});

board?.addEventListener('keydown', (event) => {
  const card = event.target.closest('.board-card');
  const typing = event.target.closest('select, input, textarea');
  if (!card || typing || composing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'm' && document.body.dataset.keys === 'on') {
    card.querySelector('details')?.setAttribute('open', '');
    ways(card)[0]?.focus();
    event.preventDefault();
  }
});
