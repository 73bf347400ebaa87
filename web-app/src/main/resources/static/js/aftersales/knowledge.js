// An article named in an answer: its title and address go where the agent writes.
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-insert-article]');
  const area = document.getElementById('reply-body');
  if (!button || !area) {
    return;
  }
  const words = `${button.dataset.title}: ${button.dataset.address}`;
  const before = area.value.slice(0, area.selectionStart);
  area.closest('details').open = true;
  area.setRangeText((before && !before.endsWith('\n') ? '\n' : '') + words + '\n', area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
  area.focus();
});
