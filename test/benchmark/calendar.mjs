// The calendar beside a bare Lit component that places the same boxes, in one run and one browser: until the first
// picture is painted, and until the next week is. The build is timed, so it comes first.
import { join } from 'node:path';
import { build } from 'esbuild';
import { launchBrowser } from '../support/browser/chromium.mjs';

const samples = 7;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

const cases = [
  { name: 'week, 500 bookings', view: 'week', count: 500, span: 'week', goal: 2, nodesWithin: 1.3 },
  { name: 'month, 2,000 bookings', view: 'month', count: 2000, span: 'month', goal: 3 },
  { name: 'week, 2,000 bookings over a year', view: 'week', count: 2000, span: 'year', nextWithin: 20 },
];
/** Nodes a booking, without those that are there for an empty week. */
const NODES_WITHIN = 2;

async function script(file) {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, file)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    conditions: ['browser', 'production'],
    define: {
      'process.env.NODE_ENV': '"production"',
      'import.meta.url': '"https://book.example/embed/coach-calendar.js"',
    },
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

/** Runs in the page. A frame is painted when the task after its animation callbacks runs. */
async function timeIt({ view, events }) {
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(0);
      });
    });
  const place = document.querySelector('div');
  await painted();
  await painted();
  const began = performance.now();
  window.__cal.mount(place, events, view, '2028-05-03');
  const mount = (await painted()) - began;
  const root = place.firstElementChild.shadowRoot;
  const nodes = root.querySelectorAll('*').length;
  const bookings = root.querySelectorAll('.block, .chip, .box').length;
  await new Promise((resolve) => setTimeout(resolve, 300));
  const turned = performance.now();
  window.__cal.next();
  return { mount, next: (await painted()) - turned, nodes, bookings };
}

export async function benchCalendar() {
  const scripts = { ours: await script('coach-calendar-adapter.js'), limit: await script('calendar-limit.js') };
  const browser = await launchBrowser();
  let met = true;
  const check = (good, text) => {
    console.log(`${good ? '  ' : '✗ '}${text}`);
    met &&= good;
  };
  const sample = async (code, { view, count, span }) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.setContent('<!doctype html><style>body { margin: 0 }</style><div></div>');
    await page.addScriptTag({ content: scripts.ours });
    const events = await page.evaluate(([n, over]) => window.__cal.makeEvents(n, over), [count, span]);
    if (code !== scripts.ours) await page.addScriptTag({ content: code });
    const result = await page.evaluate(timeIt, { view, events });
    await page.close();
    return result;
  };
  try {
    for (const one of cases) {
      const seen = { ours: [], limit: [] };
      for (let round = 0; round < samples; round++)
        for (const [name, code] of Object.entries(scripts)) seen[name].push(await sample(code, one));
      const of = (name, key) => median(seen[name].map((result) => result[key]));
      const ratio = of('ours', 'mount') / of('limit', 'mount');
      check(
        !one.goal || ratio <= one.goal,
        `${one.name}: painted after ${of('ours', 'mount').toFixed(0)} ms, ${ratio.toFixed(1)} times the limit${one.goal ? ` (goal: ${one.goal})` : ''}`,
      );
      if (one.nextWithin)
        check(
          of('ours', 'next') <= one.nextWithin,
          `${one.name}: the next week after ${of('ours', 'next').toFixed(1)} ms (goal: ${one.nextWithin})`,
        );
      const { nodes, bookings } = seen.ours[0];
      if (bookings >= 500)
        check(
          nodes / bookings <= (one.nodesWithin ?? NODES_WITHIN),
          `${one.name}: ${(nodes / bookings).toFixed(2)} nodes a booking (goal: ${one.nodesWithin ?? NODES_WITHIN})`,
        );
    }
    return met;
  } finally {
    await browser.close();
  }
}
