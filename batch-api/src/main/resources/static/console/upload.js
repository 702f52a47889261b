// Sends the chosen file as the API takes it: the choices in the query string, the file as the only part of the form.
import {csrfHeader} from './csrf.js';

const form = document.getElementById('upload');
const $ = id => document.getElementById(id);
const file = $('file');
const units = ['bytes', 'KB', 'MB', 'GB'];

let request = null;
let key = newKey();

/** Names this upload: sent again after a lost connection, it is not imported twice. */
function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

function size(bytes) {
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${(bytes / 1024 ** power).toFixed(power ? 1 : 0)} ${units[power]}`;
}

function refuse(text) {
  $('refusal').textContent = text;
  $('refusal').hidden = !text;
}

function show(isSending) {
  $('sending').hidden = !isSending;
  $('stop').hidden = !isSending;
  $('send').disabled = isSending;
  for (const control of form.querySelectorAll('input, select')) {
    control.disabled = isSending;
  }
}

function showChosen() {
  const chosen = file.files[0];
  $('chosen').textContent = chosen ? `${chosen.name}, ${size(chosen.size)}` : '';
  refuse('');
}

function complaint(chosen) {
  if (!chosen) {
    return 'Choose a file first.';
  }
  return chosen.size > Number(form.dataset.maxSize)
    ? `This file has ${size(chosen.size)}; the most that is taken are ${size(Number(form.dataset.maxSize))}. Compress or split it.`
    : '';
}

function target() {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (['companyId', 'skipWorkflow', 'dryRun', 'label'].includes(name) && value.trim()) {
      query.set(name, value.trim());
    }
  }
  return `${form.getAttribute('action')}?${query}`;
}

function showSent(event) {
  $('progress').max = event.total;
  $('progress').value = event.loaded;
  $('sent').textContent = event.loaded < event.total
    ? `${size(event.loaded)} of ${size(event.total)} sent`
    : 'All is sent; it is being stored.';
}

function detail(answer) {
  try {
    return JSON.parse(answer.responseText).detail;
  } catch {
    // A page: refused before the upload itself was looked at.
    const page = new DOMParser().parseFromString(answer.responseText, 'text/html');
    return page.querySelector('h1 + p')?.textContent ?? `The upload was not taken (${answer.status}). Try again.`;
  }
}

function end(answer) {
  show(false);
  const elsewhere = answer.getResponseHeader('HX-Redirect');
  if (elsewhere) {
    location.assign(elsewhere);
  } else if (answer.status !== 201) {
    refuse(detail(answer));
    key = newKey();
  } else if (form.dataset.mayFollow === 'true') {
    location.assign(`${form.dataset.operations}/${JSON.parse(answer.responseText).operationId}`);
  } else {
    $('phase').classList.remove('visually-hidden');
    $('phase').textContent = `The file has been taken in as ${JSON.parse(answer.responseText).operationId}.`;
    form.reset();
    key = newKey();
  }
}

function send(event) {
  event.preventDefault();
  const chosen = file.files[0];
  const why = complaint(chosen);
  refuse(why);
  if (why) {
    file.focus();
    return;
  }
  const body = new FormData();
  body.append('file', chosen);
  request = new XMLHttpRequest();
  request.open('POST', target());
  // Asked as htmx asks, so that the end of a session is told instead of shown.
  const headers = {...csrfHeader, 'Idempotency-Key': key, 'HX-Request': 'true'};
  Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
  request.upload.addEventListener('progress', showSent);
  request.addEventListener('load', () => end(request));
  request.addEventListener('error', () => {
    show(false);
    refuse('The connection was lost. Send it again; nothing is imported twice.');
  });
  request.addEventListener('abort', () => show(false));
  show(true);
  $('stop').scrollIntoView({block: 'nearest'});
  $('phase').textContent = 'The file is being sent.';
  request.send(body);
}

const drop = $('drop');
for (const type of ['dragenter', 'dragover']) {
  drop.addEventListener(type, event => {
    event.preventDefault();
    drop.classList.add('over');
  });
}
drop.addEventListener('dragleave', () => drop.classList.remove('over'));
drop.addEventListener('drop', event => {
  event.preventDefault();
  drop.classList.remove('over');
  if (event.dataTransfer.files.length) {
    file.files = event.dataTransfer.files;
    file.dispatchEvent(new Event('change', {bubbles: true}));
  }
});
file.addEventListener('change', showChosen);
form.addEventListener('change', () => { key = newKey(); });
form.addEventListener('submit', send);
$('stop').addEventListener('click', () => request?.abort());
showChosen();
