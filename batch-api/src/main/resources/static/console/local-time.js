// <time datetime> comes with its text in UTC: the reader gets local time, and UTC on hover.
const full = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'medium'});

function localize(time) {
  const instant = new Date(time.dateTime);
  if (time.title || Number.isNaN(instant.getTime())) {
    return;
  }
  time.title = time.textContent.trim();
  time.textContent = full.format(instant);
}

function localizeAll() {
  document.querySelectorAll('time[datetime]').forEach(localize);
}

localizeAll();
// Before anything is painted, unlike htmx:load.
document.addEventListener('htmx:afterSwap', localizeAll);
