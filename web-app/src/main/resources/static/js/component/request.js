// What leaves the page: the CSRF token goes with every htmx request and every fetch of ours.
const token = document.querySelector('meta[name="csrf-token"]');

export function csrfHeaders() {
  return token ? { [token.dataset.header]: token.content } : {};
}

export function root(path) {
  return (document.body.dataset.root || '/').replace(/\/$/, '') + path;
}

export function words(name) {
  return document.getElementById('shell-words')?.dataset[name] ?? '';
}

export function composing(event) {
  return event.isComposing || event.keyCode === 229;
}

document.addEventListener('htmx:configRequest', (event) => {
  if (event.detail.verb !== 'get') {
    Object.assign(event.detail.headers, csrfHeaders());
  }
});

// What was just brought in may hold components of its own.
document.addEventListener('htmx:afterSwap', (event) => {
  event.target.dispatchEvent(new CustomEvent('tl:content', { bubbles: true }));
});
