import { afterEach, beforeEach, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { isoInstant } from '@coach-booking/time/iso-instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { calendarWork } from '../../src/application/calendars-in/calendar-work.ts';
import { readSource } from '../../src/application/calendars-in/read-source.ts';
import { createUseCases } from '../../src/application/create-use-cases.ts';
import { recordWork } from '../../src/application/external-records/record-work.ts';
import { drainAll } from '../../src/application/messages/drain.ts';
import type { Core } from '../../src/application/ports/core.ts';
import { calendarRecordId } from '../../src/domain/external-record/external-record.ts';
import { ANA, PARTNER, refusalOf, type World } from '../application/world.ts';

/** A coach in live mode whose bookings are written into a calendar at a provider. */
export interface CalendarThere {
  readonly world: World;
  readonly coachId: string;
  readonly sourceId: string;
  /** Another process of the same server, which writes there and reads what is there. */
  process(): Core;
  /** Returns when a booking is there, as `10:00/11:00` in UTC; undefined when it is not. */
  timeOf(bookingId: string): string | undefined;
  /** Moves it there as a person does: to so many hours later. */
  move(bookingId: string, hours: number): void;
  /** Whether what is deleted is named in an answer, and not only absent from it. */
  readonly namesDeleted: boolean;
  /** Deletes it there as a person does. */
  remove(bookingId: string): void;
  /** Puts an appointment of the coach's own there. */
  putOther(): void;
  close(): Promise<void>;
}

const LIVE = { partnerId: PARTNER, mode: 'live' } as const;
/** No provider reports changes to it, so that calendars are read every ten minutes. */
const LOCAL = 'http://127.0.0.1:4000';
const TEN = '2026-04-14T10:00:00Z';

/** Returns an hour of the day as `10:00/11:00`. */
export function hourFrom(start: number): string {
  return [start, start + HOUR].map((at) => new Date(at).toISOString().slice(11, 16)).join('/');
}

/** The tests that bookings pass in the calendars of every provider. */
export function changedThereSuite(open: () => Promise<CalendarThere>): void {
  let given: CalendarThere;
  let world: World;
  beforeEach(async () => {
    given = await open();
    ({ world } = given);
    const account = { coachId: given.coachId, email: 'coach@fit.example', name: 'Coach A', role: 'coach' } as const;
    await world.useCases.createUser(world.partner(), account);
  });
  afterEach(() => given.close());

  const book = async (start = TEN) => {
    const { data: coach } = await world.useCases.getCoach(world.partner(), { coach: given.coachId });
    const session = { coachId: given.coachId, serviceId: coach.services![0]!.id, start, attendee: ANA };
    const { id } = (await world.useCases.createBooking(world.visitor(), session)).data;
    return id;
  };
  const write = async (core = given.process()) => {
    await drainAll(core);
    await recordWork(core);
  };
  const read = (core = given.process()) => calendarWork({ ...core, publicUrl: () => LOCAL });
  /** Reads after so long, when the calendar is due. */
  const readLater = async (minutes = 11) => {
    world.passTime(minutes * MINUTE);
    await read();
  };
  const record = async (id: string) =>
    (await given.process().externalRecords.byId(LIVE, calendarRecordId(id, given.sourceId)))!;
  const view = async () => {
    const { data } = await world.useCases.getExternalCalendar(world.partner(), {
      coach: given.coachId,
      id: given.sourceId,
    });
    return { changed: data.changed, changes: data.changes };
  };
  const putBack = (bookingId: string) =>
    createUseCases(given.process()).putBackExternalEvent(world.partner(), {
      coach: given.coachId,
      id: given.sourceId,
      bookingId,
    });
  const isFree = async (time: string) => {
    const day = { coach: given.coachId, from: '2026-04-14', to: '2026-04-14' };
    const { data } = await world.useCases.listSlots(world.visitor(), day);
    return data.slots.some(({ start }) => start === `2026-04-14T${time}:00Z`);
  };
  const mails = () =>
    [...world.state.deliveries.values()].filter(({ kind, role }) => kind === 'changed_there' && role === 'account');
  /** A booking that was written, and found there as it was written. */
  const written = async (start = TEN) => {
    const id = await book(start);
    given.putOther();
    await write();
    world.passTime(2 * MINUTE);
    await read();
    return id;
  };

  it('shows nothing of a booking that is there as it was written', async () => {
    await written();
    await readLater();
    expect(await view()).toEqual({ changed: 0, changes: [] });
    expect(mails()).toEqual([]);
  });

  it('shows a booking that was moved there, applies nothing, and blocks no time by it', async () => {
    const id = await written();
    given.move(id, 4);
    await readLater();
    const since = isoInstant(world.deps.realNow()).replace('.000', '');
    const moved = {
      kind: 'moved',
      state: 'changed',
      thereStart: '2026-04-14T14:00:00Z',
      thereEnd: '2026-04-14T15:00:00Z',
    };
    expect(await view()).toEqual({
      changed: 1,
      changes: [
        {
          bookingId: id,
          ...moved,
          serviceTitle: expect.any(String) as string,
          start: TEN,
          end: '2026-04-14T11:00:00Z',
          since,
        },
      ],
    });
    const { data: booking } = await world.useCases.getBooking(world.partner(), { id });
    expect(booking).toMatchObject({
      start: TEN,
      version: 1,
      changedThere: [{ calendarId: given.sourceId, ...moved, since }],
    });
    expect([await isFree('10:00'), await isFree('14:00')]).toEqual([false, true]);
    expect(given.timeOf(id)).toBe('14:00/15:00');
  });

  it('shows a booking that was deleted there', async () => {
    const id = await written();
    given.remove(id);
    await readLater();
    expect((await view()).changes).toMatchObject([{ bookingId: id, kind: 'deleted', start: TEN }]);
    expect((await view()).changes[0]).not.toHaveProperty('thereStart');
    expect(given.timeOf(id)).toBeUndefined();
  });

  it('believes that all events are gone once a second reading finds the same', async () => {
    const id = await book();
    await write();
    world.passTime(2 * MINUTE);
    await read();
    given.remove(id);
    await readLater();
    const first = (await view()).changed;
    await readLater();
    expect([first, (await view()).changed]).toEqual([given.namesDeleted ? 1 : 0, 1]);
  });

  it('shows it no more once it was moved back there, and anew when it is moved again', async () => {
    const id = await written();
    given.move(id, 4);
    await readLater();
    given.move(id, -4);
    await readLater();
    expect(await view()).toEqual({ changed: 0, changes: [] });
    given.move(id, 2);
    await readLater();
    expect((await view()).changes).toMatchObject([{ thereStart: '2026-04-14T12:00:00Z' }]);
    expect(mails()).toHaveLength(2);
  });

  it('sends the coach one mail about all that is noticed together, once', async () => {
    const [one, other] = [await written(), await written('2026-04-14T12:00:00Z')];
    given.move(one, 4);
    given.remove(other);
    await readLater();
    expect(mails()).toHaveLength(1);
    given.move(one, 1);
    await readLater();
    expect((await view()).changes).toMatchObject([{ thereStart: '2026-04-14T15:00:00Z' }, { kind: 'deleted' }]);
    expect(mails()).toHaveLength(1);
    await world.drain();
    const mail = world.sent.find(({ kind }) => kind === 'changed_there')!;
    expect(mail.to).toBe('coach@fit.example');
    expect(mail.text).toMatch(/April 14.*April 14/s);
    expect(mail.text).toContain('/desk/settings/connections');
  });

  it('sends no mail of what is as it should be by the time at which it leaves', async () => {
    const id = await written();
    given.move(id, 4);
    await readLater();
    given.move(id, -4);
    await readLater();
    await world.drain();
    expect(world.sent.filter(({ kind }) => kind === 'changed_there')).toEqual([]);
  });

  it('makes one mail after a process has died which had noted the change', async () => {
    const id = await written();
    given.move(id, 4);
    world.passTime(11 * MINUTE);
    const dying = given.process();
    const insert = () => Promise.reject(new Error('killed'));
    await expect(read({ ...dying, deliveries: { ...dying.deliveries, insert } })).rejects.toThrow('killed');
    expect((await record(id)).changedThere).toMatchObject({ kind: 'moved' });
    expect(mails()).toEqual([]);
    world.passTime(2 * MINUTE);
    await Promise.all([read(), read()]);
    expect(mails()).toHaveLength(1);
    expect((await record(id)).changedThere!.toldAt).toBeDefined();
  });

  it('makes one mail when two processes read the same calendar at once', async () => {
    const ids = [await written(), await written('2026-04-14T12:00:00Z')];
    for (const id of ids) given.move(id, 4);
    world.passTime(11 * MINUTE);
    const now = world.deps.realNow();
    const lease = { mode: 'live', dueBy: now, realNow: now, leasedUntil: plus(now, MINUTE) } as const;
    const leased = (await given.process().calendarSources.lease(lease))!;
    const both = [given.process(), given.process()];
    await Promise.all(both.map((core) => readSource({ ...core, publicUrl: () => LOCAL }, leased, now)));
    expect(mails()).toHaveLength(1);
    expect((await view()).changed).toBe(2);
  });

  it('takes no move of ours that is on its way for one of the calendar', async () => {
    const id = await written();
    await world.useCases.rescheduleBooking(world.partner(), { id, start: '2026-04-14T14:00:00Z' });
    await readLater();
    expect(await view()).toEqual({ changed: 0, changes: [] });
    await drainAll(given.process());
    await readLater();
    expect(await view()).toEqual({ changed: 0, changes: [] });
    await write();
    await read();
    await readLater();
    expect(given.timeOf(id)).toBe('14:00/15:00');
    expect(await view()).toEqual({ changed: 0, changes: [] });
  });

  it('finds a change that was made within a minute after we wrote, by a later reading', async () => {
    const id = await book();
    given.putOther();
    await write();
    given.move(id, 4);
    await read();
    expect(await view()).toEqual({ changed: 0, changes: [] });
    await readLater();
    expect((await view()).changes).toMatchObject([{ bookingId: id, kind: 'moved' }]);
  });

  it('judges what is on its way by a later reading, too', async () => {
    const id = await written();
    given.move(id, 4);
    const stored = await record(id);
    await given
      .process()
      .externalRecords.replace({ ...stored, state: 'due', dueAt: world.deps.realNow() }, stored.version);
    await readLater();
    expect(await view()).toEqual({ changed: 0, changes: [] });
    await write();
    await readLater();
    expect((await view()).changes).toMatchObject([{ bookingId: id, kind: 'moved' }]);
  });

  it.each(['moved', 'deleted'] as const)('puts back one that was %s, once, however often it is asked', async (kind) => {
    const id = await written();
    if (kind === 'moved') given.move(id, 4);
    else given.remove(id);
    await readLater();
    for (const _ of [1, 2])
      expect((await putBack(id)).data.changes).toMatchObject([{ bookingId: id, kind, state: 'putting_back' }]);
    await write();
    expect(given.timeOf(id)).toBe('10:00/11:00');
    expect(await view()).toEqual({ changed: 0, changes: [] });
    const { version } = await record(id);
    expect((await putBack(id)).data).toMatchObject({ changed: 0, changes: [] });
    expect((await record(id)).version).toBe(version);
    world.passTime(2 * MINUTE);
    await readLater();
    expect(await view()).toEqual({ changed: 0, changes: [] });
    expect(given.timeOf(id)).toBe('10:00/11:00');
  });

  it('refuses to put back what is not in this calendar, and what has begun', async () => {
    const id = await written();
    expect(await refusalOf(putBack('f'.repeat(24)))).toMatchObject({ code: 'BOOKING_NOT_FOUND' });
    given.move(id, 4);
    await readLater();
    world.passTime(Date.parse(TEN) - world.deps.realNow());
    expect(await refusalOf(putBack(id))).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    expect(await view()).toEqual({ changed: 0, changes: [] });
  });

  it('shows it no more once the booking was moved or cancelled, since that is written over it', async () => {
    const [one, other] = [await written(), await written('2026-04-14T12:00:00Z')];
    given.move(one, 4);
    given.move(other, 4);
    await readLater();
    expect((await view()).changed).toBe(2);
    await world.useCases.rescheduleBooking(world.partner(), { id: one, start: '2026-04-15T10:00:00Z' });
    await world.useCases.cancelBooking(world.partner(), { id: other });
    expect((await view()).changed).toBe(1);
    await write();
    expect(await view()).toEqual({ changed: 0, changes: [] });
    expect([given.timeOf(one), given.timeOf(other)]).toEqual(['10:00/11:00', undefined]);
    expect((await record(other)).changedThere).toBeUndefined();
    expect((await record(one)).written!.start).toBe(plus(Date.parse(TEN) as never, 24 * HOUR));
  });
}
