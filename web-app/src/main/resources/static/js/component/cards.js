// Lists on a phone (data-rows, data-cards): a row becomes a card (table.css), each cell named by the head of its column.
// The roles are said again, because a table shown as blocks loses them in some browsers.
function prepare(table) {
  const heads = [...table.tHead?.rows[0]?.cells ?? []].map((cell) => cell.textContent.trim());
  table.setAttribute('role', 'table');
  for (const group of [table.tHead, ...table.tBodies].filter(Boolean)) {
    group.setAttribute('role', 'rowgroup');
    for (const row of group.rows) {
      row.setAttribute('role', 'row');
      for (const [n, cell] of [...row.cells].entries()) {
        cell.setAttribute('role', group === table.tHead ? 'columnheader' : cell.tagName === 'TH' ? 'rowheader' : 'cell');
        if (group !== table.tHead && heads[n] && row.cells.length === heads.length) {
          cell.dataset.head = heads[n];
          cell.toggleAttribute('data-empty', !cell.textContent.trim() && !cell.querySelector('svg, img, input'));
        }
      }
    }
  }
  table.classList.add('cards');
}

const scan = (scope) => scope.querySelectorAll('table.list:is([data-rows], [data-cards])').forEach(prepare);

document.addEventListener('tl:content', (event) => scan(event.target));
scan(document);
