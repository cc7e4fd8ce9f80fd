import { describe, expect, expectTypeOf, it } from 'vitest';
import { earliest, instant, latest, minus, parseInstant, plus } from './instant.ts';
import type { Instant, Milliseconds, Minutes } from './instant.ts';
import { isoInstant } from './iso-instant.ts';
import { includes, intersect, merge, overlaps, type Range } from './range.ts';
import { HOUR, MINUTE } from './units.ts';
import { toMinutes } from './wall-time.ts';
import { localOf, startOfDay, toInstant, zoneOf } from './zone.ts';

const NINE = parseInstant('2026-04-14T09:00Z');
const minutesOfDay: Minutes = toMinutes('09:00');
const length: Milliseconds = 2 * HOUR;
const acceptsInstant = (at: Instant): Instant => at;
const acceptsLength = (milliseconds: Milliseconds): Milliseconds => milliseconds;
const acceptsMinutes = (minutes: Minutes): Minutes => minutes;

describe('an instant', () => {
  it('reads an instant from ISO text and moves it by a length', () => {
    expect(NINE).toBe(Date.UTC(2026, 3, 14, 9));
    expect(plus(NINE, length)).toBe(Date.UTC(2026, 3, 14, 11));
    expect(minus(NINE, length)).toBe(Date.UTC(2026, 3, 14, 7));
    expect([earliest(NINE, plus(NINE, 1)), latest(NINE, plus(NINE, 1))]).toEqual([NINE, NINE + 1]);
  });

  it('keeps an instant a plain number at run time, which arithmetic takes apart again', () => {
    expect(instant(5)).toBe(5);
    expectTypeOf(plus(NINE, HOUR) - NINE).toEqualTypeOf<number>();
    expectTypeOf(NINE + HOUR).toEqualTypeOf<number>();
    expectTypeOf(NINE).toExtend<number>();
  });

  it('comes of clocks of zones, and of nothing else', () => {
    expectTypeOf(startOfDay).returns.toEqualTypeOf<Instant>();
    expectTypeOf(toInstant).returns.toEqualTypeOf<Instant>();
    expectTypeOf(plus).returns.toEqualTypeOf<Instant>();
  });
});

describe('where an instant is asked for, the compiler refuses', () => {
  it('rejects ISO text and a Date as an instant at compile time', () => {
    // @ts-expect-error A text is no instant before it is parsed.
    acceptsInstant('2026-04-14T09:00:00Z');
    // @ts-expect-error What formats an instant gives text.
    acceptsInstant(isoInstant(NINE));
    // @ts-expect-error A Date is no number.
    acceptsInstant(new Date(0));
  });

  it('rejects plain numbers, minutes and lengths as an instant at compile time', () => {
    // @ts-expect-error 540 are the minutes of nine o'clock, or anything.
    acceptsInstant(540);
    // @ts-expect-error Minutes of a day have a date and a zone only in `toInstant`.
    acceptsInstant(minutesOfDay);
    // @ts-expect-error A length has no beginning.
    acceptsInstant(length);
    // @ts-expect-error So has this one.
    acceptsInstant(plus(NINE, HOUR) - NINE);
    // @ts-expect-error The local time of day is in minutes.
    acceptsInstant(localOf(zoneOf('Asia/Kathmandu'), NINE).minutes);
  });
});

describe('where a length or minutes are asked for, the compiler takes numbers but refuses', () => {
  it('rejects an instant as a length or as minutes at compile time', () => {
    acceptsLength(30 * MINUTE);
    acceptsMinutes(30);
    // @ts-expect-error As a length it would be 56 years.
    acceptsLength(NINE);
    // @ts-expect-error As minutes too.
    acceptsMinutes(NINE);
    // @ts-expect-error Two instants have no sum.
    plus(NINE, NINE);
    // @ts-expect-error Two instants swapped with a length.
    minus(length, NINE);
    // @ts-expect-error An instant in place of the minutes of the day.
    toInstant(zoneOf('UTC'), 20_557, NINE);
  });

  it('rejects minutes as a length, and a length as minutes, at compile time', () => {
    // @ts-expect-error Minutes are no milliseconds.
    acceptsLength(minutesOfDay);
    // @ts-expect-error And the other way round.
    acceptsMinutes(length);
    // @ts-expect-error So 09:00 does not become nine hours and a bit of a second.
    plus(NINE, minutesOfDay);
  });
});

describe('ranges', () => {
  const morning: Range<Instant> = { start: NINE, end: plus(NINE, HOUR) };
  const ofDay: Range<Minutes> = { start: 540, end: 600 };

  it('keeps the type of the edges of a range', () => {
    expect(intersect([morning], merge([morning]))).toEqual([morning]);
    expectTypeOf(merge([morning])).toEqualTypeOf<readonly Range<Instant>[]>();
    expectTypeOf(intersect([ofDay], [ofDay])).toEqualTypeOf<readonly Range<Minutes>[]>();
  });

  it('keeps ranges of instants and ranges of minutes apart', () => {
    // @ts-expect-error They share no line.
    overlaps(morning, ofDay);
    // @ts-expect-error They share no line.
    intersect([ofDay], [morning]);
    // @ts-expect-error Ten past nine of which day?
    includes(morning, 550);
  });
});
