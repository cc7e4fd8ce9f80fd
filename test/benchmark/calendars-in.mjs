// A calendar of another with 20,000 events, 4.7 MB, and one of 1,000 series, read in the built thread: how long each
// takes, and how long the thread that answers requests is held up meanwhile. Prints both; returns whether the goals are
// met.
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = 'adapters/calendar-in';
const server = join(import.meta.dirname, '../../packages/server');
const times = 10;
/** Milliseconds: of a reading, and of the 99th percentile of the event loop's delay beyond that of doing nothing. */
const goals = { read: 2000, delay: 20 };
const day = 86_400_000;
const hour = 3_600_000;
const from = Date.UTC(2026, 0, 1);
const reading = { timeZone: 'Europe/Berlin', from, until: from + 400 * day };

const local = (at) => new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '');
const calendarOf = (events) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');

const single = (n) => [
  ...['BEGIN:VEVENT', `UID:${n}-of-a-long-calendar@example.com`, 'DTSTAMP:20260101T000000Z', 'STATUS:CONFIRMED'],
  `DTSTART;TZID=Europe/Berlin:${local(from + ((n * 7) % 9600) * hour)}`,
  `DTEND;TZID=Europe/Berlin:${local(from + (((n * 7) % 9600) + 0.5) * hour)}`,
  ...[`SUMMARY:Session number ${n}`, 'LOCATION:Harbour', 'END:VEVENT'],
];
const series = (n) => [
  ...[
    'BEGIN:VEVENT',
    `UID:${n}@example.com`,
    `DTSTART;TZID=Europe/Berlin:${local(Date.UTC(2020, 0, 1 + (n % 28), n % 24))}`,
  ],
  ...['DURATION:PT1H', `RRULE:FREQ=${n % 20 === 0 ? 'DAILY;COUNT=3000' : 'WEEKLY;INTERVAL=2'}`, 'END:VEVENT'],
];

/** Returns the 99th percentile and the most, in milliseconds, of the delay of timers while this runs. */
async function delayWhile(run) {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  await run();
  histogram.disable();
  return { p99: histogram.percentile(99) / 1e6, most: histogram.max / 1e6 };
}

export async function benchCalendarsIn() {
  const { outputFiles } = await build({
    entryPoints: [join(server, 'src', folder, 'open-calendar-reader.ts')],
    ...{ bundle: true, write: false, platform: 'node', format: 'esm', conditions: ['source'], logLevel: 'error' },
  });
  const bundle = Buffer.from(outputFiles[0].contents).toString('base64');
  const { openCalendarReader } = await import(`data:text/javascript;base64,${bundle}`);
  const calendars = openCalendarReader({ entry: pathToFileURL(join(server, 'dist', folder, 'worker.js')) });
  const cases = {
    '20,000 events': calendarOf(Array.from({ length: 20_000 }, (_, n) => single(n))),
    '1,000 series': calendarOf(Array.from({ length: 1000 }, (_, n) => series(n))),
  };
  await calendars.read(calendarOf([]), reading);
  const idle = await delayWhile(() => new Promise((done) => setTimeout(done, 2000)));
  console.log(`nothing: delay p99 ${idle.p99.toFixed(1)} ms, at most ${idle.most.toFixed(1)}`);
  let isMet = true;
  for (const [name, text] of Object.entries(cases)) {
    const lasted = [];
    let busy = 0;
    const delay = await delayWhile(async () => {
      for (let n = 0; n < times; n++) {
        const since = performance.now();
        busy = (await calendars.read(text, reading)).busy.length;
        lasted.push(performance.now() - since);
      }
    });
    const median = lasted.sort((a, b) => a - b)[times >> 1];
    isMet &&= median <= goals.read && delay.p99 - idle.p99 <= goals.delay;
    console.log(
      `${name}, ${(text.length / 1e6).toFixed(1)} MB, ${busy} busy times: ${median.toFixed(0)} ms (goal ${goals.read}); ` +
        `delay p99 ${delay.p99.toFixed(1)} ms (goal ${goals.delay} more than of nothing), at most ${delay.most.toFixed(1)}`,
    );
  }
  await calendars.close();
  return isMet;
}
