// Proposes colleagues while somebody types @ in a textarea[data-mentions]; GET /people/suggest?q= answers [{login, name}].
// What is written stays plain text: the login behind the sign.
import { composing, root } from './request.js';

const WAIT = 150;
const MENTION = /(^|[^\p{Script=Latin}\p{N}_])@([\p{L}\p{N}._-]{1,30})$/u;
let field = null;
let asked = 0;
let timer = null;

const list = document.createElement('ul');
list.className = 'menu-body mentions';
list.id = 'mentions';
list.setAttribute('role', 'listbox');
list.hidden = true;

const options = () => [...list.children];
const chosen = () => options().findIndex((option) => option.getAttribute('aria-selected') === 'true');

function typed() {
  const found = field && MENTION.exec(field.value.slice(0, field.selectionStart));
  return found ? found[2] : null;
}

function close() {
  asked++;
  list.hidden = true;
  list.replaceChildren();
  field?.removeAttribute('aria-activedescendant');
  field?.setAttribute('aria-expanded', 'false');
}

function mark(at) {
  options().forEach((option, n) => option.setAttribute('aria-selected', String(n === at)));
  field.setAttribute('aria-activedescendant', options()[at].id);
}

function draw(people) {
  list.replaceChildren(...people.map(({ login, name }, n) => {
    const option = document.createElement('li');
    option.setAttribute('role', 'option');
    option.className = 'menu-item';
    option.id = `mention-${n}`;
    option.dataset.login = login;
    option.textContent = `${name} @${login}`;
    return option;
  }));
  if (people.length === 0) {
    close();
    return;
  }
  field.after(list);
  list.hidden = false;
  field.setAttribute('aria-expanded', 'true');
  mark(0);
}

async function ask() {
  const query = typed();
  const mine = ++asked;
  if (!query) {
    close();
    return;
  }
  const answer = await fetch(`${root('/people/suggest')}?q=${encodeURIComponent(query)}`, { headers: { Accept: 'application/json' } });
  if (mine === asked) {
    draw(answer.ok ? await answer.json() : []);
  }
}

function insert(option) {
  const end = field.selectionStart;
  const start = end - typed().length;
  field.setRangeText(`${option.dataset.login} `, start, end, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  close();
  field.focus();
}

document.addEventListener('input', (event) => {
  if (event.target.matches?.('textarea[data-mentions]')) {
    field = event.target;
    field.setAttribute('aria-controls', list.id);
    field.setAttribute('aria-autocomplete', 'list');
    clearTimeout(timer);
    timer = setTimeout(() => ask().catch(close), WAIT);
  }
});
document.addEventListener('keydown', (event) => {
  if (list.hidden || event.target !== field || composing(event)) {
    return;
  }
  const all = options();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    mark((chosen() + step + all.length) % all.length);
  } else if ((event.key === 'Enter' && !event.ctrlKey) || event.key === 'Tab') {
    event.preventDefault();
    insert(all[chosen()]);
  } else if (event.key === 'Escape') {
    event.stopPropagation();
    close();
  }
}, true);
list.addEventListener('pointerdown', (event) => {
  const option = event.target.closest('[role="option"]');
  if (option) {
    event.preventDefault();
    insert(option);
  }
});
document.addEventListener('focusout', (event) => {
  if (event.target === field) {
    close();
  }
});
