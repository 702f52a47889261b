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

function localizeAll(within) {
  within.querySelectorAll('time[datetime]').forEach(localize);
}

localizeAll(document);
document.addEventListener('htmx:load', event => {
  const added = event.detail.elt;
  if (added.matches?.('time[datetime]')) {
    localize(added);
  }
  localizeAll(added);
});
