import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoInstant } from '@coach-booking/time/iso-instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import type { Failure } from '../../../test/google/fake-google.ts';
import { ANA, CONNECTION, FAMILY } from '../../../test/google/given-google.ts';
import { googleWorld, type GoogleWorld } from '../../../test/google/google-world.ts';
import { ANA as CLIENT } from '../../../test/application/world.ts';
import { unpackRanges } from '../../domain/calendar-source/packed-ranges.ts';
import { calendarWork } from './calendar-work.ts';

let given: GoogleWorld;
beforeEach(async () => void (given = await googleWorld()));
afterEach(() => given.close());

/** A server that Google cannot reach, so that no channels are opened. */
const alone = { publicUrl: () => 'http://127.0.0.1:4000' };
const pass = () => calendarWork({ ...given.core, ...alone });
const busy = async () =>
  unpackRanges((await given.source()).good!.busy).map(({ start, end }) =>
    [start, end].map((at) => isoInstant(at).slice(5, 16)),
  );
const times = (from: string, to: string) => ({
  start: { dateTime: `2026-04-14T${from}:00Z` },
  end: { dateTime: `2026-04-14T${to}:00Z` },
});
const put = (from: string, to: string, calendarId = ANA, more: object = {}) =>
  given.google.put(calendarId, { summary: 'Dentist', ...times(from, to), ...more });
const LUNCH = [['04-14T12:00', '04-14T13:00']];
const lists = () => given.google.taken.filter(({ method }) => method === 'events.list').map(({ query }) => query);
const isFree = async (time: string) => {
  const day = { coach: given.coachId, from: '2026-04-14', to: '2026-04-14' };
  const { data } = await given.world.useCases.listSlots(given.world.visitor(), day);
  return data.slots.some(({ start }) => start === `2026-04-14T${time}:00Z`);
};

describe('the calendars of a Google account', () => {
  it('takes time by all that were chosen together', async () => {
    put('12:00', '13:00');
    put('12:30', '14:00', FAMILY);
    await given.connect([ANA, FAMILY]);
    expect(await isFree('12:00')).toBe(true);
    await pass();
    expect(await busy()).toEqual([['04-14T12:00', '04-14T14:00']]);
    expect([await isFree('11:00'), await isFree('12:00'), await isFree('13:00')]).toEqual([true, false, false]);
  });

  it('leaves titles and people at Google', async () => {
    put('12:00', '13:00', ANA, {
      attendees: [{ email: 'ben@example.com' }, { self: true, responseStatus: 'accepted' }],
    });
    await given.connect();
    await pass();
    for (const seen of [
      given.google.taken.map(({ answer }) => answer),
      [...given.world.state.calendarSources.values()],
    ])
      expect(JSON.stringify(seen)).not.toMatch(/Dentist|ben@/);
  });

  it('reads page by page', async () => {
    for (let n = 0; n < 2600; n += 1) put('12:00', '13:00');
    put('15:00', '16:00');
    await given.connect();
    await pass();
    expect(lists()).toHaveLength(2);
    expect((await given.source()).good!.events).toBe(2601);
    expect(await busy()).toEqual([...LUNCH, ['04-14T15:00', '04-14T16:00']]);
  });

  it('asks for changes, and reads anew only where there are any', async () => {
    put('12:00', '13:00');
    put('15:00', '16:00', FAMILY);
    await given.connect([ANA, FAMILY]);
    await pass();
    expect(lists()).toHaveLength(2);
    given.world.passTime(11 * MINUTE);
    await pass();
    expect(
      lists()
        .slice(2)
        .map((query) => 'syncToken' in query),
    ).toEqual([true, true]);
    put('13:00', '14:00');
    given.world.passTime(11 * MINUTE);
    await pass();
    expect(
      lists()
        .slice(4)
        .map((query) => 'syncToken' in query),
    ).toEqual([true, true, false]);
    expect(await busy()).toEqual([
      ['04-14T12:00', '04-14T14:00'],
      ['04-14T15:00', '04-14T16:00'],
    ]);
  });

  it('frees what was deleted there', async () => {
    const { id } = put('12:00', '13:00');
    put('15:00', '16:00');
    await given.connect();
    await pass();
    given.google.put(ANA, { id, status: 'cancelled' });
    given.world.passTime(11 * MINUTE);
    await pass();
    expect(await busy()).toEqual([['04-14T15:00', '04-14T16:00']]);
  });

  it('reads all again when Google has forgotten the token, and once a day', async () => {
    put('12:00', '13:00');
    await given.connect();
    await pass();
    given.google.expireSyncTokens();
    given.world.passTime(11 * MINUTE);
    await pass();
    expect(lists().map((query) => 'syncToken' in query)).toEqual([false, true, false]);
    given.world.passTime(DAY);
    await pass();
    expect(lists().map((query) => 'syncToken' in query)).toEqual([false, true, false, false]);
    expect(await busy()).toEqual(LUNCH);
  });

  it('ignores bookings with the coach, and no session that the coach has booked with another', async () => {
    const { world, coachId } = given;
    const { data: head } = await world.useCases.getCoach(world.partner(), { coach: coachId });
    const session = { coachId, serviceId: head.services![0]!.id, start: '2026-04-14T10:00:00Z', attendee: CLIENT };
    const { data: own } = await world.useCases.createBooking(world.visitor(), session);
    put('15:00', '16:00', ANA, { id: own.id });
    put('16:00', '17:00', ANA, { iCalUID: `${own.id}@coach-booking` });
    put('12:00', '13:00', ANA, { id: 'ef'.repeat(12) });
    await given.connect();
    await pass();
    expect(await busy()).toEqual(LUNCH);
    given.google.put(ANA, { id: own.id, ...times('09:00', '10:00') });
    given.world.passTime(11 * MINUTE);
    await pass();
    expect(lists()).toHaveLength(2);
  });

  it('takes days for those of the calendar itself', async () => {
    given.google.addCalendar(ANA, { id: FAMILY, timeZone: 'Asia/Tokyo' });
    given.google.put(FAMILY, { start: { date: '2026-04-20' }, end: { date: '2026-04-21' } });
    await given.connect([FAMILY]);
    await pass();
    expect(await busy()).toEqual([['04-19T15:00', '04-20T15:00']]);
  });

  it('reads every ten minutes where Google cannot reach this server', async () => {
    await given.connect();
    await pass();
    expect((await given.source()).dueAt! - given.core.realNow()).toBe(10 * MINUTE);
    expect(given.google.channels.size).toBe(0);
  });
});

