// Native dialogs. a[data-dialog] shows the main of another page; [data-dialog-open] a dialog of this one.
// The dialog element keeps the focus inside and gives it back.
const frame = document.getElementById('page-dialog');

export function openDialog(dialog) {
  if (dialog && !dialog.open) {
    dialog.showModal();
    dialog.dispatchEvent(new CustomEvent('tl:open'));
  }
}

async function openPage(link) {
  const answer = await fetch(link.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok || answer.redirected) {
    location.assign(link.href);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const main = page.querySelector('main');
  if (!main) {
    location.assign(link.href);
    return;
  }
  showMain(main, link.textContent);
}

/** The main of another page, as a dialog of this one. */
export function showMain(main, title = '') {
  const body = frame.querySelector('.dialog-body');
  frame.querySelector('h2').textContent = main.querySelector('h1')?.textContent ?? title;
  body.replaceChildren(...[...main.childNodes].map((node) => document.importNode(node, true)));
  body.dispatchEvent(new CustomEvent('tl:content', { bubbles: true }));
  openDialog(frame);
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-dialog]');
  if (link && frame && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    openPage(link).catch(() => location.assign(link.href));
    return;
  }
  const opener = event.target.closest('[data-dialog-open]');
  if (opener) {
    openDialog(document.getElementById(opener.dataset.dialogOpen));
    return;
  }
  const dialog = event.target.closest('dialog');
  if (dialog && (event.target.closest('[data-dialog-close]') || event.target === dialog)) {
    dialog.close();
  }
});
