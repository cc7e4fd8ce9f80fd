import { describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/booking/booking.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import { ANA, createWorld, everyDay, givenCoach, refusalOf } from '../../../test/application/world.ts';

/** Monday, eight in the morning, is now. */
const at = (time: string, date = '2026-04-14') => `${date}T${time}:00Z`;
const BOB = { name: 'Bob', email: 'bob@example.com' };

const given = async (overrides: Parameters<typeof givenCoach>[1] = {}) => {
  const world = createWorld();
  const coach = await givenCoach(world, {
    schedule: { workingHours: everyDay('09:00', '17:00'), slotInterval: 60 },
    ...overrides,
  });
  const book = async (
    start: string,
    more: Partial<InputOf<'createBooking'>> = {},
    context: Context = world.partner(),
  ) =>
    (
      await world.useCases.createBooking(context, {
        coachId: coach.id,
        serviceId: coach.serviceId!,
        start,
        attendee: ANA,
        ...more,
      })
    ).data;
  const stored = (id: string) => world.state.bookings.get(id) as Booking;
  return { world, coach, book, stored };
};

type Coach = NonNullable<Parameters<typeof givenCoach>[1]>;

const rules: readonly (readonly [string, string, string, readonly string[], Coach])[] = [
  [
    'V10 sooner than the notice',
    at('09:00', '2026-04-13'),
    'TOO_SOON',
    ['notice'],
    { schedule: { workingHours: everyDay('09:00', '17:00'), minimumNotice: 120 } },
  ],
  [
    'today, without same-day booking',
    at('15:00', '2026-04-13'),
    'TOO_SOON',
    ['same_day'],
    { schedule: { workingHours: everyDay('09:00', '17:00'), sameDayBooking: false } },
  ],
  ['V10 beyond the window', at('09:00', '2026-09-14'), 'TOO_FAR', ['window'], {}],
  ['V10 off the grid', at('09:20'), 'OFF_GRID', ['off_grid'], {}],
  ['V10 outside the hours', at('19:00'), 'OUTSIDE_HOURS', ['outside_hours'], {}],
  [
    'in a break',
    at('12:00'),
    'IN_BREAK',
    ['break'],
    { schedule: { workingHours: everyDay('09:00', '17:00'), breaks: everyDay('12:00', '13:00') } },
  ],
  ['in the past', at('07:00', '2026-04-13'), 'START_IN_PAST', ['past', 'outside_hours'], {}],
];

describe('R16 the coach side is warned of what binds visitors', () => {
  it.each(rules)('warns of %s', async (_, start, code, warnings, coach) => {
    const { world, book, stored } = await given(coach);
    expect(await refusalOf(book(start))).toMatchObject({ code, details: { warnings } });
    const tried = await book(start, { override: true }, world.partner({ dryRun: true }));
    expect([tried.start, tried.warnings]).toEqual([start, warnings]);
    expect(world.state.bookings.size).toBe(0);
    const booked = await book(start, { override: true });
    expect([booked.start, booked.status, booked.warnings]).toEqual([start, 'scheduled', warnings]);
    expect(stored(booked.id).history[0]?.overridden).toEqual(warnings);
  });

  it('warns of a special date and of an absence, all at once', async () => {
    const { world, coach, book } = await given();
    await world.useCases.setDateOverride(world.partner(), { coach: coach.id, date: '2026-04-14', ranges: [] });
    await world.useCases.addTimeOff(world.partner(), { coach: coach.id, start: at('00:00'), end: at('23:00') });
    const refusal = await refusalOf(book(at('10:00')));
    expect(refusal.details?.warnings).toEqual(['date_override', 'time_off']);
    expect((await book(at('10:00'), { override: true })).warnings).toEqual(['date_override', 'time_off']);
  });

  it('warns of nothing when nothing speaks against it', async () => {
    const { world, book, stored } = await given();
    expect((await book(at('10:00'), {}, world.partner({ dryRun: true }))).warnings).toEqual([]);
    const booked = await book(at('10:00'), { override: true });
    expect([booked.warnings, stored(booked.id).history[0]?.overridden]).toEqual([undefined, undefined]);
  });

  it('shows visitors the one reason that they always saw, and lets them not pass over it', async () => {
    const { world, book } = await given();
    expect((await refusalOf(book(at('19:00'), {}, world.visitor()))).details).not.toHaveProperty('warnings');
    const refusal = await refusalOf(book(at('19:00'), { override: true }, world.visitor()));
    expect(refusal.code).toBe('NOT_PERMITTED_FIELD');
  });

  it('warns of places, and continues with the lowest number above', async () => {
    const { world, coach, book } = await given({ capacity: 1 });
    await book(at('09:00'));
    expect(await refusalOf(book(at('10:00')))).toMatchObject({
      code: 'CAPACITY_FULL',
      details: { warnings: ['capacity'] },
    });
    expect((await book(at('10:00'), { override: true }, world.partner({ dryRun: true }))).warnings).toEqual([
      'capacity',
    ]);
    const booked = await book(at('10:00'), { override: true });
    expect([booked.placeNumber, booked.warnings]).toEqual([2, ['capacity']]);
    const { data } = await world.useCases.getCoach(world.visitor(), { coach: coach.id });
    expect(data.capacity).toMatchObject({ total: 1, available: 0 });
  });
});

describe('R16 rules that hold for everyone', () => {
  it('refuses to override another session at that time, a live hold, and a coach who takes no bookings', async () => {
    const { world, coach, book } = await given();
    await book(at('10:00'));
    const hold = { coachId: coach.id, serviceId: coach.serviceId!, start: at('13:00') };
    await world.useCases.createHold(world.visitor(), hold);
    for (const start of [at('10:30'), at('13:30')])
      for (const dryRun of [true, false])
        expect((await refusalOf(book(start, { override: true }, world.partner({ dryRun })))).code).toBe('SLOT_TAKEN');
    await world.useCases.updateCoach(world.partner(), { coach: coach.id, active: false });
    expect((await refusalOf(book(at('15:00'), { override: true }))).code).toBe('COACH_INACTIVE');
  });

  it('refuses to override a member of the team who is busy then', async () => {
    const { world, coach, book } = await given({
      schedule: { workingHours: everyDay('09:00', '17:00'), bufferAfter: 60 },
    });
    const other = await givenCoach(world, { name: 'Coach B' });
    const { data: jane } = await world.useCases.createStaff(world.partner(), { coach: coach.id, name: 'Jane' });
    await book(at('10:00'), { staffId: jane.id });
    expect(other.id).not.toBe(coach.id);
    expect((await refusalOf(book(at('10:30'), { staffId: jane.id, override: true }))).code).toMatch(
      /SLOT_TAKEN|STAFF_BUSY/,
    );
    expect((await book(at('11:00'), { staffId: jane.id, override: true })).warnings).toEqual(['buffer']);
  });
});

describe('R15 who passes over a buffer', () => {
  const buffered = { schedule: { workingHours: everyDay('09:00', '17:00'), slotInterval: 15, bufferAfter: 30 } };

  it('stands raw beside raw, and keeps the own buffers against everybody else', async () => {
    const { world, book, stored } = await given(buffered);
    await book(at('10:00'));
    expect(await refusalOf(book(at('11:00')))).toMatchObject({ code: 'SLOT_TAKEN', details: { warnings: ['buffer'] } });
    const booked = await book(at('11:00'), { override: true });
    expect(stored(booked.id).history[0]?.overridden).toEqual(['buffer']);
    expect(stored(booked.id).policy.bufferAfter).toBe(30);
    expect((await refusalOf(book(at('12:15'), { attendee: BOB }, world.visitor()))).code).toBe('SLOT_TAKEN');
    expect((await book(at('12:30'), { attendee: BOB }, world.visitor())).start).toBe(at('12:30'));
  });

  it('moves so, too, and the history notes it', async () => {
    const { world, book, stored } = await given(buffered);
    await book(at('10:00'));
    const { id } = await book(at('14:00'));
    const move = { id, start: at('11:00') };
    const refusal = await refusalOf(world.useCases.rescheduleBooking(world.partner(), move));
    expect(refusal).toMatchObject({ code: 'SLOT_TAKEN', details: { warnings: ['buffer'] } });
    const dry = await world.useCases.rescheduleBooking(world.partner({ dryRun: true }), { ...move, override: true });
    expect(dry.data.warnings).toEqual(['buffer']);
    const { data } = await world.useCases.rescheduleBooking(world.partner(), { ...move, override: true });
    expect([data.start, data.warnings]).toEqual([at('11:00'), ['buffer']]);
    expect(stored(id).history.at(-1)?.overridden).toEqual(['buffer']);
    const raw = world.useCases.rescheduleBooking(world.partner(), { id, start: at('10:30'), override: true });
    expect((await refusalOf(raw)).code).toBe('SLOT_TAKEN');
  });

  it('R16 moves what is over above the capacity, to the lowest number there', async () => {
    const { world, coach, book, stored } = await given({ capacity: 1 });
    const { id } = await book(at('09:00', '2026-04-13'));
    await world.drain();
    world.passTime(3 * 3_600_000);
    await book(at('12:00'));
    await world.drain();
    const move = (more: object = {}, context = world.partner()) =>
      world.useCases.rescheduleBooking(context, { id, start: at('14:00'), ...more });
    const dryRun = world.partner({ dryRun: true });
    for (const context of [world.partner(), dryRun])
      expect(await refusalOf(move({}, context))).toMatchObject({
        code: 'CAPACITY_FULL',
        details: { warnings: ['capacity'] },
      });
    expect((await move({ override: true }, dryRun)).data).toMatchObject({ placeNumber: 2, warnings: ['capacity'] });
    expect((await move({ override: true })).data).toMatchObject({ placeNumber: 2, warnings: ['capacity'] });
    await world.drain();
    expect(stored(id).history.at(-1)).toMatchObject({ type: 'rescheduled', overridden: ['capacity'] });
    expect(await world.deps.ledgers.placesOf(`${coach.id}:places`)).toContainEqual(
      expect.objectContaining({ place: 2, settled: true, until: Date.parse(at('15:00')) }),
    );
  });

  it('R17 moves what is over to a time behind now, though the coach is full by now', async () => {
    const { world, book } = await given({ capacity: 1 });
    const { id } = await book(at('09:00', '2026-04-13'));
    world.passTime(4 * 3_600_000);
    await book(at('12:00'));
    const { data } = await world.useCases.rescheduleBooking(world.partner(), {
      id,
      start: at('10:00', '2026-04-13'),
      override: true,
    });
    expect(data).toMatchObject({ start: at('10:00', '2026-04-13'), warnings: ['past'] });
  });

  it('lets the coach side override a buffer, and no attendee who moves', async () => {
    const { world, book } = await given(buffered);
    const { id, manageToken } = await book(at('14:00'));
    const moved = world.useCases.rescheduleBooking(world.guest(manageToken), {
      id,
      start: at('19:00'),
      override: true,
    });
    expect((await refusalOf(moved)).code).toBe('NOT_PERMITTED_FIELD');
  });
});

describe('R17 a session that the coach side books behind now', () => {
  const past = at('06:00', '2026-04-13');

  it('takes no place and tells nobody, unless that is wished for', async () => {
    const { book, stored } = await given({ capacity: 1 });
    const booked = await book(past, { override: true });
    expect(booked.placeNumber).toBeUndefined();
    expect(stored(booked.id).outbox[0]?.data.notify).toBe(false);
    const notified = await book(at('04:00', '2026-04-13'), { override: true, notify: true });
    expect(stored(notified.id).outbox[0]?.data.notify).toBe(true);
    expect((await book(at('10:00'))).placeNumber).toBe(1);
  });

  it('notifies the client of no move behind now either', async () => {
    const { world, book, stored } = await given();
    const { id } = await book(at('10:00'));
    await world.useCases.rescheduleBooking(world.partner(), { id, start: past, override: true });
    expect(stored(id).outbox.at(-1)?.data).toMatchObject({ notify: false, start: Date.parse(past) });
  });
});
