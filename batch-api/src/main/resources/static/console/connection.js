// A part of a page that cannot be refreshed stays as it is; the reader is told that it is old.
const notice = document.getElementById('connection');

document.addEventListener('htmx:sendError', () => { notice.hidden = false; });
document.addEventListener('htmx:responseError', event => { notice.hidden = event.detail.xhr.status === 401; });
document.addEventListener('htmx:afterOnLoad', event => { notice.hidden = event.detail.successful !== false; });
