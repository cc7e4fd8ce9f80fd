import { Router } from 'express';
import { workLanguage } from './page-language.ts';
import { html } from './html.ts';
import { sendPage } from './page.ts';

/**
 * The script that runs in a browser beside the pages. For a push message it shows it, and opens its address when it is
 * pressed. A page of the desk that cannot be reached is answered by one that says so: that page, its style and its icon
 * are all that it ever stores. Everything else goes by as if it were not there. docs/push.md has the part about push
 * for partners.
 */
export const serviceWorker = `const stored = ['/pages/offline', '/pages/page.css', '/pages/icon.svg'];
const desk = /^(\\/p\\/[^/]+)?\\/desk(\\/|$)/;

addEventListener('install', (event) => {
  event.waitUntil(caches.open('coach-offline').then((cache) => cache.addAll(stored)));
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isPage = request.mode === 'navigate' && desk.test(pathname);
  if (origin !== location.origin || (!isPage && !stored.includes(pathname))) return;
  const away = () => caches.match(isPage ? stored[0] : pathname, { ignoreVary: true });
  event.respondWith(fetch(request).catch(() => away().then((found) => found ?? Response.error())));
});

addEventListener('push', (event) => {
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

/**
 * Serves `/sw.js`, at the root, since a worker sees to what is below its own address, and the page that it stores.
 * Browsers ask for the script anew.
 */
export function serviceWorkerFile(): Router {
  const router = Router();
  router.get('/sw.js', (_request, response) => {
    response.type('js').set('Cache-Control', 'no-cache').send(serviceWorker);
  });
  router.get('/pages/offline', (request, response) => {
    const language = workLanguage(request);
    const { say } = language;
    const body = html`<main>
      <h1>${say('offline')}</h1>
      <p>${say('offlineText')}</p>
      <p><a href="">${say('offlineAgain')}</a></p>
    </main>`;
    sendPage(response, { language, title: say('offline'), body, script: null });
  });
  return router;
}
