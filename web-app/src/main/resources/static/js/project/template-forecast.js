// The form of a new project: when one of the chosen template would end, asked anew as template and days change. The button
// below it does the same without this.
import { root } from '../component/request.js';

const form = document.querySelector('form[data-forecast]');
const box = document.getElementById('forecast');
const FIELDS = ['templateCode', 'plannedStart', 'plannedFinish'];
let asked = 0;

async function refresh() {
  const typed = new FormData(form);
  const template = typed.get('templateCode');
  const turn = ++asked;
  if (!template || !typed.get('plannedStart')) {
    box.replaceChildren();
    return;
  }
  const query = new URLSearchParams({ start: typed.get('plannedStart'), finish: typed.get('plannedFinish') ?? '' });
  const answer = await fetch(root(`/projects/templates/${encodeURIComponent(template)}/forecast?${query}`));
  if (answer.ok && turn === asked) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    box.replaceChildren(...page.body.childNodes);
  }
}

form?.addEventListener('change', (event) => {
  if (FIELDS.includes(event.target.name)) refresh();
});
