// <time data-relative>: "5 minutes ago" stays true while the page is open. Nothing here is a live region.
import { words } from './request.js';

const MINUTE = 60_000;

function say(element) {
  const then = new Date(element.dateTime);
  const minutes = Math.floor((Date.now() - then) / MINUTE);
  if (Number.isNaN(minutes) || minutes < 0) {
    return;
  }
  const now = new Date();
  const sameDay = then.toDateString() === now.toDateString();
  if (minutes < 1) {
    element.textContent = words('justNow');
  } else if (minutes < 60) {
    element.textContent = words('minutesAgo').replace('{0}', minutes);
  } else if (sameDay) {
    element.textContent = words('hoursAgo').replace('{0}', Math.floor(minutes / 60));
  }
}

setInterval(() => document.querySelectorAll('time[data-relative]').forEach(say), MINUTE);
