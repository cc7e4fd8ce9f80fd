import { Router } from 'express';

/**
 * The policy of the document that shows a mail: the styles and pictures of mails, and our one script that inserts the
 * mail. `sandbox` applies also when the address is opened without a frame.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  'img-src https: data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-scripts',
].join('; ');

const page =
  '<!doctype html><html><head><meta charset="utf-8" /><script type="module" src="/pages/preview.js"></script></head><body></body></html>';

/** Shows the mail that the page around it sends. Scripts in what is put in so do not run, and the policy has none. */
const script = `addEventListener('message', ({ source, data }) => {
  if (source === parent && typeof data === 'string') document.documentElement.innerHTML = data;
});
`;

/**
 * Serves the document in which the desk shows a mail: without an origin, so that it reaches neither the page around it
 * nor its session, and empty until that page sends the mail. The pages' own policy would keep a mail's styles out.
 */
export function mailPreview(): Router {
  const router = Router();
  router.get('/pages/preview', (_request, response) => {
    response.removeHeader('X-Frame-Options');
    response
      .type('html')
      .set({
        'Content-Security-Policy': policy,
        'Cache-Control': 'private, no-cache',
        'Referrer-Policy': 'no-referrer',
      })
      .send(page);
  });
  router.get('/pages/preview.js', (_request, response) => {
    // A page without an origin requests across origins.
    response.type('js').set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, no-cache' }).send(script);
  });
  return router;
}
