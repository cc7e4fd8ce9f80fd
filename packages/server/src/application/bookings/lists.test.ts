import { describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/booking/booking.ts';
import { HOUR } from '@coach-booking/time/units';
import type { InputOf } from '../kernel/contract.ts';
import { ANA, createWorld, everyDay, givenCoach, NOW, refusalOf } from '../../../test/application/world.ts';

const BEN = { name: 'Ben', email: 'ben@example.com' };

const given = async (timeZone = 'UTC') => {
  const world = createWorld();
  const schedule = { workingHours: everyDay('00:00', '24:00'), slotInterval: 30 };
  const { id: coach, serviceId } = await givenCoach(world, { timeZone, schedule });
  const book = async (start: string, attendee: typeof BEN = ANA, more: Partial<InputOf<'createBooking'>> = {}) => {
    const input = { coachId: coach, serviceId: serviceId!, start, attendee, ...more };
    return (await world.useCases.createBooking(world.visitor(), input)).data.id;
  };
  const change = (id: string, fields: Partial<Booking>) => {
    const stored = world.state.bookings.get(id)!;
    if (stored.kind === 'booking') world.state.bookings.set(id, { ...stored, ...fields });
  };
  const list = (input: Omit<InputOf<'listCoachBookings'>, 'coach'> = {}) =>
    world.useCases.listCoachBookings(world.partner(), { coach, ...input });
  const idsOf = async (input: Omit<InputOf<'listCoachBookings'>, 'coach'>) =>
    (await list(input)).data.map(({ id }) => id);
  const upcoming = (input: { language?: string; limit?: number } = {}) =>
    world.useCases.listUpcoming(world.partner(), { coach, ...input });
  const today = async (language?: string) =>
    (await world.useCases.getToday(world.partner(), { coach, ...(language && { language }) })).data;
  return { world, coach, book, change, list, idsOf, upcoming, today };
};

describe('listCoachBookings', () => {
  it('finds bookings by a part of the name, the e-mail or the phone number that they were made with', async () => {
    const { world, book, list, idsOf } = await given();
    const ana = await book('2026-04-14T09:00:00Z', { ...ANA, phone: '+43 660 1234567' } as typeof BEN);
    const ben = await book('2026-04-15T09:00:00Z', BEN);
    expect(await idsOf({ q: 'DIAZ' })).toEqual([ana]);
    expect(await idsOf({ q: 'ben@EX' })).toEqual([ben]);
    expect(await idsOf({ q: '0660 123' })).toEqual([ana]);
    expect(await idsOf({ q: 'nobody' })).toEqual([]);
    expect(await idsOf({ q: 'example', order: 'desc' })).toEqual([ben, ana]);
    expect((await list({ q: 'ana' })).meta).toEqual({ nextCursor: null });
    const other = await givenCoach(world, { name: 'Coach B', schedule: { workingHours: everyDay('00:00', '24:00') } });
    const start = '2026-04-16T09:00:00Z';
    const attendee = { name: 'Zed Somebody', email: ANA.email };
    await world.useCases.createBooking(world.visitor(), {
      coachId: other.id,
      serviceId: other.serviceId!,
      start,
      attendee,
    });
    // The lead is the same: by what another form was sent, nothing of this coach is found.
    expect(await idsOf({ q: 'Zed' })).toEqual([]);
    expect((await list({ q: 'Diaz', attendeeId: (await list({ q: 'ben' })).data[0]!.attendee.id! })).data).toEqual([]);
  });

  it('finds bookings by their source page by page, and names it', async () => {
    const { book, list, change } = await given();
    const ids = [];
    for (let day = 14; day < 20; day++) {
      const start = `2026-04-${day}T09:00:00Z`;
      ids.push(await book(start, ANA, day % 2 === 0 ? { utm: { source: 'newsletter' } } : {}));
    }
    change(ids[1]!, { referrer: 'https://www.example.com/a' });
    const first = await list({ source: 'newsletter', limit: 2 });
    expect(first.data.map(({ id, source }) => [id, source])).toEqual([
      [ids[0], 'newsletter'],
      [ids[2], 'newsletter'],
    ]);
    const second = await list({ source: 'newsletter', limit: 2, cursor: first.meta.nextCursor! });
    expect([second.data.map(({ id }) => id), second.meta]).toEqual([[ids[4]], { nextCursor: null }]);
    expect((await list({ source: 'example.com' })).data.map(({ id }) => id)).toEqual([ids[1]]);
  });

  it('looks through a thousand bookings at once, and continues where it stopped', async () => {
    const { world, book, list } = await given();
    const id = await book('2026-04-14T09:00:00Z');
    const stored = world.state.bookings.get(id)! as Booking;
    for (let n = 0; n < 1050; n++) {
      const copy = n.toString(16).padStart(24, 'a');
      world.state.bookings.set(copy, { ...stored, id: copy });
    }
    world.state.bookings.set('b'.repeat(24), { ...stored, id: 'b'.repeat(24), utm: { source: 'late' } });
    const first = await list({ source: 'late' });
    expect(first.data).toEqual([]);
    const second = await list({ source: 'late', cursor: first.meta.nextCursor! });
    expect([second.data.map(({ source }) => source), second.meta]).toEqual([['late'], { nextCursor: null }]);
  });

  it('filters by service, and by whether the session is over', async () => {
    const { world, book, change, idsOf, list } = await given();
    const [a, b, c] = [
      await book('2026-04-14T09:00:00Z'),
      await book('2026-04-14T11:00:00Z', BEN),
      await book('2026-04-16T09:00:00Z'),
    ];
    change(a, { serviceId: 'e'.repeat(24) });
    expect(await idsOf({ serviceId: 'e'.repeat(24) })).toEqual([a]);
    world.passTime(Date.parse('2026-04-14T11:30:00Z') - NOW);
    expect(await idsOf({ when: 'past' })).toEqual([a]);
    expect(await idsOf({ when: 'upcoming' })).toEqual([b, c]);
    expect(await idsOf({ when: 'upcoming', to: '2026-04-15' })).toEqual([b]);
    expect((await list({ when: 'upcoming' })).meta.total).toBe(2);
    for (const wrong of [{ timeless: 'true' }, { unclosed: 'true' }] as const)
      expect((await refusalOf(list({ when: 'past', ...wrong }))).code).toBe('INVALID_REQUEST');
  });

  it('returns bookings by start with their contacts, page by page', async () => {
    const { book, list } = await given();
    const [c, a, b] = [
      await book('2026-04-16T09:00:00Z', BEN),
      await book('2026-04-14T09:00:00Z'),
      await book('2026-04-15T09:00:00Z', BEN),
    ];
    const first = await list({ limit: 2 });
    expect(first.data.map(({ id, attendee, actions }) => [id, attendee.name, actions.length > 0])).toEqual([
      [a, 'Ana Diaz', true],
      [b, 'Ben', true],
    ]);
    expect(first.meta.total).toBe(3);
    const second = await list({ limit: 2, cursor: first.meta.nextCursor! });
    expect(second.data.map(({ id }) => id)).toEqual([c]);
    expect(second.meta).toEqual({ nextCursor: null, total: 3 });
  });

  it('returns the newest first when requested, also over pages', async () => {
    const { book, list } = await given();
    const ids = [
      await book('2026-04-14T09:00:00Z'),
      await book('2026-04-15T09:00:00Z'),
      await book('2026-04-16T09:00:00Z'),
    ];
    const first = await list({ order: 'desc', limit: 2 });
    const second = await list({ order: 'desc', limit: 2, cursor: first.meta.nextCursor! });
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(ids.reverse());
  });

  it('filters by a range, in the coach’s zone for plain dates, open at either end', async () => {
    const { book, idsOf } = await given('America/New_York');
    const [a, b, c] = [
      await book('2026-04-15T03:00:00Z'),
      await book('2026-04-15T04:00:00Z'),
      await book('2026-04-16T12:00:00Z'),
    ];
    expect(await idsOf({ from: '2026-04-15', to: '2026-04-15' })).toEqual([b]);
    expect(await idsOf({ to: '2026-04-14' })).toEqual([a]);
    expect(await idsOf({ from: '2026-04-15' })).toEqual([b, c]);
    expect(await idsOf({ from: '2026-04-15T04:00:00.001Z' })).toEqual([c]);
    expect(await idsOf({ to: '2026-04-15T04:00:00Z' })).toEqual([a]);
    expect(await idsOf({ from: '1990-01-01', to: '2190-01-01' })).toEqual([a, b, c]);
  });

  it('filters by statuses, attendee and member of staff', async () => {
    const { book, change, idsOf, list } = await given();
    const [a, b, c] = [
      await book('2026-04-14T09:00:00Z'),
      await book('2026-04-15T09:00:00Z', BEN),
      await book('2026-04-16T09:00:00Z'),
    ];
    change(b, { status: 'no_show', staffId: 'e'.repeat(24) });
    expect(await idsOf({ status: 'no_show,cancelled' })).toEqual([b]);
    expect(await idsOf({ status: 'confirmed' })).toEqual([a, c]);
    expect(await idsOf({ staffId: 'e'.repeat(24) })).toEqual([b]);
    const ben = (await list({ status: 'no_show' })).data[0]!.attendee.id!;
    expect(await idsOf({ attendeeId: ben })).toEqual([b]);
    expect(await idsOf({ attendeeId: ben, status: 'confirmed' })).toEqual([]);
  });

  it('api 4 begins with bookings that have only a place, unless a range or others are requested', async () => {
    const { world, coach, book, idsOf } = await given();
    await world.useCases.updateCoach(world.partner(), { coach, capacity: 5 });
    const timed = await book('2026-04-14T09:00:00Z');
    const places = [];
    for (const placeNumber of [3, 2]) {
      world.passTime(1000);
      const { data } = await world.useCases.createBooking(world.visitor(), {
        coachId: coach,
        placeNumber,
        attendee: ANA,
      });
      places.push(data.id);
    }
    expect(await idsOf({})).toEqual([...places, timed]);
    expect(await idsOf({ order: 'desc' })).toEqual([...places.toReversed(), timed]);
    expect(await idsOf({ from: '2026-04-14' })).toEqual([timed]);
    expect(await idsOf({ timeless: 'true' })).toEqual(places);
    expect(await idsOf({ timeless: 'false' })).toEqual([timed]);
  });

  it('api 5 names the sessions that the coach has still to close, whenever they were', async () => {
    const { world, book, change, idsOf, list } = await given();
    const first = await book('2026-04-14T09:00:00Z');
    const [begun, over, missed, asked] = [
      await book('2026-04-14T10:00:00Z'),
      await book('2026-04-14T11:00:00Z'),
      await book('2026-04-14T12:00:00Z'),
      await book('2026-04-14T13:00:00Z'),
    ];
    const running = await book('2026-04-15T09:00:00Z');
    change(begun, { status: 'in_progress' });
    change(over, { status: 'completed' });
    change(missed, { status: 'no_show' });
    change(asked, { status: 'pending' });
    world.passTime(25.5 * 3_600_000 + 24 * 3_600_000);
    expect(await idsOf({ unclosed: 'true' })).toEqual([first, begun]);
    expect((await list({ unclosed: 'true', limit: 1, order: 'desc' })).meta).toMatchObject({ total: 2 });
    world.passTime(0.5 * 3_600_000);
    expect(await idsOf({ unclosed: 'true', order: 'desc' })).toEqual([running, begun, first]);
    expect(await idsOf({ unclosed: 'true', from: '2026-04-15' })).toEqual([running]);
    await world.useCases.completeBooking(world.partner(), { id: first });
    expect(await idsOf({ unclosed: 'true' })).toEqual([begun, running]);
  });

  it.each<[string, object, string]>([
    ['what is not closed yet, of some status', { unclosed: 'true', status: 'confirmed' }, 'INVALID_REQUEST'],
    ['what is not closed yet, without a time', { unclosed: 'true', timeless: 'true' }, 'INVALID_REQUEST'],
    ['a status that there is not', { status: 'confirmed,gone' }, 'INVALID_REQUEST'],
    ['edges of two kinds', { from: '2026-04-14', to: '2026-04-15T00:00:00Z' }, 'RANGE_INVALID'],
    ['edges the wrong way round', { from: '2026-04-15', to: '2026-04-14' }, 'RANGE_INVALID'],
    ['an empty range', { from: '2026-04-15T00:00:00Z', to: '2026-04-15T00:00:00Z' }, 'RANGE_INVALID'],
    ['a range of what has no time', { timeless: 'true', from: '2026-04-14' }, 'INVALID_REQUEST'],
    ['a cursor that is not ours', { cursor: 'abc' }, 'INVALID_REQUEST'],
  ])('refuses %s', async (_, input, code) => {
    const { list } = await given();
    expect((await refusalOf(list(input))).code).toBe(code);
  });

  it('rejects a cursor with other filters', async () => {
    const { world, book, list, coach } = await given();
    for (const day of [14, 15]) await book(`2026-04-${day}T09:00:00Z`);
    const cursor = (await list({ limit: 1, from: '2026-04-14', status: 'confirmed,pending' })).meta.nextCursor!;
    const same = await list({ limit: 5, from: '2026-04-14', status: 'pending,confirmed', cursor });
    expect(same.data).toHaveLength(1);
    for (const other of [
      {},
      { from: '2026-04-13', status: 'confirmed,pending' },
      { from: '2026-04-14', status: 'confirmed' },
    ]) {
      expect((await refusalOf(list({ ...other, cursor }))).code).toBe('INVALID_REQUEST');
    }
    const elsewhere = await givenCoach(world);
    const asked = { coach: elsewhere.id, from: '2026-04-14', status: 'confirmed,pending', cursor };
    expect((await refusalOf(world.useCases.listCoachBookings(world.partner(), asked))).code).toBe('INVALID_REQUEST');
    const coaches = (await world.useCases.listCoaches(world.partner(), { limit: 1 })).meta.nextCursor!;
    expect((await refusalOf(list({ cursor: coaches }))).code).toBe('INVALID_REQUEST');
    expect(coach).not.toBe(elsewhere.id);
  });
});

describe('listUpcoming', () => {
  it('returns active sessions that have not begun, with the time until then, and counts beyond the page', async () => {
    const { world, book, change, upcoming } = await given();
    const soon = await book('2026-04-13T09:30:00Z');
    const later = await book('2026-04-15T12:00:00Z');
    await book('2026-04-16T12:00:00Z');
    const cancelled = await book('2026-04-14T12:00:00Z');
    const done = await book('2026-04-14T14:00:00Z');
    await world.useCases.cancelBooking(world.partner(), { id: cancelled });
    change(done, { status: 'completed' });
    const { data, meta } = await upcoming({ limit: 2 });
    expect(data.map(({ id, timeUntil }) => [id, timeUntil])).toEqual([
      [soon, '1 hour, 30 minutes'],
      [later, '2 days, 4 hours'],
    ]);
    expect(meta).toEqual({ nextCursor: null, total: 3 });
    world.passTime(1.5 * HOUR);
    expect((await upcoming()).data.map(({ id }) => id)).not.toContain(soon);
  });

  it('writes the time in the requested language', async () => {
    const { book, upcoming } = await given();
    await book('2026-04-15T12:00:00Z');
    const timeUntilIn = async (language: string) => (await upcoming({ language })).data[0]!.timeUntil;
    expect([await timeUntilIn('de'), await timeUntilIn('not a tag')]).toEqual(['2 Tage, 4 Stunden', '2 days, 4 hours']);
  });
});

describe('getToday', () => {
  it('returns the coach’s day, with bookings of every status', async () => {
    const { world, book, change, today } = await given('America/New_York');
    const early = await book('2026-04-13T09:00:00Z');
    const gone = await book('2026-04-13T12:00:00Z');
    const next = await book('2026-04-14T03:00:00Z');
    await book('2026-04-14T04:00:00Z');
    await world.useCases.cancelBooking(world.partner(), { id: gone });
    change(early, { status: 'completed' });
    world.passTime(HOUR);
    const data = await today('es');
    expect(data).toMatchObject({ date: '2026-04-13', timeZone: 'America/New_York' });
    expect(data.bookings.map(({ id, timeUntil }) => [id, timeUntil.replace(/\s/gu, ' ')])).toEqual([
      [early, ''],
      [gone, '3 horas'],
      [next, '18 horas'],
    ]);
    expect(data.next?.id).toBe(next);
    expect(data.summary).toEqual({ total: 3, completed: 1, upcoming: 1, cancelled: 1, noShow: 0 });
  });

  it('returns no next session once the last has begun', async () => {
    const { world, book, today } = await given();
    await book('2026-04-13T09:00:00Z');
    await book('2026-04-14T09:00:00Z');
    world.passTime(HOUR);
    expect(new Date(NOW + HOUR).toISOString()).toBe('2026-04-13T09:00:00.000Z');
    const { next, bookings } = await today();
    expect([next, bookings[0]!.timeUntil]).toEqual([null, '']);
  });
});
