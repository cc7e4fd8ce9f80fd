import type { Event } from '@microsoft/microsoft-graph-types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseInstant } from '@coach-booking/time/instant';
import {
  FAMILY,
  givenMicrosoft,
  LIVE,
  MAIN,
  SOURCE,
  type GivenMicrosoft,
} from '../../../test/graph/given-microsoft.ts';
import { transactionIdOf } from '../../domain/calendar-outlook/outlook-uid.ts';
import { createMicrosoftBusyCheck } from './busy-check.ts';

const OWN = 'b0'.repeat(12);
const BUDGET = 300;

let given: GivenMicrosoft;
beforeEach(async () => {
  given = await givenMicrosoft();
  await given.connect([MAIN, FAMILY]);
});
afterEach(() => given.close());

const ask = async (from = '2026-04-14T12:00:00Z', to = '2026-04-14T13:00:00Z', timeZone = 'UTC') => {
  const pause = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));
  const source = (await given.core.calendarSources.byId(LIVE, SOURCE))!;
  const question = {
    start: parseInstant(from),
    end: parseInstant(to),
    timeZone,
    ownBookings: async (ids: readonly string[]) => ids.filter((id) => id === OWN),
  };
  return createMicrosoftBusyCheck({ ...given.core, pause }).busyNow(source, question, BUDGET);
};
const event = (from: string, to: string, more: Partial<Event> = {}) => ({
  start: { dateTime: `2026-04-14T${from}:00`, timeZone: 'UTC' },
  end: { dateTime: `2026-04-14T${to}:00`, timeZone: 'UTC' },
  calendarId: FAMILY,
  ...more,
});

describe('the question whether calendars of Outlook are busy by now', () => {
  it('asks all calendars of the source, about the time alone', async () => {
    expect(await ask()).toBe(false);
    given.graph.put(event('11:00', '12:00'));
    expect(await ask()).toBe(false);
    given.graph.put(event('12:30', '12:45'));
    expect(await ask()).toBe(true);
  });

  it('takes whole days for days of the coach', async () => {
    const day = { dateTime: '2026-04-15T00:00:00', timeZone: 'UTC' };
    given.graph.put(event('00:00', '00:00', { isAllDay: true, end: day }));
    expect(await ask('2026-04-13T20:00:00Z', '2026-04-13T21:00:00Z', 'Pacific/Auckland')).toBe(true);
    expect(await ask('2026-04-14T20:00:00Z', '2026-04-14T21:00:00Z', 'Pacific/Auckland')).toBe(false);
  });

  it('leaves bookings with the coach out', async () => {
    given.graph.put(event('12:00', '13:00', { transactionId: transactionIdOf(OWN, 1) }));
    expect(await ask()).toBe(false);
    given.graph.put(event('12:00', '13:00', { transactionId: transactionIdOf('ef'.repeat(12), 1) }));
    expect(await ask()).toBe(true);
  });

  it.each(['silent', 503, 429, 'page', 'lost'] as const)('has no answer where Graph is %s', async (fault) => {
    given.graph.fail(fault);
    expect(await ask()).toBe('unknown');
  });

  it('has the answer of one calendar where the other gives none', async () => {
    given.graph.put(event('12:00', '13:00'));
    given.graph.put(event('12:00', '13:00', { calendarId: MAIN } as object));
    given.graph.fail(503);
    expect(await ask()).toBe(true);
  });
});
