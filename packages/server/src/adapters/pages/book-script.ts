import { Router } from 'express';

/**
 * The script of the pages `/book`, beside the widget. It fills in the fields that stand behind the `#` of the address,
 * and takes them away from there; the links of the page to its coaches keep them. In a frame it sends the height of the
 * page to the page around it, whenever it changes.
 */
const script = `const given = new URLSearchParams(location.hash.slice(1));
const known = ['name', 'email', 'phone', 'notes'].filter((field) => given.get(field));
const widget = document.querySelector('coach-booking');
for (const field of known) widget?.setAttribute('prefill-' + field, given.get(field));
if (known.length > 0) {
  for (const link of document.querySelectorAll('a[href*="/book"]')) link.hash = location.hash;
  history.replaceState(history.state, '', location.pathname + location.search);
}
if (parent !== window) {
  document.documentElement.classList.add('framed');
  const send = () => parent.postMessage({ type: 'coach-booking:height', height: Math.ceil(document.body.getBoundingClientRect().height) }, '*');
  new ResizeObserver(send).observe(document.body);
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
