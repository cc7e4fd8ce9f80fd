import { describe, expect, it } from 'vitest';
import { fromMinutes, isWallTime, isWallTimeEnd, toMinutes } from './wall-time.ts';

describe('a wall time', () => {
  it.each([
    ['00:00', 0],
    ['09:05', 545],
    ['23:59', 1439],
    ['24:00', 1440],
  ])('converts %s to %i minutes and back', (text, minutes) => {
    expect(toMinutes(text)).toBe(minutes);
    expect(fromMinutes(minutes)).toBe(text);
  });

  it('accepts 24:00 only as an end', () => {
    expect([isWallTime('24:00'), isWallTimeEnd('24:00')]).toEqual([false, true]);
  });

  it.each(['9:00', '09:60', '24:01', '25:00', '09:00:00', '0900', '09:00 ', '-1:00', ''])(
    'rejects %j as a wall time',
    (text) => {
      expect([isWallTime(text), isWallTimeEnd(text)]).toEqual([false, false]);
      expect(() => toMinutes(text)).toThrow(TypeError);
    },
  );

  it.each([-1, 1441, 0.5, NaN])('rejects %d minutes', (minutes) =>
    expect(() => fromMinutes(minutes)).toThrow(RangeError),
  );
});
