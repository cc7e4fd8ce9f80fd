// The slots engine against a minimal one near the physical limit, on the six performance cases, interleaved in one run.
// Medians in microseconds a call; returns whether every case is within 3x and 2,000 busy ranges add at most 100 µs, of
// bookings and of other calendars.
import { readFile } from 'node:fs/promises';
import limit from './limit-engine.mjs';
import ours from './slots-engine.mjs';

const rounds = 9;
const worst = 3;
const addedByBusy = 100;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

function microsecondsOf(ask, calls) {
  const begin = process.hrtime.bigint();
  for (let call = 0; call < calls; call++) ask();
  return Number(process.hrtime.bigint() - begin) / 1e3 / calls;
}
const microseconds = (engine, input, calls) => microsecondsOf(() => engine.slots(input), calls);

export async function benchSlots() {
  const { cases } = JSON.parse(await readFile(new URL('../fixtures/slot-fixtures.json', import.meta.url), 'utf8'));
  const took = {};
  let met = true;
  for (const input of cases.filter(({ kind }) => kind === 'perf')) {
    const calls = Math.max(50, Math.floor(40_000 / microseconds(ours, input, 200)));
    const seen = { ours: [], limit: [] };
    for (let round = 0; round <= rounds; round++)
      for (const [name, engine] of Object.entries({ ours, limit })) {
        const time = microseconds(engine, input, calls);
        if (round > 0) seen[name].push(time);
      }
    const [mine, theirs] = [median(seen.ours), median(seen.limit)];
    took[input.id] = mine;
    met &&= mine / theirs <= worst;
    console.log(
      `${input.id.padEnd(16)} ours ${mine.toFixed(1).padStart(7)} µs  limit ${theirs.toFixed(1).padStart(7)} µs  ${(mine / theirs).toFixed(2)}x`,
    );
  }
  const added = took['perf-month-2000'] - took['perf-month-0'];
  console.log(`2,000 busy ranges add ${added.toFixed(1)} µs to a month (goal: at most ${addedByBusy})`);
  const busiest = cases.find(({ id }) => id === 'perf-month-2000');
  const outside = median(Array.from({ length: rounds }, () => microsecondsOf(() => ours.slotsOutside(busiest), 500)));
  const addedOutside = outside - took['perf-month-0'];
  console.log(
    `2,000 busy ranges of other calendars add ${addedOutside.toFixed(1)} µs to a month (goal: at most ${addedByBusy})`,
  );
  return met && added <= addedByBusy && addedOutside <= addedByBusy;
}
