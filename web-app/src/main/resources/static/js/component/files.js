// [data-drop]: files dropped on the frame land in its input.
for (const type of ['dragover', 'dragleave', 'drop']) {
  document.addEventListener(type, (event) => {
    const field = event.target.closest?.('[data-drop]');
    if (!field || !event.dataTransfer?.types.includes('Files')) {
      return;
    }
    event.preventDefault();
    field.classList.toggle('over', type === 'dragover');
    if (type === 'drop') {
      const input = field.querySelector('input[type="file"]');
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
}
