import { Router } from 'express';

/**
 * The script of the pages `/book`, beside the widget. It fills in the fields that stand behind the `#` of the address,
 * and takes them away from there; the links of the page to its coaches keep them. Otherwise, where a person is signed
 * in at `/me` in this browser, or was in this tab, it takes the widget out of the page and loads the part for clients,
 * which puts it back. In a frame it leaves sessions alone, whoever's page is around it, and sends the height of the
 * page to that page, whenever it changes.
 */
const script = `const given = new URLSearchParams(location.hash.slice(1));
const known = ['name', 'email', 'phone', 'notes'].filter((field) => given.get(field));
const widget = document.querySelector('coach-booking');
const client = document.querySelector('coach-book-client');
for (const field of known) widget?.setAttribute('prefill-' + field, given.get(field));
if (known.length > 0) {
  for (const link of document.querySelectorAll('a[href*="/book"]')) link.hash = location.hash;
  history.replaceState(history.state, '', location.pathname + location.search);
}
const wasSignedIn = (name) => {
  try {
    return localStorage.getItem(name) !== null || sessionStorage.getItem('coach-booking:client') !== null;
  } catch {
    return false;
  }
};
if (parent !== window) {
  document.documentElement.classList.add('framed');
  const send = () => parent.postMessage({ type: 'coach-booking:height', height: Math.ceil(document.body.getBoundingClientRect().height) }, '*');
  new ResizeObserver(send).observe(document.body);
} else if (client && known.length === 0 && wasSignedIn('coach-booking:1:session:' + client.getAttribute('publishable-key'))) {
  const back = () => widget && client.after(widget);
  client.widget = widget ?? undefined;
  widget?.remove();
  import('/embed/book-page.js').catch(back);
}
`;

/** Serves the script of the pages on which visitors book. */
export function bookScript(): Router {
  const router = Router();
  router.get('/pages/book.js', (_request, response) => {
    response.type('js').set('Cache-Control', 'public, no-cache').send(script);
  });
  return router;
}
