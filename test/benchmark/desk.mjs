// From opening the desk, signed in, with nothing in the cache, until the day of the coach is on the screen, on a slow 4G
// profile (150 ms for each request, 1.6 Mbit/s); the requests of it in the order of their waves: a request is a wave
// later than the latest that had ended before it began. The server runs with demo data in a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../support/browser/chromium.mjs';

const root = join(import.meta.dirname, '../..');
const samples = 7;
const goal = 1000;
const slow4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Runs in the page: milliseconds from the start of the navigation to the frame in which the day is drawn. */
function dayDrawn() {
  return new Promise((resolve) => {
    const look = () => {
      const today = document.querySelector('coach-desk-page')?.shadowRoot?.querySelector('coach-desk-today');
      if (!today?.shadowRoot?.querySelector('.columns')) return requestAnimationFrame(look);
      const requests = performance.getEntriesByType('resource');
      resolve({
        time: performance.now(),
        requests: requests.map(({ name, startTime, responseStart, responseEnd, transferSize }) => ({
          name: new URL(name).pathname,
          from: startTime,
          first: responseStart,
          to: responseEnd,
          bytes: transferSize,
        })),
        html: performance.getEntriesByType('navigation')[0].responseEnd,
      });
    };
    look();
  });
}

/** Signs the coach of the demo in, and returns what the browser stores of it. */
async function signedIn(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/desk`);
  await page.fill('#email', 'coach-a@demo.example');
  await page.fill('#password', 'demo-demo-demo');
  await page.keyboard.press('Enter');
  await page.locator('coach-desk-today .columns').waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Returns the number of requests that had to wait for one another until the day was drawn, that of the page included. */
function tripsOf({ html, requests }) {
  const waves = [{ to: html, wave: 1 }];
  for (const { from, to } of [...requests].sort((a, b) => a.from - b.from))
    waves.push({ to, wave: 1 + Math.max(...waves.filter((one) => one.to <= from).map(({ wave }) => wave), 0) });
  return Math.max(...waves.map(({ wave }) => wave));
}

export async function benchDesk() {
  const folder = await mkdtemp(join(tmpdir(), 'coach-booking-bench-'));
  const server = fork(join(root, 'packages/server/dist/main.js'), {
    env: { ...process.env, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'fatal' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const browser = await launchBrowser();
  try {
    const [{ url }] = await once(server, 'message');
    const storageState = await signedIn(browser, url);
    const seen = [];
    for (let sample = 0; sample < samples; sample++) {
      // Over plain HTTP a browser does not ask for brotli, as it does over HTTPS.
      const context = await browser.newContext({ storageState, extraHTTPHeaders: { 'Accept-Encoding': 'br, gzip' } });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', slow4G);
      await page.goto(`${url}/desk`, { waitUntil: 'commit' });
      seen.push(await page.evaluate(dayDrawn));
      await context.close();
    }
    const time = median(seen.map((one) => one.time));
    const shown = seen.find((one) => one.time === time);
    console.log(`page          0 – ${shown.html.toFixed(0)} ms`);
    for (const { name, from, first, to, bytes } of shown.requests)
      console.log(
        `${from.toFixed(0).padStart(5)} – ${first.toFixed(0)} – ${to.toFixed(0)} ms ${String(bytes).padStart(7)} bytes  ${name}`,
      );
    const bytes = shown.requests.reduce((sum, one) => sum + one.bytes, 0);
    console.log(
      `the day drawn after ${time.toFixed(0)} ms (goal: ${goal}), ${tripsOf(shown)} requests one after another, ${bytes} bytes`,
    );
    return time <= goal;
  } finally {
    await browser.close();
    server.kill('SIGTERM');
    await once(server, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}
