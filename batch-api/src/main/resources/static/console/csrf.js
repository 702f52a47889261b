const token = document.querySelector('meta[name=csrf-token]')?.content;

/** What every request that changes something carries, beside those that a form makes by itself. */
export const csrfHeader = token ? {'X-CSRF-Token': token} : {};

document.addEventListener('htmx:configRequest', event => Object.assign(event.detail.headers, csrfHeader));
