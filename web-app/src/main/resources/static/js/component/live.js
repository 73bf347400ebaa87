// Live events: one stream a page, handed out as DOM events tl:<name> with the data as detail.
// A page listens with document.addEventListener('tl:ticket', …) or hx-trigger="tl:ticket from:document", and asks for
// topics of its own with data-live-topic="job:42 tickets:all". tl:hello opens each stream; tl:resync: some may have been missed.
import { words } from './request.js';
import { notice } from './notices.js';

const SLOWEST = 60_000;
const address = words('events');
const signedIn = document.querySelector('[data-live-bell]');
let source = null;
let wait = 1000;
let lost = null;

function connect() {
  source = new EventSource(withTopics());
  source.onopen = () => {
    wait = 1000;
    clearTimeout(lost);
  };
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) {
      wait = Math.min(SLOWEST, wait * 2);
      lost ??= setTimeout(() => notice(words('offline'), { tone: 'warn' }), 15_000);
      setTimeout(connect, wait);
    }
  };
  source.onmessage = (event) => hand('message', event.data);
  for (const name of (document.body.dataset.live ?? 'hello resync inbox job ticket presence project').split(' ')) {
    source.addEventListener(name, (event) => hand(name, event.data));
  }
}

function withTopics() {
  const asked = [...document.querySelectorAll('[data-live-topic]')].flatMap((part) => part.dataset.liveTopic.split(' '));
  const query = [...new Set(asked)].map((topic) => `topic=${encodeURIComponent(topic)}`).join('&');
  return query ? `${address}?${query}` : address;
}

function hand(name, text) {
  let detail = text;
  try {
    detail = JSON.parse(text);
  } catch {
    // plain text stays plain text
  }
  document.dispatchEvent(new CustomEvent(`tl:${name}`, { detail }));
}

document.addEventListener('tl:inbox', ({ detail }) => {
  if (Number.isInteger(detail?.unread)) {
    for (const count of document.querySelectorAll('[data-live="inbox-count"]')) {
      count.textContent = detail.unread > 99 ? '99+' : detail.unread;
      count.hidden = detail.unread === 0;
    }
  }
});

if (signedIn && address) {
  connect();
  addEventListener('pagehide', () => source?.close());
}
