import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import { ANA, createWorld, everyDay, givenCoach, refusalOf } from '../../../test/application/world.ts';

const BEN = { name: 'Ben', email: 'ben@example.com' };

const given = async (timeZone = 'America/New_York') => {
  const world = createWorld();
  const schedule = {
    workingHours: everyDay('09:00', '17:00'),
    breaks: everyDay('12:00', '13:00').slice(0, 1),
    slotInterval: 30,
  };
  const { id: coach, serviceId } = await givenCoach(world, { timeZone, schedule });
  const book = async (start: string, attendee: typeof BEN = ANA) =>
    (await world.useCases.createBooking(world.visitor(), { coachId: coach, serviceId: serviceId!, start, attendee }))
      .data.id;
  const calendar = async (from: string, to: string, context = world.partner(), given: { explain?: '1' } = {}) =>
    (await world.useCases.getCalendar(context, { coach, from, to, ...given })).data;
  return { world, coach, serviceId: serviceId!, book, calendar };
};

describe('getCalendar', () => {
  it('returns the bookings with their contacts, by start', async () => {
    const { book, calendar } = await given();
    const later = await book('2026-04-14T15:00:00Z', BEN);
    const sooner = await book('2026-04-14T13:00:00Z');
    const { bookings } = await calendar('2026-04-14', '2026-04-14');
    expect(bookings.map(({ id }) => id)).toEqual([sooner, later]);
    expect(bookings.map(({ attendee }) => attendee)).toMatchObject([ANA, BEN]);
    expect(bookings[0]).toMatchObject({
      start: '2026-04-14T13:00:00Z',
      end: '2026-04-14T14:00:00Z',
      summary: 'Strength session with Ana Diaz',
    });
  });

  it('reads plain dates in the coach’s zone', async () => {
    const { book, calendar } = await given();
    const id = await book('2026-04-14T20:00:00Z');
    const data = await calendar('2026-04-14', '2026-04-15');
    expect(data.timeZone).toBe('America/New_York');
    expect(data.range).toEqual({ start: '2026-04-14T04:00:00Z', end: '2026-04-16T04:00:00Z' });
    expect(data.days).toEqual([
      {
        date: '2026-04-14',
        workingHours: [{ start: '2026-04-14T13:00:00Z', end: '2026-04-14T21:00:00Z' }],
        breaks: [],
      },
      {
        date: '2026-04-15',
        workingHours: [{ start: '2026-04-15T13:00:00Z', end: '2026-04-15T21:00:00Z' }],
        breaks: [],
      },
    ]);
    expect(data.bookings.map((booking) => booking.id)).toEqual([id]);
  });

  it('returns sessions that start inside; of instants the end is excluded', async () => {
    const { book, calendar } = await given();
    const first = await book('2026-04-14T13:00:00Z');
    await book('2026-04-14T14:00:00Z');
    const { bookings, days } = await calendar('2026-04-14T13:00:00Z', '2026-04-14T14:00:00Z');
    expect(bookings.map(({ id }) => id)).toEqual([first]);
    expect(days.map(({ date }) => date)).toEqual(['2026-04-14']);
    expect((await calendar('2026-04-14T13:00:00.001Z', '2026-04-14T14:00:00Z')).bookings).toEqual([]);
  });

  it('returns the weekly plan, and the exceptions in the range', async () => {
    const { world, coach, calendar } = await given();
    const ranges = [{ start: '10:00', end: '11:00' }];
    for (const date of ['2026-04-14', '2026-05-14'])
      await world.useCases.setDateOverride(world.partner(), { coach, date, ranges });
    for (const start of ['2026-04-16T00:00:00Z', '2026-04-14T00:00:00Z', '2026-04-18T00:00:00Z']) {
      await world.useCases.addTimeOff(world.partner(), { coach, start, end: start.replace('T00', 'T06') });
    }
    const data = await calendar('2026-04-14', '2026-04-16');
    expect(data.workingHours).toHaveLength(7);
    expect(data.breaks).toEqual([{ dayOfWeek: 0, start: '12:00', end: '13:00' }]);
    expect(data.dateOverrides).toEqual([{ date: '2026-04-14', ranges }]);
    expect(data.days[0]!.workingHours).toEqual([{ start: '2026-04-14T14:00:00Z', end: '2026-04-14T15:00:00Z' }]);
    expect(data.timeOff.map(({ start }) => start)).toEqual(['2026-04-14T00:00:00Z', '2026-04-16T00:00:00Z']);
  });

  it('counts completed, future and cancelled bookings', async () => {
    const { world, book, calendar } = await given('UTC');
    await book('2026-04-13T12:00:00Z');
    await book('2026-04-13T10:00:00Z');
    const cancelled = await book('2026-04-13T15:00:00Z');
    const done = await book('2026-04-13T09:00:00Z');
    const missed = await book('2026-04-13T13:00:00Z');
    await world.useCases.cancelBooking(world.partner(), { id: cancelled });
    for (const [id, status] of [
      [done, 'completed'],
      [missed, 'no_show'],
    ] as const) {
      const stored = world.state.bookings.get(id)!;
      if (stored.kind === 'booking') world.state.bookings.set(id, { ...stored, status });
    }
    world.passTime(2 * HOUR);
    const { summary } = await calendar('2026-04-13', '2026-04-13');
    expect(summary).toEqual({ total: 5, completed: 1, upcoming: 1, cancelled: 1, noShow: 1 });
  });

  it('leaves out a booking that has a place but no time yet', async () => {
    const { world, coach, calendar } = await given();
    await world.useCases.updateCoach(world.partner(), { coach, capacity: 3 });
    await world.useCases.createBooking(world.visitor(), { coachId: coach, placeNumber: 1, attendee: ANA });
    expect((await calendar('2026-04-01', '2026-04-30')).summary.total).toBe(0);
  });

  it('returns a booking with its own contact, not with one given later under the same e-mail', async () => {
    const { book, calendar } = await given();
    await book('2026-04-14T13:00:00Z');
    await book('2026-04-14T15:00:00Z', { ...ANA, name: 'Somebody' });
    const { bookings } = await calendar('2026-04-14', '2026-04-14');
    expect(bookings.map(({ attendee }) => attendee.name)).toEqual(['Ana Diaz', 'Somebody']);
    expect(bookings[0]!.attendee.id).toBe(bookings[1]!.attendee.id);
  });

  it('returns the possible actions of each booking, and its buffers', async () => {
    const { world, book, calendar } = await given();
    const id = await book('2026-04-14T13:00:00Z');
    const cancelled = await book('2026-04-14T15:00:00Z');
    await world.useCases.cancelBooking(world.partner(), { id: cancelled });
    const { bookings } = await calendar('2026-04-14', '2026-04-14');
    expect(bookings.map((booking) => [booking.id, booking.bufferAfter])).toEqual([
      [id, 0],
      [cancelled, 0],
    ]);
    expect(bookings[0]!.actions).toContain('reschedule');
    expect(bookings[1]!.actions).toEqual([]);
  });

  it('returns the breaks of a date that overlap its working hours, whole', async () => {
    const world = createWorld();
    const breaks = [
      { dayOfWeek: 2, start: '08:30', end: '09:30' },
      { dayOfWeek: 2, start: '12:00', end: '13:00' },
      { dayOfWeek: 2, start: '18:00', end: '19:00' },
    ];
    const schedule = { workingHours: everyDay('09:00', '17:00'), breaks, slotInterval: 30 };
    const { id: coach } = await givenCoach(world, { timeZone: 'UTC', schedule });
    await world.useCases.setDateOverride(world.partner(), {
      coach,
      date: '2026-04-21',
      ranges: [{ start: '13:00', end: '18:30' }],
    });
    const { days } = (
      await world.useCases.getCalendar(world.partner(), { coach, from: '2026-04-13', to: '2026-04-21' })
    ).data;
    const breaksOn = (date: string) =>
      days.find((day) => day.date === date)!.breaks.map(({ start, end }) => `${start} ${end}`);
    expect(breaksOn('2026-04-13')).toEqual([]);
    expect(breaksOn('2026-04-14')).toEqual([
      '2026-04-14T08:30:00Z 2026-04-14T09:30:00Z',
      '2026-04-14T12:00:00Z 2026-04-14T13:00:00Z',
    ]);
    expect(breaksOn('2026-04-21')).toEqual(['2026-04-21T18:00:00Z 2026-04-21T19:00:00Z']);
  });

  it('names who runs a booking, former members included', async () => {
    const { world, coach, book, calendar } = await given();
    await world.useCases.createStaff(world.partner(), { coach, name: 'Leo' });
    const mia = (await world.useCases.createStaff(world.partner(), { coach, name: 'Mia' })).data.id;
    const id = await book('2026-04-14T13:00:00Z');
    const stored = world.state.bookings.get(id)!;
    if (stored.kind === 'booking') world.state.bookings.set(id, { ...stored, staffId: mia });
    const head = world.state.heads.get(coach)!;
    world.state.heads.set(coach, {
      ...head,
      staff: head.staff.map((member) => ({ ...member, deletedAt: instant(1) })),
    });
    const data = await calendar('2026-04-14', '2026-04-14');
    expect(data.staff).toEqual([{ id: mia, name: 'Mia' }]);
    expect(data.bookings[0]!.staffId).toBe(mia);
  });

  it('explains what cannot be booked like the slots do, when requested', async () => {
    const { world, coach, book, calendar } = await given();
    await book('2026-04-14T13:00:00Z');
    await world.useCases.createHold(world.partner(), {
      coachId: coach,
      serviceId: world.state.heads.get(coach)!.services[0]!.id,
      start: '2026-04-14T15:00:00Z',
    });
    const range = { coach, from: '2026-04-14', to: '2026-04-14' };
    const { explain } = await calendar(range.from, range.to, world.partner(), { explain: '1' });
    const slots = await world.useCases.listSlots(world.partner(), { ...range, explain: '1' });
    expect(explain).toEqual(slots.data.explain);
    expect(explain!.map(({ code }) => code)).toEqual(expect.arrayContaining(['outside_hours', 'booked', 'held']));
    expect(await calendar(range.from, range.to)).not.toHaveProperty('explain');
  });

  it('reads ledgers and contacts once, and ledgers only to explain', async () => {
    const { world, coach, book } = await given();
    for (const [hour, who] of [
      ['13', ANA],
      ['14', BEN],
      ['16', ANA],
    ] as const)
      await book(`2026-04-14T${hour}:00:00Z`, who);
    const asked: string[] = [];
    const spy = <T extends object>(name: string, port: T): T =>
      new Proxy(port, {
        get: (target, method) => {
          const found: unknown = Reflect.get(target, method);
          if (typeof found !== 'function') return found;
          return (...args: unknown[]) => {
            const days = name === 'ledgers' ? ` ${(args[1] as string[]).length > 0 ? 'with days' : 'head'}` : '';
            asked.push(`${name}.${String(method)}${days}`);
            return (found as (...given: unknown[]) => unknown).apply(target, args);
          };
        },
      });
    const { bookings, leads, ledgers, feeds } = world.deps;
    const stores = {
      ...world.deps,
      bookings: spy('bookings', bookings),
      leads: spy('leads', leads),
      ledgers: spy('ledgers', ledgers),
      feeds: spy('feeds', feeds),
    };
    const watched = createWorld({ stores });
    const input = { coach, from: '2026-04-14', to: '2026-04-14' };
    await watched.useCases.getCalendar(watched.partner(), input);
    expect(asked.splice(0)).toEqual(['feeds.position', 'ledgers.read head', 'bookings.between', 'leads.byIds']);
    await watched.useCases.getCalendar(watched.partner(), { ...input, explain: '1' });
    expect(asked).toEqual(['feeds.position', 'ledgers.read with days', 'bookings.between', 'leads.byIds']);
  });

  it('returns nothing of other coaches, and nothing at all for other partners', async () => {
    const { world, coach, calendar } = await given();
    const other = await givenCoach(world);
    const bookingInput = {
      coachId: other.id,
      serviceId: other.serviceId!,
      start: '2026-04-14T13:00:00Z',
      attendee: ANA,
    };
    await world.useCases.createBooking(world.visitor(), bookingInput);
    expect((await calendar('2026-04-14', '2026-04-14')).bookings).toEqual([]);
    const otherPartner = world.partner({ caller: { ...world.partner().caller, partnerId: 'b'.repeat(24) } });
    const refusal = await refusalOf(
      world.useCases.getCalendar(otherPartner, { coach, from: '2026-04-14', to: '2026-04-14' }),
    );
    expect(refusal.code).toBe('COACH_NOT_FOUND');
  });

  it('returns one entry for each date, across clock changes', async () => {
    const { calendar } = await given();
    const { days, range } = await calendar('2026-03-08', '2026-03-08');
    expect(days.map(({ date }) => date)).toEqual(['2026-03-08']);
    expect(Date.parse(range.end) - Date.parse(range.start)).toBe(23 * HOUR);
    expect((await calendar('2026-10-01', '2026-12-31')).days).toHaveLength(92);
  });
});

describe('a range that is refused', () => {
  it.each([
    ['2026-04-14', '2026-04-13', 'RANGE_INVALID'],
    ['2026-04-14', '2026-04-15T00:00:00Z', 'RANGE_INVALID'],
    ['2026-04-14T00:00:00Z', '2026-04-14T00:00:00Z', 'RANGE_INVALID'],
    ['9999-12-31', '9999-12-31', 'RANGE_INVALID'],
    ['0000-01-01', '0000-01-02', 'RANGE_INVALID'],
    ['2026-01-01', '2026-04-03', 'RANGE_TOO_LONG'],
    ['2026-01-01T00:00:00Z', '2026-04-04T00:00:00Z', 'RANGE_TOO_LONG'],
  ])('refuses the range from %s to %s with %s', async (from, to, code) => {
    const { calendar } = await given();
    expect((await refusalOf(calendar(from, to))).code).toBe(code);
  });
});
