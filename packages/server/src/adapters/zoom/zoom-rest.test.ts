import { describe, expect, it } from 'vitest';
import { parseInstant } from '@coach-booking/time/instant';
import { nextUtcDay, retryAtOf } from './zoom-failure.ts';
import { zoomPathPart } from './zoom-rest.ts';

describe('a path of Zoom', () => {
  it.each([
    ['85012345678', '85012345678'],
    ['maria@fit.example', 'maria%40fit.example'],
    ['abc/DEF==', 'abc%2FDEF%3D%3D'],
    ['/abc==', '%252Fabc%253D%253D'],
    ['ab//c==', 'ab%252F%252Fc%253D%253D'],
  ])('has %s as %s', (id, part) => expect(zoomPathPart(id)).toBe(part));
});

describe('the wait that Zoom asks for', () => {
  const now = parseInstant('2027-03-01T09:00:00Z');
  const waitOf = (headers: Record<string, string>) => retryAtOf(headers, now);

  it.each([
    [{ 'retry-after': '30' }, '2027-03-01T09:00:30Z'],
    [{ 'retry-after': '2027-03-02T00:00:00Z' }, '2027-03-02T00:00:00Z'],
    [{ 'retry-after': 'Mon, 01 Mar 2027 09:01:00 GMT' }, '2027-03-01T09:01:00Z'],
    // The clock of Zoom is an hour ahead of this machine's.
    [{ 'retry-after': 'Mon, 01 Mar 2027 10:01:00 GMT', date: 'Mon, 01 Mar 2027 10:00:00 GMT' }, '2027-03-01T09:01:00Z'],
    [{ 'retry-after': '2027-03-01T08:00:00Z' }, '2027-03-01T09:00:00Z'],
    [{ 'x-ratelimit-type': 'Daily-limit' }, '2027-03-02T00:00:00Z'],
  ])('is read from %o as until %s', (headers, until) => expect(waitOf(headers)).toBe(parseInstant(until)));

  it('is left to others where nothing says it', () => {
    expect(waitOf({})).toBeUndefined();
    expect(waitOf({ 'x-ratelimit-type': 'QPS', 'retry-after': 'soon' })).toBeUndefined();
  });

  it('ends at midnight of UTC for a day', () => {
    expect(nextUtcDay(parseInstant('2027-03-01T00:00:00Z'))).toBe(parseInstant('2027-03-02T00:00:00Z'));
  });
});
