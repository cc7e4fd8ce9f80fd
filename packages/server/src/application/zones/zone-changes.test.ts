import { instant } from '@coach-booking/time/instant';
import { offsetsIn, zoneLaw, type ZoneLaw } from '@coach-booking/time/zone-law';
import { zoneRelease } from '@coach-booking/time/zone-data';
import { describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/booking/booking.ts';
import { createUseCases } from '../create-use-cases.ts';
import type { Deps } from '../ports/deps.ts';
import { ANA, createWorld, everyDay, givenCoach, refusalOf } from '../../../test/application/world.ts';
import { noteZoneChanges } from './note-zone-changes.ts';

const VANCOUVER = 'America/Vancouver';
const stretch = { from: instant(Date.UTC(2026, 0, 1)), to: instant(Date.UTC(2037, 0, 1)) };

/** The release before, by which Vancouver still changed its clocks as Los Angeles does. */
const earlier = (): ZoneLaw => {
  const law = zoneLaw(stretch);
  const old = { zones: [VANCOUVER.toLowerCase()], offsets: offsetsIn(law, 'America/Los_Angeles')! };
  return { ...law, release: '2025c', alike: [old, ...law.alike] };
};

/** A coach in Vancouver whose store was last written by the law before. */
const given = async (timeZone = VANCOUVER) => {
  const world = createWorld();
  const { deps, state, useCases } = world;
  await deps.zoneLaws.write({ law: earlier() });
  const { coachId, serviceId } = await givenCoach(world, {
    timeZone,
    schedule: { workingHours: everyDay('09:00', '17:00') },
  });
  const stored = (id: string) => state.bookings.get(id) as Booking;
  /** Books and, by default, writes the local time that the law before gave. */
  const book = async (start: string, hour?: number) => {
    const input = { coachId, serviceId: serviceId!, start, attendee: ANA, override: true };
    const { id } = (await useCases.createBooking(world.partner(), input)).data;
    const { time } = stored(id);
    if (hour !== undefined)
      state.bookings.set(id, { ...stored(id), time: { ...time!, local: { ...time!.local, hour } } });
    return id;
  };
  const note = (options = { mayOthersWrite: false }, some: Partial<Deps> = {}) =>
    noteZoneChanges({ ...deps, ...some }, options);
  const list = async () => (await useCases.listZoneChanges(world.partner(), { coach: coachId })).data;
  const resolve = async (action: 'shift' | 'keep', more: object = {}, acts = useCases) =>
    (await acts.resolveZoneChanges(world.partner(), { coach: coachId, action, ...more })).data;
  const startOf = (id: string) => new Date(stored(id).time!.start).toISOString();
  return { world, deps, state, useCases, coachId, serviceId: serviceId!, stored, book, note, list, resolve, startOf };
};

describe('the first start after a new release of the time zones (R22)', () => {
  it('lists 09:00 in Vancouver, stored as 17:00Z, which the wall now shows as 10:00', async () => {
    const { book, note, list, stored } = await given();
    const id = await book('2026-12-15T17:00:00Z', 9);
    expect(await note()).toBe(1);
    expect(await list()).toMatchObject([
      {
        id,
        kind: 'booking',
        start: '2026-12-15T17:00:00Z',
        end: '2026-12-15T18:00:00Z',
        shiftedStart: '2026-12-15T16:00:00Z',
        shiftedEnd: '2026-12-15T17:00:00Z',
        minutes: -60,
        booking: { id, attendee: { name: 'Ana Diaz' }, version: 1 },
      },
    ]);
    // The instant stays, and statistics count by the hour of today's law.
    expect(stored(id)).toMatchObject({
      version: 1,
      time: { start: Date.parse('2026-12-15T17:00:00Z'), local: { date: '2026-12-15', hour: 10, weekday: 2 } },
    });
  });

  it('lists absences with it, and leaves alone what the law did not touch', async () => {
    const { world, useCases, coachId, book, note, list } = await given();
    await book('2026-07-15T17:00:00Z');
    const add = async (start: string, end: string) =>
      (await useCases.addTimeOff(world.partner(), { coach: coachId, start, end, reason: 'Rest' })).data.id;
    await add('2026-08-01T07:00:00Z', '2026-08-02T07:00:00Z');
    const winter = await add('2026-10-30T07:00:00Z', '2026-12-24T08:00:00Z');
    expect(await note()).toBe(1);
    expect(await list()).toMatchObject([
      {
        id: winter,
        kind: 'time_off',
        start: '2026-10-30T07:00:00Z',
        shiftedStart: '2026-10-30T07:00:00Z',
        shiftedEnd: '2026-12-24T07:00:00Z',
        minutes: 0,
        reason: 'Rest',
      },
    ]);
  });

  it('lists nothing for coaches elsewhere, nor what is cancelled or over', async () => {
    const elsewhere = await given('America/Los_Angeles');
    await elsewhere.book('2026-12-15T17:00:00Z');
    expect(await elsewhere.note()).toBe(0);
    const { world, useCases, book, note, list } = await given();
    const id = await book('2026-12-15T17:00:00Z', 9);
    await useCases.cancelBooking(world.partner(), { id });
    expect(await note()).toBe(0);
    expect(await list()).toEqual([]);
  });

  it('looks once: a second start and what is booked since add nothing', async () => {
    const { book, note, list, deps } = await given();
    await book('2026-12-15T17:00:00Z', 9);
    await note();
    await book('2026-12-16T17:00:00Z');
    expect(await note()).toBe(0);
    expect(await list()).toHaveLength(1);
    expect(await deps.zoneLaws.read()).toMatchObject({ law: { release: zoneRelease } });
  });

  it('looks once with two processes', async () => {
    const { book, note, list } = await given();
    await book('2026-12-15T17:00:00Z', 9);
    const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
    const noted = await Promise.all([note(undefined, { pause }), note(undefined, { pause })]);
    expect(noted.sort()).toEqual([0, 1]);
    expect(await list()).toHaveLength(1);
  });

  it.each([
    ['zoneChanges', 'add', 1],
    ['bookings', 'setLocal', 1],
    ['zoneLaws', 'write', 0],
  ] as const)('begins again after a crash at %s.%s, and finds what is listed already', async (port, method, done) => {
    const { book, note, list, stored, deps } = await given();
    const ids = [await book('2026-12-15T17:00:00Z', 9), await book('2026-12-16T17:00:00Z', 9)];
    const act = deps[port][method as never] as (...args: unknown[]) => Promise<void>;
    let calls = 0;
    const dying = (...args: unknown[]) => (++calls > done ? Promise.reject(new Error('killed')) : act(...args));
    await expect(note(undefined, { [port]: { ...deps[port], [method]: dying } })).rejects.toThrow('killed');
    await note();
    expect((await list()).map(({ id }) => id)).toEqual(ids);
    for (const id of ids) expect(stored(id).time!.local.hour).toBe(10);
  });

  it('looks again when older processes have ended, for what they wrote by the law before', async () => {
    const { book, note, list } = await given();
    const first = await book('2026-12-15T17:00:00Z', 9);
    expect(await note({ mayOthersWrite: true })).toBe(1);
    const late = await book('2026-12-16T17:00:00Z', 9);
    await book('2026-12-17T17:00:00Z');
    expect(await note({ mayOthersWrite: true })).toBe(0);
    expect(await note()).toBe(1);
    expect((await list()).map(({ id }) => id)).toEqual([first, late]);
    expect(await note()).toBe(0);
  });

  it('leaves a store alone that a newer release has looked through', async () => {
    const { deps, book, note } = await given();
    await deps.zoneLaws.write({ law: { ...earlier(), release: '2099a' } });
    await book('2026-12-15T17:00:00Z', 9);
    expect(await note()).toBe(0);
    expect(await deps.zoneLaws.read()).toMatchObject({ law: { release: '2099a' } });
  });

  it('compares with the machine where no law is on record, and notes the one of today', async () => {
    const { deps, state, note } = await given('Europe/Berlin');
    state.zoneLaw.recorded = null;
    expect(await note()).toBe(0);
    expect(await deps.zoneLaws.read()).toMatchObject({ law: { release: zoneRelease } });
  });
});

describe('what the law has moved (R22)', () => {
  it('shifts what the law has moved in one act: one move each, sent once, in the audit log once', async () => {
    const { state, book, note, list, resolve, startOf, stored } = await given();
    const ids = [await book('2026-12-15T18:00:00Z', 10), await book('2026-12-15T17:00:00Z', 9)];
    await note();
    const { shifted, kept, left } = await resolve('shift', { reason: 'The clocks stay' });
    expect([shifted.sort(), kept, left]).toEqual([[...ids].sort(), [], []]);
    expect(ids.map(startOf)).toEqual(['2026-12-15T17:00:00.000Z', '2026-12-15T16:00:00.000Z']);
    expect(stored(ids[1]!)).toMatchObject({ version: 2, time: { local: { hour: 9 } } });
    const notified = stored(ids[1]!).outbox.filter(({ type }) => type === 'booking.rescheduled');
    expect(notified).toMatchObject([{ data: { reason: 'The clocks stay' } }]);
    expect(await list()).toEqual([]);
    expect(await resolve('shift')).toEqual({ shifted: [], kept: [], left: [] });
    expect(startOf(ids[1]!)).toBe('2026-12-15T16:00:00.000Z');
    expect(state.audit.filter(({ action }) => action === 'zone_changes.shifted')).toHaveLength(1);
  });

  it('reports what cannot be shifted, and keeps it on the list where the agreed time is taken by now', async () => {
    const { book, note, list, resolve, startOf } = await given();
    const blocked = await book('2026-12-15T17:00:00Z', 9);
    const free = await book('2026-12-16T17:00:00Z', 9);
    await note();
    await book('2026-12-15T16:00:00Z');
    const { shifted, left } = await resolve('shift');
    expect(shifted).toEqual([free]);
    expect(left).toMatchObject([{ id: blocked, kind: 'booking', code: 'SLOT_TAKEN' }]);
    expect(startOf(blocked)).toBe('2026-12-15T17:00:00.000Z');
    expect((await list()).map(({ id }) => id)).toEqual([blocked]);
  });

  it('tries a shift without effect in a dry run, which takes for free what another one leaves', async () => {
    const { world, deps, coachId, book, note, list, startOf } = await given();
    const ids = [await book('2026-12-15T17:00:00Z', 9), await book('2026-12-15T18:00:00Z', 10)];
    const blocked = await book('2026-12-16T17:00:00Z', 9);
    await note();
    await book('2026-12-16T16:00:00Z');
    const before = structuredClone(world.state);
    const tried = (action: 'shift' | 'keep') =>
      createUseCases(deps).resolveZoneChanges(world.partner({ dryRun: true }), { coach: coachId, action });
    expect((await tried('shift')).data).toMatchObject({ shifted: ids, left: [{ id: blocked, code: 'SLOT_TAKEN' }] });
    expect((await tried('keep')).data.kept).toEqual([...ids, blocked]);
    expect(world.state).toEqual(before);
    expect(startOf(ids[0]!)).toBe('2026-12-15T17:00:00.000Z');
    expect(await list()).toHaveLength(3);
  });

  it('shifts an absence with its bookings', async () => {
    const { world, useCases, state, coachId, note, resolve, list } = await given();
    const range = { start: '2026-12-24T08:00:00Z', end: '2026-12-25T08:00:00Z' };
    const { id } = (await useCases.addTimeOff(world.partner(), { coach: coachId, ...range })).data;
    await note();
    expect(await resolve('shift')).toEqual({ shifted: [id], kept: [], left: [] });
    expect(state.heads.get(coachId)!.timeOff).toEqual([
      { id, start: Date.parse('2026-12-24T07:00:00Z'), end: Date.parse('2026-12-25T07:00:00Z') },
    ]);
    expect(await list()).toEqual([]);
  });

  it('leaves what the law has moved as it is when the coach decides so', async () => {
    const { state, book, note, list, resolve, startOf } = await given();
    const id = await book('2026-12-15T17:00:00Z', 9);
    await note();
    expect(await resolve('keep')).toEqual({ shifted: [], kept: [id], left: [] });
    expect(await list()).toEqual([]);
    expect(startOf(id)).toBe('2026-12-15T17:00:00.000Z');
    expect(state.audit.filter(({ action }) => action === 'zone_changes.kept')).toHaveLength(1);
    expect(await resolve('shift')).toEqual({ shifted: [], kept: [], left: [] });
  });

  it('goes on after a crash between a move and the list', async () => {
    const { deps, book, note, resolve, startOf, list } = await given();
    const ids = [await book('2026-12-15T17:00:00Z', 9), await book('2026-12-16T17:00:00Z', 9)];
    await note();
    const zoneChanges = { ...deps.zoneChanges, remove: () => Promise.reject(new Error('killed')) };
    await expect(resolve('shift', {}, createUseCases({ ...deps, zoneChanges }))).rejects.toThrow('killed');
    expect(ids.map(startOf)).toEqual(['2026-12-15T16:00:00.000Z', '2026-12-16T17:00:00.000Z']);
    expect(await resolve('shift')).toEqual({ shifted: [ids[1]], kept: [], left: [] });
    expect(startOf(ids[0]!)).toBe('2026-12-15T16:00:00.000Z');
    expect(await list()).toEqual([]);
  });

  it('needs no decision once the booking has moved, or the coach lives elsewhere', async () => {
    const { world, useCases, book, note, list, coachId } = await given();
    const moved = await book('2026-12-15T17:00:00Z', 9);
    await book('2026-12-16T17:00:00Z', 9);
    await note();
    const start = '2026-12-15T19:00:00Z';
    await useCases.rescheduleBooking(world.partner(), { id: moved, start, override: true });
    expect(await list()).toHaveLength(1);
    await useCases.patchSchedule(world.partner(), { coach: coachId, timeZone: 'Europe/Berlin' });
    expect(await list()).toEqual([]);
  });

  it('belongs to one coach and the coach side', async () => {
    const { world, useCases, book, note, coachId } = await given();
    await book('2026-12-15T17:00:00Z', 9);
    await note();
    const other = await givenCoach(world);
    expect((await useCases.listZoneChanges(world.partner(), { coach: other.id })).data).toEqual([]);
    expect((await refusalOf(useCases.listZoneChanges(world.visitor(), { coach: coachId }))).code).toBe('FORBIDDEN');
  });
});
