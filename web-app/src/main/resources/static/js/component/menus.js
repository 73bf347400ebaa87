// <details data-menu>: closes on a click elsewhere, on Escape and when another opens; arrows walk through it.
const all = () => document.querySelectorAll('details[data-menu]');
const items = (menu) => [...menu.querySelectorAll('.menu-item')].filter((item) => item.offsetParent !== null);

document.addEventListener('toggle', (event) => {
  if (event.target.matches?.('details[data-menu][open]')) {
    for (const other of all()) {
      if (other !== event.target) {
        other.open = false;
      }
    }
  }
}, true);

document.addEventListener('click', (event) => {
  for (const menu of all()) {
    if (menu.open && !menu.contains(event.target)) {
      menu.open = false;
    }
  }
});

document.addEventListener('keydown', (event) => {
  const menu = event.target.closest?.('details[data-menu]');
  if (!menu) {
    return;
  }
  if (event.key === 'Escape' && menu.open) {
    event.stopPropagation();
    menu.open = false;
    menu.querySelector('summary').focus();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && (menu.open || event.key === 'ArrowDown')) {
    event.preventDefault();
    menu.open = true;
    const entries = items(menu);
    const at = entries.indexOf(document.activeElement);
    entries[(at + step + entries.length) % entries.length]?.focus();
  }
});
