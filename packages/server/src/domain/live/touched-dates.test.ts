import { describe, expect, it } from 'vitest';
import { parseInstant } from '@coach-booking/time/instant';
import { defaultSchedule } from '../schedule/schedule.ts';
import { touchedDates } from './touched-dates.ts';

const range = (start: string, end: string) => ({ start: parseInstant(start), end: parseInstant(end) });
const head = (timeZone: string, schedule: Partial<typeof defaultSchedule> = {}) => ({
  schedule: { ...defaultSchedule, timeZone, ...schedule },
  services: [],
});

describe('the dates that a range touches', () => {
  it('finds touched dates by the coach’s wall', () => {
    expect(touchedDates(head('America/New_York'), [range('2026-04-15T02:00:00Z', '2026-04-15T03:00:00Z')])).toEqual([
      '2026-04-14',
    ]);
    expect(touchedDates(head('Asia/Tokyo'), [range('2026-04-14T23:00:00Z', '2026-04-15T00:00:00Z')])).toEqual([
      '2026-04-15',
    ]);
  });

  it('begins touched dates as much earlier as the longest session with its buffer may', () => {
    const early = range('2026-04-15T01:00:00Z', '2026-04-15T02:00:00Z');
    expect(touchedDates(head('UTC', { defaultDuration: 60 }), [early])).toEqual(['2026-04-15']);
    expect(touchedDates(head('UTC', { defaultDuration: 60, bufferAfter: 15 }), [early])).toEqual([
      '2026-04-14',
      '2026-04-15',
    ]);
  });

  it('ends touched dates with the buffer after the range', () => {
    const late = range('2026-04-14T22:00:00Z', '2026-04-15T00:00:00Z');
    expect(touchedDates(head('UTC'), [late])).toEqual(['2026-04-14']);
    expect(touchedDates(head('UTC', { bufferBefore: 15 }), [late])).toEqual(['2026-04-14', '2026-04-15']);
  });

  it('lists touched dates in order, each once', () => {
    const [one, other] = [
      range('2026-04-20T10:00:00Z', '2026-04-20T11:00:00Z'),
      range('2026-04-14T10:00:00Z', '2026-04-14T11:00:00Z'),
    ];
    expect(touchedDates(head('UTC'), [one, other, one])).toEqual(['2026-04-14', '2026-04-20']);
  });

  it('returns any dates when there are too many to name, or when they are unknown', () => {
    expect(touchedDates(head('UTC'), [range('2026-04-01T00:00:00Z', '2026-09-01T00:00:00Z')])).toEqual([]);
    expect(touchedDates(head('UTC'), [])).toEqual([]);
  });
});
