// Who else has this ticket open, and who is writing. The page says every twenty seconds that somebody is here; the server
// forgets who is not heard of. Others come at once, by the live stream.
import { csrfHeaders } from '../component/request.js';

const AGAIN = 20_000;
const WRITES_FOR = 15_000;
let here = null;
let written = 0;
let said = null;

const writing = () => Date.now() - written < WRITES_FOR;

function tell(path, body) {
  return fetch(path, { method: 'POST', headers: { ...csrfHeaders(), Accept: 'application/json' }, body, keepalive: true });
}

async function beat() {
  if (!here || document.hidden) {
    return;
  }
  const line = here;
  said = writing();
  const answer = await tell(line.dataset.presence, new URLSearchParams({ writing: said })).catch(() => null);
  if (answer?.ok && !answer.redirected && line === here) {
    show(line, await answer.json());
  }
}

function show(line, people) {
  const words = people.map(({ name, writing: writes }) => (writes ? line.dataset.writing : line.dataset.viewing).replace('{0}', name));
  if (words.join() === [...line.children].map((part) => part.textContent).join()) {
    return;
  }
  line.replaceChildren(...words.map((text, n) => {
    const part = document.createElement('span');
    part.className = people[n].writing ? 'writes' : '';
    part.textContent = text;
    return part;
  }));
}

function leave() {
  if (here) {
    tell(`${here.dataset.presence}/removal`).catch(() => {});
    here = null;
  }
}

function arrive() {
  const line = document.querySelector('[data-presence]');
  if (line?.dataset.number === here?.dataset.number) {
    here = line;
    return;
  }
  leave();
  here = line;
  written = 0;
  beat();
}

document.addEventListener('input', (event) => {
  if (here && event.target.matches?.('form.composer textarea')) {
    written = Date.now();
    if (!said) {
      beat();
    }
  }
});
document.addEventListener('tl:presence', ({ detail }) => {
  if (here && detail.id === here.dataset.number) {
    beat();
  }
});
document.addEventListener('tl:content', arrive);
document.addEventListener('visibilitychange', () => (document.hidden ? null : beat()));
addEventListener('pagehide', leave);
setInterval(beat, AGAIN);
arrive();
