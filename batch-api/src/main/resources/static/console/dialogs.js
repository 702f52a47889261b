// <button data-opens="id"> opens a <dialog id>; <button data-closes> within closes it.
document.addEventListener('click', event => {
  const opener = event.target.closest('[data-opens]');
  if (opener) {
    document.getElementById(opener.dataset.opens).showModal();
  }
  event.target.closest('[data-closes]')?.closest('dialog').close();
});
