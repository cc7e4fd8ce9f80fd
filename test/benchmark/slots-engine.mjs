// The product's slots engine in the shape that the slots benchmark needs. It bundles the TypeScript sources in memory,
// so plain node runs exactly what the server runs. As in the server, the compiled plan is cached by version (here: by
// the identity of the rules, and the claims by that of the busy list, which the server gets as objects from its
// ledgers); everything else is computed in each call.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const source = (path) => JSON.stringify(fileURLToPath(new URL(`../../packages/${path}`, import.meta.url)));
const domain = (path) => source(`server/src/domain/${path}`);
const entry = [
  `export { compilePlan } from ${domain('availability/compile.ts')};`,
  `export { defaultSchedule } from ${domain('schedule/schedule.ts')};`,
  `export { fromMinutes } from ${source('time/src/wall-time.ts')};`,
  `export { listStarts } from ${domain('slots/list-starts.ts')};`,
  `export { localOf, zoneOf } from ${source('time/src/zone.ts')};`,
].join('\n');
const bundle = await build({
  stdin: { contents: entry, resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'ts' },
  bundle: true,
  write: false,
  format: 'esm',
  target: 'node20',
  conditions: ['source'],
  logLevel: 'silent',
});
const code = Buffer.from(bundle.outputFiles[0].contents).toString('base64');
const { compilePlan, defaultSchedule, fromMinutes, listStarts, localOf, zoneOf } = await import(
  `data:text/javascript;base64,${code}`
);

const MINUTE = 60_000;

const remember = (make) => {
  const known = new WeakMap();
  return (key) => known.get(key) ?? known.set(key, make(key)).get(key);
};

const compiled = ({ timeZone, weekly }, externalBusy) =>
  compilePlan({
    schedule: {
      ...defaultSchedule,
      timeZone,
      workingHours: weekly.flatMap(({ days, start, end }) =>
        days.map((dayOfWeek) => ({ dayOfWeek, start: fromMinutes(start), end: fromMinutes(end) })),
      ),
      bookingWindow: 730,
    },
    overrides: [],
    timeOff: [],
    externalBusy,
  });
const planOf = remember((rules) => compiled(rules, []));

const occupiedOf = remember((busy) =>
  busy.map(([start, end]) => ({ start, end, paddedStart: start, paddedEnd: end, kind: 'booking' })),
);

/** The same busy time, of other calendars: it is in the plan. */
const planAround = remember(({ rules, busy }) =>
  compiled(
    rules,
    busy.map(([start, end]) => ({ start, end })),
  ),
);
const slotsOutside = (input) => ask(input, planAround(input), []);

/** The benchmark counts sessions that end inside the range; the product counts what starts inside. */
const ask = ({ range, duration, step }, plan, occupied) =>
  listStarts({
    plan,
    rules: { duration, interval: step },
    occupied,
    from: range.from,
    to: range.to - duration * MINUTE + 1,
    now: range.from - 1,
  });
const slots = (input) => ask(input, planOf(input.rules), occupiedOf(input.busy));

/** Groups by the viewer's date, like Cal.com. */
const view = (starts, { viewerZone }) => {
  const zone = zoneOf(viewerZone);
  const days = {};
  for (const start of starts) (days[localOf(zone, start).date] ??= []).push({ time: new Date(start).toISOString() });
  return days;
};

export default { name: 'coach-booking', slots, slotsOutside, starts: (starts) => Array.from(starts), view };
