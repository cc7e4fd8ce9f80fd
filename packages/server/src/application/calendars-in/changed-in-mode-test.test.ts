import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { calendarOf, eventOf } from '../../../test/foreign-calendar.ts';
import { ANA, createWorld, givenCoach, type World } from '../../../test/application/world.ts';
import { openCalendarReader } from '../../adapters/calendar-in/open-calendar-reader.ts';
import { createUseCases } from '../create-use-cases.ts';
import { calendarUid } from '../mail/ics.ts';

const calendarReader = openCalendarReader();
afterAll(() => calendarReader.close());

const HOME = 'https://dav.example/home/';
const ACCOUNT = { kind: 'caldav', server: 'https://dav.example', user: 'ana', password: 'abcd-efgh' } as const;
const START = '2026-04-14T10:00:00Z';

let world: World;
let useCases: ReturnType<typeof createUseCases>;
let coach: string;
let id: string;
let bookingId: string;
beforeEach(async () => {
  world = createWorld();
  useCases = createUseCases({ ...world.deps, calendarReader });
  const made = await givenCoach(world);
  coach = made.id;
  await useCases.createUser(world.partner(), { name: 'A', email: 'coach@fit.example', role: 'coach', coachId: coach });
  const input = { coach, ...ACCOUNT, name: 'Private', calendars: [{ id: HOME, name: 'Home' }] };
  id = (await useCases.createExternalCalendar(world.partner(), input)).data.id;
  await useCases.updateExternalCalendar(world.partner(), { coach, id, writeBookings: true });
  const session = { coachId: coach, serviceId: made.serviceId!, start: START, attendee: ANA };
  bookingId = (await useCases.createBooking(world.visitor(), session)).data.id;
  await world.drain();
  await useCases.runDue(world.partner(), {});
});

/** Lets the calendar have these events, and everything due happen. */
const answer = async (...events: string[]) => {
  await useCases.answerTestCalendar(world.partner(), { id, body: calendarOf(...events) });
  await useCases.runDue(world.partner(), {});
};
const own = (start: string, ...more: string[]) =>
  eventOf(`UID:${calendarUid(bookingId)}`, `DTSTART:${start}`, 'DURATION:PT1H', ...more);
const changes = async () => (await useCases.getExternalCalendar(world.partner(), { coach, id })).data.changes;

describe('R11 a booking that a test moves in its calendar', () => {
  it('is shown by runDue, is put back by it, and the coach has a mail', async () => {
    await answer(...own('20260414T100000Z'));
    expect(await changes()).toEqual([]);
    await answer(...own('20260414T140000Z'));
    const moved = { bookingId, kind: 'moved', start: START, thereStart: '2026-04-14T14:00:00Z' };
    expect(await changes()).toMatchObject([{ ...moved, state: 'changed' }]);
    await world.drain();
    expect(world.sent.filter(({ kind }) => kind === 'changed_there')).toHaveLength(1);
    await useCases.putBackExternalEvent(world.partner(), { coach, id, bookingId });
    expect(await changes()).toMatchObject([{ ...moved, state: 'putting_back' }]);
    await useCases.runDue(world.partner(), {});
    expect(await changes()).toEqual([]);
  });

  it('is shown as deleted where it is cancelled, and not where what a test says leaves it out', async () => {
    await answer();
    expect(await changes()).toEqual([]);
    await answer(...own('20260414T100000Z', 'STATUS:CANCELLED'));
    expect(await changes()).toMatchObject([{ bookingId, kind: 'deleted' }]);
  });

  it('is shown on the booking to the coach, and not to the team or the person who booked', async () => {
    await answer(...own('20260414T140000Z'));
    const { data: staff } = await useCases.createStaff(world.partner(), { coach, name: 'Ben' });
    const { manageToken } = (await useCases.renewManageLink(world.partner(), { id: bookingId })).data;
    const person = { userId: 'd'.repeat(24), coachId: coach };
    const callers = [
      world.person({ ...person, role: 'coach' }),
      world.partner(),
      world.person({ ...person, role: 'staff', staffId: staff.id }),
      world.guest(manageToken),
    ];
    const shown = await Promise.all(
      callers.map(async (caller) => (await useCases.getBooking(caller, { id: bookingId })).data.changedThere?.length),
    );
    expect(shown).toEqual([1, 1, undefined, undefined]);
  });

  it('writes nothing in a dry run', async () => {
    await answer(...own('20260414T140000Z'));
    await useCases.putBackExternalEvent(world.partner({ dryRun: true }), { coach, id, bookingId });
    expect(await changes()).toMatchObject([{ state: 'changed' }]);
  });

  it('notes in the audit log who has put it back', async () => {
    await answer(...own('20260414T140000Z'));
    await useCases.putBackExternalEvent(world.partner(), { coach, id, bookingId });
    const { data } = await useCases.listAudit(world.partner(), { action: 'schedule.external_event_put_back' });
    expect(data).toMatchObject([{ subject: { kind: 'coach', id: coach } }]);
  });
});
