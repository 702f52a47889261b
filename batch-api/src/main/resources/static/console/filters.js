// The addresses of searches: without what was left empty, and with the zone of the reader where they hold local dates.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function zoned(address) {
  const url = new URL(address, location.href);
  if (url.searchParams.has('today')) {
    url.searchParams.set('zone', zone);
  }
  return url.pathname + url.search;
}

function zoneLinks() {
  document.querySelectorAll('a[data-zoned]').forEach(link => {
    link.href = zoned(link.href);
    link.setAttribute('hx-get', zoned(link.getAttribute('hx-get')));
  });
}

function tidy(parameters) {
  if (parameters.from || parameters.until || parameters.today) {
    parameters.zone = parameters.zone || zone;
  } else {
    delete parameters.zone;
  }
  Object.keys(parameters).filter(name => parameters[name] === '').forEach(name => delete parameters[name]);
}

zoneLinks();
document.addEventListener('htmx:afterSwap', zoneLinks);
document.addEventListener('htmx:configRequest', event => {
  if (event.target.matches('form.filters')) {
    tidy(event.detail.parameters);
  }
});
