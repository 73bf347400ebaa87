// Ready texts while an answer is written: chosen from the select, or by / at the beginning of a word. The list is the
// select's own; the text comes filled for this ticket, and what is not known is said before anybody sends it.
import { composing } from '../component/request.js';

const TYPED = /(^|\s)\/([^\s/]{0,40})$/u;
let field = null;

const list = document.createElement('ul');
list.className = 'menu-body mentions';
list.id = 'reply-choices';
list.setAttribute('role', 'listbox');
list.hidden = true;

const options = () => [...list.children];
const chosen = () => options().findIndex((option) => option.getAttribute('aria-selected') === 'true');
const select = (area) => area?.form?.elements.template;

function typed() {
  const found = field && TYPED.exec(field.value.slice(0, field.selectionStart));
  return found ? found[2] : null;
}

function close() {
  list.hidden = true;
  list.replaceChildren();
  field?.removeAttribute('aria-activedescendant');
  field?.setAttribute('aria-expanded', 'false');
}

function mark(at) {
  options().forEach((option, n) => option.setAttribute('aria-selected', String(n === at)));
  field.setAttribute('aria-activedescendant', options()[at].id);
  options()[at].scrollIntoView({ block: 'nearest' });
}

function propose() {
  const query = typed();
  if (query === null) {
    close();
    return;
  }
  const wanted = query.toLowerCase();
  const found = [...select(field).options].filter((one) => one.value && one.label.toLowerCase().includes(wanted)).slice(0, 8);
  if (!found.length) {
    close();
    return;
  }
  list.replaceChildren(...found.map((one, n) => {
    const option = document.createElement('li');
    option.setAttribute('role', 'option');
    option.className = 'menu-item';
    option.id = `reply-choice-${n}`;
    option.dataset.template = one.value;
    option.textContent = one.label;
    return option;
  }));
  list.setAttribute('aria-label', select(field).labels[0]?.textContent ?? '');
  field.after(list);
  list.hidden = false;
  field.setAttribute('aria-expanded', 'true');
  mark(0);
}

async function insert(area, template, from) {
  const start = from ?? area.selectionStart;
  const end = area.selectionEnd;
  const answer = await fetch(`${area.dataset.templates}/${encodeURIComponent(template)}`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    return;
  }
  const filled = await answer.json();
  const before = area.value.slice(0, start);
  area.setRangeText((before && !before.endsWith('\n') && start === end ? '\n\n' : '') + filled.text, start, end, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
  area.focus();
  tellGaps(area);
}

// What is still open is said where one writes, and taken back as soon as it is filled in.
function tellGaps(area) {
  const line = area.form.querySelector('[data-gaps]');
  const open = [...new Set(area.value.match(/【[^【】]{1,8}？】|\[[a-z]{1,12}\?\]/gu) ?? [])];
  line.hidden = open.length === 0;
  const said = open.length ? line.dataset.gaps.replace('{0}', open.join(' ')) : '';
  const words = line.querySelector('span');
  if (words.textContent !== said) {
    words.textContent = said;
  }
}

document.addEventListener('input', (event) => {
  const area = event.target;
  if (area.matches?.('textarea[data-templates]')) {
    field = area;
    area.setAttribute('aria-controls', list.id);
    area.setAttribute('aria-autocomplete', 'list');
    if (!event.isComposing) {
      propose();
    }
    tellGaps(area);
  }
});
document.addEventListener('keydown', (event) => {
  if (list.hidden || event.target !== field || composing(event)) {
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    mark((chosen() + step + options().length) % options().length);
  } else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') {
    event.preventDefault();
    take(options()[chosen()]);
  } else if (event.key === 'Escape') {
    event.stopPropagation();
    close();
  }
}, true);

function take(option) {
  const area = field;
  const from = area.selectionStart - typed().length - 1;
  const template = option.dataset.template;
  close();
  insert(area, template, from);
}

list.addEventListener('pointerdown', (event) => {
  const option = event.target.closest('[role="option"]');
  if (option) {
    event.preventDefault();
    take(option);
  }
});
document.addEventListener('focusout', (event) => {
  if (event.target === field) {
    close();
  }
});
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-insert-template]');
  const area = button?.form.elements.body;
  if (area && select(area).value) {
    event.preventDefault();
    insert(area, select(area).value);
    select(area).value = '';
  }
});
for (const area of document.querySelectorAll('textarea[data-templates]')) {
  tellGaps(area);
}
document.addEventListener('tl:content', (event) => {
  for (const area of event.target.querySelectorAll?.('textarea[data-templates]') ?? []) {
    tellGaps(area);
  }
});
