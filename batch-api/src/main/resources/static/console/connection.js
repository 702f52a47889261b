// A part of a page that cannot be refreshed stays as it is, and the reader is told that it is old. What is refused, and not
// only out of reach, is shown in full: the browser goes there itself.
const notice = document.getElementById('connection');

document.addEventListener('htmx:sendError', () => { notice.hidden = false; });
document.addEventListener('htmx:afterOnLoad', () => { notice.hidden = true; });
document.addEventListener('htmx:responseError', event => {
  const {status} = event.detail.xhr;
  if (status >= 500) {
    notice.hidden = false;
  } else if (status !== 401) {
    location.assign(event.detail.pathInfo.finalRequestPath);
  }
});