describe('a Google account that does not answer as it should', () => {
  const failsWith = async (...failures: Failure[]) => {
    put('12:00', '13:00');
    await given.connect();
    await pass();
    for (const { event } of [...given.google.calendars.get(ANA)!.events.values()])
      given.google.put(ANA, { ...event, status: 'cancelled' });
    given.world.passTime(HOUR);
    for (const failure of failures) given.google.failNext(failure, { of: 'events.list' });
    await pass();
    return given.source();
  };

  it.each<[string, Failure, string]>([
    ['is down', { status: 503 }, 'SERVER_ERROR'],
    ['is slow', 'slow', 'TIMEOUT'],
    ['answers a page', 'html', 'MALFORMED'],
    ['breaks off in an answer', 'half', 'UNREACHABLE'],
    ['hangs up', 'lost', 'UNREACHABLE'],
    ['refuses it', { status: 403, reason: 'forbidden' }, 'REFUSED'],
    ['has too many questions', { status: 429, reason: 'rateLimitExceeded' }, 'LIMITED'],
    ['has too many questions of this user', { status: 403, reason: 'userRateLimitExceeded' }, 'LIMITED'],
    ['has lost the calendar', { status: 404, reason: 'notFound' }, 'CALENDAR_GONE'],
  ])('frees no time when it %s', async (_, failure, code) => {
    const { failure: failed, failures } = await failsWith(failure);
    expect([failed, failures]).toEqual([code, 1]);
    expect(await busy()).toEqual(LUNCH);
    expect(await isFree('12:00')).toBe(false);
  });

  it('keeps what was read of a calendar that cannot be read, and takes up what is new in the others', async () => {
    put('12:00', '13:00', FAMILY);
    await given.connect([ANA, FAMILY]);
    await pass();
    given.google.calendars.delete(FAMILY);
    put('15:00', '16:00');
    given.world.passTime(HOUR);
    await pass();
    const source = await given.source();
    expect([source.failure, source.failures]).toEqual(['CALENDAR_GONE', 1]);
    expect(await busy()).toEqual([...LUNCH, ['04-14T15:00', '04-14T16:00']]);
    expect(source.lastGoodAt).toBe(given.core.realNow() - HOUR);
    expect(source.dueAt! - given.core.realNow()).toBe(10 * MINUTE);
    given.google.addCalendar(ANA, { id: FAMILY });
    put('17:00', '18:00', FAMILY);
    given.world.passTime(HOUR);
    await pass();
    expect(await given.source()).toMatchObject({ failures: 0, lastGoodAt: given.core.realNow() });
  });

  it('leaves Google alone for as long as it asks', async () => {
    const { dueAt } = await failsWith({ status: 403, reason: 'quotaExceeded' });
    expect(dueAt! - given.core.realNow()).toBe(HOUR);
  });

  it('revokes the connection once, and reads no more, when Google takes no token of it', async () => {
    put('12:00', '13:00');
    await given.connect([ANA, FAMILY]);
    await pass();
    given.google.tokens.clear();
    const { outbound } = given.core;
    const refresh = { status: 400, headers: {}, text: JSON.stringify({ error: 'invalid_grant' }) };
    const core = {
      ...given.core,
      ...alone,
      outbound: {
        ...outbound,
        send: (call: Parameters<typeof outbound.send>[0]) =>
          call.url.includes('/token') ? Promise.resolve(refresh) : outbound.send(call),
      },
    };
    given.world.passTime(HOUR);
    await calendarWork(core);
    expect((await given.core.providerConnections.byId(CONNECTION))!.state).toBe('revoked');
    expect(await given.source()).toMatchObject({ failure: 'REVOKED', failures: 1 });
    expect(await busy()).toEqual(LUNCH);
    const asked = given.google.taken.length;
    given.world.passTime(HOUR);
    await calendarWork(core);
    expect(given.google.taken.length).toBe(asked);
    const mails = [...given.world.state.deliveries.values()].filter(({ kind }) => kind === 'connection_revoked');
    expect(mails.length).toBeLessThanOrEqual(1);
  });
});
