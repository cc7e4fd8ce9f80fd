// The calendar beside a bare Lit component that places the same boxes, and beside FullCalendar, in one run and one
// browser: until the first picture is painted, and until the next week is. The build is timed, so it comes first.
import { join } from 'node:path';
import { build } from 'esbuild';
import { launchBrowser } from '../support/browser/chromium.mjs';

const samples = 7;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

const cases = [
  { name: 'week, 500 bookings', view: 'week', count: 500, span: 'week', goal: 1.75, nodesWithin: 1.3 },
  { name: 'month, 2,000 bookings', view: 'month', count: 2000, span: 'month', goal: 3 },
  { name: 'week, 2,000 bookings over a year', view: 'week', count: 2000, span: 'year', nextWithin: 20 },
];
/** The most that a first picture may cost, as a part of FullCalendar's. */
const OF_PEER = 0.33;
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
    outdir: import.meta.dirname,
    conditions: ['browser', 'production'],
    define: {
      'process.env.NODE_ENV': '"production"',
      'import.meta.url': '"https://book.example/embed/coach-calendar.js"',
    },
    logLevel: 'error',
  });
  const text = (end) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { code: text('.js'), sheet: text('.css') };
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
  const root = place.firstElementChild.shadowRoot ?? place.firstElementChild;
  const nodes = root.querySelectorAll('*').length;
  const bookings = root.querySelectorAll('.block, .chip, .box').length;
  await new Promise((resolve) => setTimeout(resolve, 300));
  const turned = performance.now();
  window.__cal.next();
  return { mount, next: (await painted()) - turned, nodes, bookings };
}

export async function benchCalendar() {
  const scripts = {
    ours: await script('coach-calendar-adapter.js'),
    limit: await script('calendar-limit.js'),
    peer: await script('fullcalendar-adapter.js'),
  };
  const browser = await launchBrowser();
  let met = true;
  const check = (good, text) => {
    console.log(`${good ? '  ' : '✗ '}${text}`);
    met &&= good;
  };
  const sample = async (other, { view, count, span }) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.setContent('<!doctype html><style>body { margin: 0 }</style><div></div>');
    await page.addScriptTag({ content: scripts.ours.code });
    const events = await page.evaluate(([n, over]) => window.__cal.makeEvents(n, over), [count, span]);
    if (other !== scripts.ours) {
      if (other.sheet) await page.addStyleTag({ content: other.sheet });
      await page.addScriptTag({ content: other.code });
    }
    const result = await page.evaluate(timeIt, { view, events });
    await page.close();
    return result;
  };
  try {
    for (const one of cases) {
      const seen = { ours: [], limit: [], peer: [] };
      for (let round = 0; round < samples; round++)
        for (const [name, other] of Object.entries(scripts)) seen[name].push(await sample(other, one));
      const of = (name, key) => median(seen[name].map((result) => result[key]));
      const ratio = of('ours', 'mount') / of('limit', 'mount');
      check(
        !one.goal || ratio <= one.goal,
        `${one.name}: painted after ${of('ours', 'mount').toFixed(0)} ms, ${ratio.toFixed(1)} times the limit${one.goal ? ` (goal: ${one.goal})` : ''}`,
      );
      const part = of('ours', 'mount') / of('peer', 'mount');
      check(
        !one.goal || part <= OF_PEER,
        `${one.name}: ${part.toFixed(2)} of FullCalendar's ${of('peer', 'mount').toFixed(0)} ms${one.goal ? ` (goal: ${OF_PEER})` : ''}`,
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
