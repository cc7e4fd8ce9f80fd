import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { calendarText } from '../../../test/application/fake-calendar-reader.ts';
import { anAccount } from '../../../test/application/mailed-tokens.ts';
import { ANA, createWorld, givenCoach, PARTNER, refusalOf, type World } from '../../../test/application/world.ts';
import { readCalendar } from '../../domain/calendar-in/read-calendar.ts';
import { createCore, createUseCases } from '../create-use-cases.ts';
import type { InputOf } from '../kernel/contract.ts';
import { calendarWork } from './calendar-work.ts';

const URL = 'https://calendar.example/private-4f0c/basic.ics';
const DAY_OF = { from: '2026-04-14', to: '2026-04-14' };
const LUNCH = calendarText(['20260414T120000Z', '20260414T130000Z']);
const NOTHING = calendarText();

type Asked = Parameters<typeof readCalendar>;

let world: World;
let coach: Awaited<ReturnType<typeof givenCoach>>;
let id: string;

const given = async (mode: 'test' | 'live', more: Partial<InputOf<'createExternalCalendar'>> = {}): Promise<void> => {
  world = createWorld({ mode });
  coach = await givenCoach(world);
  const input = { coach: coach.id, name: 'Family', url: URL, ...more };
  id = (await world.useCases.createExternalCalendar(world.partner(), input)).data.id;
};
const pass = () => calendarWork(createCore(world.deps));
const view = async () => (await world.useCases.getExternalCalendar(world.partner(), { coach: coach.id, id })).data;
const slots = async (context = world.visitor()) =>
  (await world.useCases.listSlots(context, { coach: coach.id, ...DAY_OF, explain: '1' })).data;
const isFree = async (time: string) => (await slots()).slots.some(({ start }) => start === `2026-04-14T${time}:00Z`);
const book = (start: string, more: Partial<InputOf<'createBooking'>> = {}, context = world.visitor()) =>
  world.useCases.createBooking(context, {
    coachId: coach.id,
    serviceId: coach.serviceId!,
    start: `2026-04-14T${start}:00Z`,
    attendee: ANA,
    ...more,
  });

