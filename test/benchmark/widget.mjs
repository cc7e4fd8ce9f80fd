// From opening the hosted page of a coach with one service, so that nothing is asked first, until a free slot is on the
// screen, cold cache, in the browser of the tests; and the layout shift until then. The server runs with demo data in a
// process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../support/browser/chromium.mjs';

const root = join(import.meta.dirname, '../..');
const samples = 7;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/**
 * Runs in the page: milliseconds from the start of the navigation to the frame in which the first free slot is drawn.
 */
function firstSlot() {
  return new Promise((resolve) => {
    let shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (shift += entry.value))).observe({
      type: 'layout-shift',
      buffered: true,
    });
    const look = () => {
      const root = document.querySelector('coach-booking')?.shadowRoot;
      if (root?.querySelector('[part~="slot"]:not([aria-disabled="true"])'))
        resolve({ time: performance.now(), shift });
      else requestAnimationFrame(look);
    };
    look();
  });
}

export async function benchWidget() {
  const folder = await mkdtemp(join(tmpdir(), 'coach-booking-bench-'));
  const server = fork(join(root, 'packages/server/dist/main.js'), {
    env: { ...process.env, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'fatal' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const browser = await launchBrowser();
  try {
    const [{ url }] = await once(server, 'message');
    for (const throttle of [1, 4]) {
      const seen = [];
      for (let sample = 0; sample < samples; sample++) {
        const context = await browser.newContext();
        const page = await context.newPage();
        const session = await context.newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
        await page.goto(`${url}/book/coach-c`, { waitUntil: 'commit' });
        seen.push(await page.evaluate(firstSlot));
        await context.close();
      }
      const time = median(seen.map((one) => one.time));
      const shift = Math.max(...seen.map((one) => one.shift));
      console.log(
        `first slot painted after ${time.toFixed(0)} ms at ${throttle}x CPU throttle, layout shift ${shift.toFixed(4)} (goal: 0)`,
      );
      if (shift > 0) return false;
    }
    return true;
  } finally {
    await browser.close();
    server.kill('SIGTERM');
    await once(server, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}
