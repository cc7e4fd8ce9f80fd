import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, it } from 'vitest';
import { epochDay, plainDate } from './plain-date.ts';
import { findTransitions, intlProbe } from './transitions.ts';
import { MINUTE } from './units.ts';
import { zoneData, zoneRelease } from './zone-data.ts';
import { localOf, offsetAt, startOfDay, toInstant, zoneOf } from './zone.ts';

const START = Date.UTC(2024, 0, 1);
const END = Date.UTC(2038, 0, 1);

/**
 * The zones whose law, from 2024 to 2037, is another in the release of this Node's Intl than in ours: Temporal, which
 * calls Intl, cannot verify them.
 */
const changedByLaw = (): Set<string> =>
  new Set(
    Intl.supportedValuesOf('timeZone').filter((id) => {
      const probe = intlProbe(id);
      const expected = findTransitions(probe, START, END);
      const actual = (zoneData(id) ?? []).filter(({ at }) => at > START && at <= END);
      return (
        JSON.stringify(expected) !==
        JSON.stringify(actual.filter(({ offset }, i) => offset !== (actual[i - 1]?.offset ?? probe(START))))
      );
    }),
  );

/** Every change of clocks from 2024 to 2037, by an implementation that shares no code with ours. */
const transitionsOf = (id: string): Temporal.ZonedDateTime[] => {
  const found: Temporal.ZonedDateTime[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(START).toZonedDateTimeISO(id);
  while ((at = at.getTimeZoneTransition('next')) && at.epochMilliseconds < END) found.push(at);
  return found;
};

/** Edges on both sides of the change, and times that it skips or repeats. Minutes from the wall time before it. */
const AROUND = [-1440, -61, -60, -31, -30, -15, -1, 0, 1, 15, 29, 30, 59, 60, 61, 90, 120, 180, 1440];

/**
 * Returns our results for the instants and wall times around a change, and those of Temporal; as text, for one
 * comparison.
 */
const around = (id: string, change: Temporal.ZonedDateTime): { ours: string[]; theirs: string[] } => {
  const zone = zoneOf(id);
  const actual: string[] = [];
  const expected: string[] = [];
  const wallBefore = change.subtract({ milliseconds: 1 }).toPlainDateTime().round('minute');
  for (const step of AROUND) {
    const instant = change.epochMilliseconds + step * MINUTE;
    const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(id);
    const here = localOf(zone, instant);
    actual.push(`${instant}: ${offsetAt(zone, instant)} ${here.date} ${here.minutes} ${here.weekday} ${here.hour}`);
    const { hour, minute } = there;
    expected.push(
      `${instant}: ${there.offsetNanoseconds / 1e6} ${there.toPlainDate().toString()} ${hour * 60 + minute} ${there.dayOfWeek % 7} ${hour}`,
    );
    const wall = wallBefore.add({ minutes: step });
    const date = plainDate(wall.toPlainDate().toString());
    actual.push(
      `${wall.toString()}: ${toInstant(zone, epochDay(date), wall.hour * 60 + wall.minute)} ${startOfDay(zone, date)}`,
    );
    expected.push(
      `${wall.toString()}: ${wall.toZonedDateTime(id).epochMilliseconds} ${wall.toPlainDate().toZonedDateTime(id).epochMilliseconds}`,
    );
  }
  return { ours: actual, theirs: expected };
};

// The machine's zone plays no part here, so one of the zones that the domain is tested under is enough.
describe.runIf(process.env['TZ'] === 'UTC')('every zone that Intl knows', () => {
  let changed: Set<string>;
  let judged: string[];
  beforeAll(() => {
    changed = changedByLaw();
    judged = Intl.supportedValuesOf('timeZone').filter((id) => !changed.has(id));
  });

  it('R21 finds the same law in both releases, but for a few zones when ours is another', () => {
    expect(changed.size).toBeLessThanOrEqual(process.versions.tz === zoneRelease ? 0 : 20);
  });

  it('agrees with Temporal around each of its changes from 2024 to 2037', { timeout: 60_000 }, () => {
    let changes = 0;
    for (const id of judged) {
      for (const change of transitionsOf(id)) {
        const { ours: actual, theirs: expected } = around(id, change);
        expect(actual, id).toEqual(expected);
        changes++;
      }
    }
    expect(changes).toBeGreaterThan(2000);
  });

  it('agrees with Temporal in the middle of each month too', { timeout: 60_000 }, () => {
    for (const id of judged) {
      const zone = zoneOf(id);
      for (let month = 0; month < 14 * 12; month += 5) {
        const noon = Temporal.PlainDateTime.from('2024-01-15T12:00').add({ months: month });
        const date = plainDate(noon.toPlainDate().toString());
        expect(toInstant(zone, epochDay(date), 720), `${id} ${date}`).toBe(noon.toZonedDateTime(id).epochMilliseconds);
      }
    }
  });
});
