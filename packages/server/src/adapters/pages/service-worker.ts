import { Router } from 'express';

/**
 * The script that runs in a browser for a push message, without any page of ours: shows it, and opens its address when
 * it is pressed. It never answers for the network, so pages load as if it were not there. docs/push.md has the same for
 * partners.
 */
export const serviceWorker = `addEventListener('push', (event) => {
  const { title, body, url, tag } = event.data.json();
  const options = { body, tag, icon: '/pages/icon.svg', data: { url } };
  event.waitUntil(registration.showNotification(title, options));
});

addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { url } = event.notification.data;
  const show = (windows) => windows.find((open) => open.url === url)?.focus() ?? clients.openWindow(url);
  event.waitUntil(clients.matchAll({ type: 'window', includeUncontrolled: true }).then(show));
});
`;

/** Serves `/sw.js`, at the root, since a worker sees to what is below its own address. Browsers ask for it anew. */
export function serviceWorkerFile(): Router {
  const router = Router();
  router.get('/sw.js', (_request, response) => {
    response.type('js').set('Cache-Control', 'no-cache').send(serviceWorker);
  });
  return router;
}
