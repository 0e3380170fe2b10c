/**
 * A one-use link: the secret leaves the address bar before anything else, then the form is sent.
 * A page that is only being prepared, before anybody asked for it, sends nothing.
 */

const page = /** @type {Document & {prerendering?: boolean}} */ (document);

function send() {
  const form = /** @type {HTMLFormElement} */ (document.getElementById("open"));
  history.replaceState(null, "", location.pathname);
  form.submit();
}

if (page.prerendering) document.addEventListener("prerenderingchange", send, { once: true });
else send();
