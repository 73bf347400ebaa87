// The rows of a plan as far as they are in sight: the others are fetched as one scrolls, and empty space of their height
// keeps the scroll bar true. Without script the page has links to the rows before and after.
const BLOCK = 100;
const AHEAD = 30;
const KEPT = 300;

/**
 * @param stays the element that must not be taken away, where there is one
 * @param around is called with what puts the server's rows in place of ours, to keep what is ours alone
 */
export function rowWindow(box, stays = () => null, around = (swap) => swap()) {
  let scroller = null;
  let body = null;
  let before = null;
  let after = null;
  let fetching = null;

  const first = () => Number(body.dataset.first);
  const shown = () => Number(body.dataset.shown);
  const last = () => first() + body.rows.length;
  const height = () => (body.rows.length ? body.getBoundingClientRect().height / body.rows.length : 36);

  function space(beside, place) {
    const made = document.createElement('tbody');
    made.className = 'row-space';
    made.setAttribute('aria-hidden', 'true');
    made.append(document.createElement('tr'));
    made.rows[0].append(Object.assign(document.createElement('td'), { colSpan: beside.parentElement.tHead.rows[0].cells.length }));
    beside[place](made);
    return made;
  }

  // One stop of the tab key for the whole grid: arrows move within it.
  function settle() {
    for (const part of body.querySelectorAll('td:not([tabindex]), th:not([tabindex]), a, button')) part.tabIndex = -1;
    stretch();
  }

  function stretch() {
    const row = height();
    for (const [part, count] of [[before, first()], [after, shown() - last()]]) {
      part.hidden = count <= 0;
      part.rows[0].cells[0].style.height = `${Math.max(0, count) * row}px`;
    }
  }

  // Takes over the table that the server sent, now or anew.
  function adopt() {
    scroller = box.querySelector('.plan-box');
    body = box.querySelector('tbody.plan-rows');
    if (!body) return;
    before = space(body, 'before');
    after = space(body, 'after');
    quiet();
    settle();
    scroller.addEventListener('scroll', look, { passive: true });
  }

  function address(from, size, at) {
    const to = new URL(location.href);
    to.hash = '';
    to.searchParams.set('from', Math.max(0, from));
    to.searchParams.set('size', size);
    to.searchParams.delete('at');
    if (at) to.searchParams.set('at', at);
    return to;
  }

  async function fetched(from, size, at) {
    const answer = await fetch(address(from, size, at), { headers: { 'HX-Request': 'true' } });
    if (!answer.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('grid');
  }

  /** Only these rows, and those around the task asked for. */
  async function replace(from, size, at) {
    const grid = await fetched(from, size, at);
    if (!grid) return;
    const top = scroller?.scrollTop ?? 0;
    const left = scroller?.scrollLeft ?? 0;
    around(() => put(grid));
    if (scroller) Object.assign(scroller, { scrollTop: top, scrollLeft: left });
  }

  function put(grid) {
    const rows = grid.querySelector('tbody.plan-rows');
    if (body && rows?.rows.length && body.dataset.shown !== '0' && rows.closest('table').dataset.axis === body.closest('table').dataset.axis) {
      Object.assign(body.dataset, { first: rows.dataset.first, shown: rows.dataset.shown });
      body.replaceChildren(...rows.rows);
      beside(grid);
      count();
    } else {
      box.replaceChildren(...grid.childNodes);
      adopt();
    }
  }

  // What is said about the rows: what cannot all be kept above them, how many there are below.
  function beside(grid) {
    const [ours, theirs] = [box, grid].map((part) => part.querySelector(':scope > details.fold'));
    if (theirs && ours) theirs.open = ours.open;
    if (theirs) box.prepend(theirs);
    ours?.remove();
    box.querySelector('.list-foot')?.replaceWith(grid.querySelector('.list-foot') ?? '');
    quiet();
  }

  function quiet() {
    box.querySelectorAll('[data-paging], [data-stretch]').forEach((part) => { part.hidden = true; });
  }

  function count() {
    const gone = [...body.closest('table').querySelectorAll('.gone-rows > tr')];
    gone.forEach((row, i) => row.setAttribute('aria-rowindex', String(shown() + i + 2)));
    body.closest('table').setAttribute('aria-rowcount', String(shown() + gone.length + 1));
    settle();
  }

  async function add(from, size, atEnd) {
    const rows = (await fetched(from, size))?.querySelector('tbody.plan-rows');
    if (!rows) return;
    if (atEnd ? Number(rows.dataset.first) !== last() : Number(rows.dataset.first) + rows.rows.length !== first()) return;
    body.dataset.shown = rows.dataset.shown;
    if (atEnd) {
      body.append(...rows.rows);
      trim(Math.max(0, body.rows.length - KEPT), true);
    } else {
      body.dataset.first = rows.dataset.first;
      body.prepend(...rows.rows);
      trim(Math.max(0, body.rows.length - KEPT), false);
    }
    count();
  }

  function trim(many, atStart) {
    const gone = atStart ? [...body.rows].slice(0, many) : [...body.rows].slice(body.rows.length - many);
    if (!many || gone.some((row) => row.contains(stays()) || row.contains(document.activeElement))) return;
    gone.forEach((row) => row.remove());
    if (atStart) body.dataset.first = String(first() + many);
  }

  function sight() {
    const row = height();
    const top = Math.floor(scroller.scrollTop / row);
    return [Math.max(0, top), Math.min(shown(), Math.ceil((scroller.scrollTop + scroller.clientHeight) / row))];
  }

  function wanted() {
    const [top, bottom] = sight();
    if (bottom < first() || top >= last()) return stays() ? null : () => replace(Math.max(0, top - AHEAD), BLOCK);
    if (last() < shown() && bottom + AHEAD > last()) return () => add(last(), BLOCK, true);
    if (first() > 0 && top - AHEAD < first()) return () => add(Math.max(0, first() - BLOCK), Math.min(BLOCK, first()), false);
    return null;
  }

  function look() {
    if (fetching || !body) return;
    const load = wanted();
    if (!load) return;
    const start = first();
    const end = last();
    fetching = load().catch(() => null).finally(() => {
      fetching = null;
      if (body && (first() !== start || last() !== end)) look();
    });
  }

  const rowOf = (index) => body?.querySelector(`:scope > [aria-rowindex="${index + 2}"]`) ?? null;
  const indexOf = (row) => Number(row.getAttribute('aria-rowindex')) - 2;

  /** The row at a place among all that show; fetched first where it is not here. */
  async function rowAt(index) {
    const place = Math.max(0, Math.min(shown() - 1, index));
    await fetching;
    if (!rowOf(place)) await replace(Math.max(0, place - BLOCK / 2), BLOCK);
    return rowOf(place);
  }

  /** The server's rows in place of ours; the task stays in sight. */
  async function reload(number) {
    await fetching;
    const top = body ? sight()[0] : 0;
    await replace(Math.max(0, top - AHEAD), BLOCK, number);
    look();
  }

  adopt();
  const found = body?.dataset.found ? document.getElementById(`t${body.dataset.found}`) : null;
  if (found) found.scrollIntoView({ block: 'center' });
  else if (body && first() > 0) scroller.scrollTop = first() * height();
  look();
  return { rowAt, indexOf, reload, found, shown: () => (body ? shown() : 0) };
}

/** Another state of the page in its address, without leaving it. */
export function setAddress(name, value) {
  const to = new URL(location.href);
  if (value) to.searchParams.set(name, value);
  else to.searchParams.delete(name);
  ['from', 'size', 'at'].forEach((part) => to.searchParams.delete(part));
  history.replaceState(null, '', to);
}