describe('in mode test, an external calendar', () => {
  beforeEach(() => given('test'));
  const answers = (body: string, status = 200) =>
    world.useCases.answerTestCalendar(world.partner(), { id, body, status });
  const runDue = async () => (await world.useCases.runDue(world.partner(), {})).data.calendars;

  it('R11 is read by runDue alone, from what the test says, and nothing leaves', async () => {
    await answers(LUNCH);
    await pass();
    expect((await view()).state).toBe('waiting');
    expect(await runDue()).toBe(1);
    expect(await view()).toMatchObject({
      state: 'ok',
      events: 1,
      busyRanges: 1,
      lastGoodAt: '2026-04-13T08:00:00Z',
      readUntil: '2026-06-20T08:00:00Z',
    });
    expect(await runDue()).toBe(0);
    expect(world.outbound.got).toEqual([]);
  });

  it('has nothing to read before that', async () => {
    expect(await runDue()).toBe(1);
    expect(await view()).toMatchObject({ state: 'failing', lastError: { code: 'NO_TEST_ANSWER' } });
  });

  it('takes time like an absence, for no reason that visitors are told by name', async () => {
    expect(await isFree('12:00')).toBe(true);
    await answers(LUNCH);
    await runDue();
    expect([await isFree('11:00'), await isFree('11:30'), await isFree('12:30'), await isFree('13:00')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    const blocked = { start: '2026-04-14T12:00:00Z', end: '2026-04-14T13:00:00Z', code: 'external_busy' };
    expect((await slots()).explain).toContainEqual(blocked);
    const calendars = [{ id, name: 'Family', lastGoodAt: '2026-04-13T08:00:00Z' }];
    expect((await slots(world.partner())).explain).toContainEqual({ ...blocked, calendars });
    const { data } = await world.useCases.getDaySchedule(world.visitor(), { coach: coach.id, date: '2026-04-14' });
    expect(data.slots.find(({ start }) => start.includes('T12:00'))?.status).toBe('unavailable');
  });

  it('refuses bookings and holds there, and R16 warns the coach side, who may go on', async () => {
    await answers(LUNCH);
    await runDue();
    expect((await refusalOf(book('12:00'))).code).toBe('SLOT_TAKEN');
    const hold = { coachId: coach.id, serviceId: coach.serviceId!, start: '2026-04-14T12:00:00Z' };
    expect((await refusalOf(world.useCases.createHold(world.visitor(), hold))).code).toBe('SLOT_TAKEN');
    const refusal = await refusalOf(book('12:00', {}, world.partner()));
    expect(refusal).toMatchObject({ code: 'SLOT_TAKEN', details: { warnings: ['external_busy'] } });
    const { data } = await book('12:00', { override: true }, world.partner());
    const stored = world.state.bookings.get(data.id);
    expect(stored?.kind === 'booking' && stored.history[0]?.overridden).toEqual(['external_busy']);
  });

  it('R28 leaves the versions of the coach alone', async () => {
    const before = world.state.heads.get(coach.id);
    await answers(LUNCH);
    await runDue();
    expect(world.state.heads.get(coach.id)).toEqual(before);
  });

  it('frees its time when it is switched off or deleted', async () => {
    await answers(LUNCH);
    await runDue();
    await world.useCases.updateExternalCalendar(world.partner(), { coach: coach.id, id, active: false });
    expect(await isFree('12:00')).toBe(true);
    await world.useCases.updateExternalCalendar(world.partner(), { coach: coach.id, id, active: true });
    expect(await isFree('12:00')).toBe(false);
    await world.useCases.deleteExternalCalendar(world.partner(), { coach: coach.id, id });
    expect(await isFree('12:00')).toBe(true);
  });

  it.each([
    ['a page to sign in', '<!doctype html><title>Sign in</title>', 200, 'MALFORMED'],
    ['an address that is gone', '', 404, 'REFUSED'],
    ['a fault of the server', '', 503, 'SERVER_ERROR'],
    ['no event at all, once', NOTHING, 200, 'EMPTY'],
  ])('never frees time for %s', async (_, body, status, code) => {
    await answers(LUNCH);
    await runDue();
    world.passTime(HOUR);
    await answers(body, status);
    await runDue();
    expect(await isFree('12:00')).toBe(false);
    expect(await view()).toMatchObject({ state: 'failing', failures: 1, lastError: { code } });
  });

  it('frees it for no event at all when that is seen twice in a row', async () => {
    await answers(LUNCH);
    await runDue();
    await answers(NOTHING);
    await runDue();
    expect(await isFree('12:00')).toBe(false);
    world.passTime(11 * MINUTE);
    await runDue();
    expect(await isFree('12:00')).toBe(true);
    expect(await view()).toMatchObject({ state: 'ok', busyRanges: 0 });
  });

  it('ignores the bookings with the coach that come back, and no session that the coach has booked with another', async () => {
    const { data: own } = await book('10:00');
    const other = await givenCoach(world, { name: 'Coach B' });
    const attendee = { name: 'Coach A', email: 'coach-a@example.com', timeZone: 'UTC' };
    const start = '2026-04-14T12:00:00Z';
    const session = { coachId: other.coachId, serviceId: other.serviceId!, start, attendee };
    const { data: booked } = await world.useCases.createBooking(world.visitor(), session);
    const event = (bookingId: string, from: string, to: string) =>
      `BEGIN:VEVENT\r\nUID:${bookingId}@coach-booking\r\nDTSTART:20260414T${from}Z\r\nDTEND:20260414T${to}Z\r\nEND:VEVENT\r\n`;
    const events = [event(own.id, '150000', '160000'), event(booked.id, '120000', '130000')];
    const calendarReader = { ...world.deps.calendarReader, read: async (...asked: Asked) => readCalendar(...asked) };
    await answers(`BEGIN:VCALENDAR\r\n${events.join('')}END:VCALENDAR\r\n`);
    await createUseCases({ ...world.deps, calendarReader }).runDue(world.partner(), {});
    expect(await view()).toMatchObject({ state: 'ok', events: 2, busyRanges: 1 });
    expect([await isFree('15:00'), await isFree('12:00')]).toEqual([true, false]);
  });

  it('tells those who watch, when slots may be others', async () => {
    const hints = () => world.state.feeds.get(coach.id)?.seq ?? 0;
    await world.drain();
    const before = hints();
    await answers(LUNCH);
    await runDue();
    await world.drain();
    expect(hints()).toBe(before + 1);
    await answers(LUNCH);
    await runDue();
    await world.drain();
    expect(hints()).toBe(before + 1);
  });
});

describe('a live external calendar that has been down for 25 hours', () => {
  const down = async (policy: 'keep_last_good' | 'block_when_stale') => {
    await given('live', { policy });
    const account = anAccount(world, PARTNER, 'live', 'coach');
    world.state.users.set(account.id, { ...account, coachId: coach.id });
    world.outbound.text = () => ({ text: LUNCH });
    await pass();
    world.outbound.text = () => 'ECONNREFUSED';
    for (let hours = 0; hours < 25; hours++) {
      world.passTime(HOUR);
      await pass();
    }
    await world.drain();
  };

  it('keeps what was read last, by its policy', async () => {
    await down('keep_last_good');
    expect(await view()).toMatchObject({ state: 'stale', lastError: { code: 'UNREACHABLE' } });
    expect([await isFree('14:00'), await isFree('12:00')]).toEqual([true, false]);
  });

  it('lets nothing be booked, by its policy, until it is read again', async () => {
    await down('block_when_stale');
    const { slots: none, reason, explain } = await slots(world.partner());
    expect([none, reason]).toEqual([[], 'source_stale']);
    expect(explain).toContainEqual(
      expect.objectContaining({ code: 'source_stale', calendars: [expect.objectContaining({ name: 'Family' })] }),
    );
    expect((await refusalOf(book('16:00'))).code).toBe('SOURCE_STALE');
    const refusal = await refusalOf(book('16:00', {}, world.partner()));
    expect(refusal.details?.warnings).toEqual(['source_stale']);
    world.outbound.text = () => ({ text: LUNCH });
    world.passTime(6 * HOUR);
    await pass();
    expect(await isFree('16:00')).toBe(true);
  });

  it('is told of by one mail a day, with a way to the page, until it can be read', async () => {
    await down('keep_last_good');
    const mails = () => world.sent.filter(({ kind }) => kind === 'calendar_failed');
    expect(mails()).toHaveLength(1);
    expect(mails()[0]!.text).toContain('Family');
    expect(mails()[0]!.text).toContain('/desk/settings/connections');
    for (let hours = 0; hours < 24; hours++) {
      world.passTime(HOUR);
      await pass();
    }
    await world.drain();
    expect(mails()).toHaveLength(2);
  });
});

describe('the fetching of a live calendar', () => {
  beforeEach(() => given('live'));
  const asked = () => world.outbound.got.map(({ headers }) => headers['if-none-match']);

  it('asks every ten minutes whether it has changed, and once a day for all of it', async () => {
    world.outbound.text = () => ({ text: LUNCH, etag: '"v1"' });
    await pass();
    await pass();
    expect(asked()).toEqual([undefined]);
    world.outbound.text = () => ({ status: 304 });
    world.passTime(10 * MINUTE);
    await pass();
    expect(asked()).toEqual([undefined, '"v1"']);
    expect(await view()).toMatchObject({ state: 'ok', lastGoodAt: '2026-04-13T08:10:00Z', events: 1 });
    world.passTime(DAY);
    await pass();
    expect(asked().at(-1)).toBeUndefined();
  });

  it('waits as long as the server asks, up to an hour', async () => {
    world.outbound.text = () => ({ text: LUNCH, maxAge: 30 * MINUTE });
    await pass();
    expect((await view()).nextTryAt).toBe('2026-04-13T08:30:00Z');
    world.outbound.text = () => ({ status: 429, retryAfter: 2 * HOUR });
    world.passTime(30 * MINUTE);
    await pass();
    expect(await view()).toMatchObject({ nextTryAt: '2026-04-13T10:30:00Z', lastError: { code: 'LIMITED' } });
  });

  it.each([
    ['TIMEOUT', 'TIMEOUT'],
    ['TOO_BIG', 'TOO_BIG'],
    ['ENOTFOUND', 'UNREACHABLE'],
    ['URL_NOT_ALLOWED', 'URL_NOT_ALLOWED'],
    ['TOO_MANY_REDIRECTS', 'TOO_MANY_REDIRECTS'],
    ['ENCODING', 'MALFORMED'],
  ])('says of %s: %s', async (failure, code) => {
    world.outbound.text = () => failure;
    await pass();
    expect((await view()).lastError?.code).toBe(code);
  });

  it('is of one process at a time, and a process that was taken for dead writes nothing', async () => {
    let release = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (release = resolve));
    let calls = 0;
    world.outbound.text = async () => {
      if (++calls > 1) return { text: LUNCH };
      await waiting;
      return { text: calendarText(['20260414T150000Z', '20260414T160000Z']) };
    };
    const slow = pass();
    await pass();
    expect(calls).toBe(1);
    world.passTime(MINUTE);
    await pass();
    expect(calls).toBe(2);
    release();
    await slow;
    expect([await isFree('12:00'), await isFree('15:00')]).toEqual([false, true]);
  });

  it('keeps a refresh that is asked for while it is read', async () => {
    world.outbound.text = async () => {
      world.passTime(1);
      await world.useCases.refreshExternalCalendar(world.partner(), { coach: coach.id, id });
      world.outbound.text = () => ({ text: LUNCH });
      return { text: NOTHING };
    };
    await pass();
    await pass();
    expect(world.outbound.got).toHaveLength(2);
    expect((await view()).events).toBe(1);
  });

  it('ends for a calendar that is deleted meanwhile, and leaves nothing of it', async () => {
    world.outbound.text = async () => {
      await world.useCases.deleteExternalCalendar(world.partner(), { coach: coach.id, id });
      return { text: LUNCH };
    };
    await pass();
    expect(await isFree('12:00')).toBe(true);
    expect(world.state.calendarSources.size).toBe(0);
  });
});
