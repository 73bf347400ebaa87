// Cards move by dragging or with the key m; the form on the card does the work either way.
import { composing } from '../component/request.js';

const board = document.querySelector('[data-board]');
let moving = null;

function move(card, status) {
  const choice = card.querySelector('.card-move select');
  if (choice && choice.value !== status) {
    choice.value = status;
    choice.form.requestSubmit();
  }
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
    card.querySelector('.card-move select')?.focus();
    event.preventDefault();
  }
});
