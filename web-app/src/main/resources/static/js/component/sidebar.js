// Sidebar: narrow or wide on a desk, a drawer on a phone.
import { remember } from './theme.js';

const sidebar = document.getElementById('sidebar');

export function toggleSidebar() {
  const app = document.body;
  const width = app.dataset.sidebar === 'narrow' ? 'wide' : 'narrow';
  app.dataset.sidebar = width;
  for (const link of sidebar.querySelectorAll('.nav-link')) {
    const label = link.querySelector('.nav-label');
    if (width === 'narrow' && label) {
      link.title = label.textContent;
    } else {
      link.removeAttribute('title');
    }
  }
  remember('sidebar', width);
}

function drawer(open) {
  sidebar.dataset.open = String(open);
  if (open) {
    opener = document.activeElement;
    sidebar.querySelector('a, button')?.focus();
  } else {
    opener?.focus();
  }
}

let opener = null;

if (sidebar) {
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-sidebar-toggle]')) {
      event.preventDefault();
      toggleSidebar();
    } else if (event.target.closest('[data-sidebar-open]')) {
      event.preventDefault();
      drawer(true);
    } else if (sidebar.dataset.open === 'true' && (!sidebar.contains(event.target) || event.target.closest('[data-sidebar-close]'))) {
      event.preventDefault();
      drawer(false);
    }
  });
  sidebar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && sidebar.dataset.open === 'true') {
      drawer(false);
    }
  });
}
