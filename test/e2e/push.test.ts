import type { BrowserContext, Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../support/journey.ts';

let stage: Stage;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

/** The place of a device with a push service, for a browser that has none. */
const endpoint = 'https://8.8.8.8/send/4f0c';

beforeAll(async () => {
  stage = await openStage();
  context = await stage.browser.newContext({ locale: 'en-US' });
  page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  // A browser without a screen has no notifications and reports that they are forbidden, whatever it is set to.
  await page.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'default' });
    Notification.requestPermission = async () => 'granted';
  });
  await page.goto(`${stage.server.url}/desk/settings/notifications`);
  await page.getByLabel('E-mail').fill('coach-a@demo.example');
  await page.getByLabel('Password', { exact: true }).fill('demo-demo-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
});
afterAll(async () => {
  await context?.close();
  await stage?.close();
});

const switchOn = () => page.getByRole('button', { name: 'Switch on here' }).click();

test('shows under the policy of the page that a browser has no push service', async () => {
  await switchOn();
  await page.getByText('the push service of this browser cannot be reached').waitFor();
  // It has none in the windows of tests, and logs that. What the policy of the page refuses is there too.
  expect(complaints.filter((text) => !text.includes('incognito'))).toEqual([]);
});

test('switches a device on by a press, and keeps it on after a reload', async () => {
  await page.addInitScript((address) => {
    const subscription = {
      endpoint: address,
      unsubscribe: async () => true,
      toJSON: () => ({ endpoint: address, keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) } }),
    } as unknown as PushSubscription;
    let isOn = sessionStorage.getItem('on') === 'yes';
    PushManager.prototype.subscribe = async () => {
      isOn = true;
      sessionStorage.setItem('on', 'yes');
      return subscription;
    };
    PushManager.prototype.getSubscription = async () => (isOn ? subscription : null);
  }, endpoint);
  await page.reload();
  await switchOn();
  await page.getByText('On on this device.').waitFor();
  await page.reload();
  await page.getByText('On on this device.').waitFor();
});

/** The scope of the worker, as far as this test touches it. */
interface WorkerScope {
  registration: ServiceWorkerRegistration;
  clients: { openWindow(url: string): Promise<null> };
  dispatchEvent(event: Event): boolean;
  ExtendableEvent: typeof Event;
  shown: { readonly title: string; readonly options: NotificationOptions }[];
  opened: string[];
  closed: number;
}

/** Brings a message to the worker as the browser does when its push service has one. */
async function deliver(data: string): Promise<void> {
  const session = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const found = registrations.find(({ isDeleted }) => !isDeleted);
      if (found) resolve(found.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const registrationId = await registered;
  await session.send('ServiceWorker.deliverPushMessage', { origin: stage.server.url, registrationId, data });
  await session.detach();
}

test('shows a message by the worker, and opens what it is about by a press', async () => {
  const worker = context.serviceWorkers().find((each) => each.url() === `${stage.server.url}/sw.js`) as Worker;
  // In place of the screen that this browser has not got.
  await worker.evaluate(() => {
    const scope = globalThis as unknown as WorkerScope;
    Object.assign(scope, { shown: [], opened: [], closed: 0 });
    scope.registration.showNotification = async (title, options = {}) => void scope.shown.push({ title, options });
    scope.clients.openWindow = async (address) => {
      scope.opened.push(address);
      return null;
    };
  });
  const url = `${stage.server.url}/desk/calendar?from=push`;
  await deliver(JSON.stringify({ title: 'New request', body: 'Ana Diaz, 10:00', url, tag: 'topic' }));
  const shown = () => worker.evaluate(() => (globalThis as unknown as WorkerScope).shown);
  const options = { body: 'Ana Diaz, 10:00', tag: 'topic', icon: '/pages/icon.svg', data: { url } };
  await expect.poll(shown).toEqual([{ title: 'New request', options }]);

  const press = (address: string) =>
    worker.evaluate((to) => {
      const scope = globalThis as unknown as WorkerScope;
      const notification = { data: { url: to }, close: () => scope.closed++ };
      const pressed = Object.assign(new scope.ExtendableEvent('notificationclick'), { notification });
      scope.dispatchEvent(pressed);
    }, address);
  await press(url);
  const came = () =>
    worker.evaluate(() => {
      const { opened, closed } = globalThis as unknown as WorkerScope;
      return { opened, closed };
    });
  await expect.poll(came).toEqual({ opened: [url], closed: 1 });
});
