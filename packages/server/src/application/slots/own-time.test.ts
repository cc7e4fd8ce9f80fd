import { describe, expect, it } from 'vitest';
import { ANA, createWorld, everyDay, givenCoach, refusalOf } from '../../../test/application/world.ts';

const DAY = '2026-04-14';
const at = (time: string) => `${DAY}T${time}:00Z`;
const BOB = { ...ANA, name: 'Bob', email: 'bob@example.com' };

const given = async (overrides: Parameters<typeof givenCoach>[1] = {}) => {
  const world = createWorld();
  const coach = await givenCoach(world, {
    schedule: { workingHours: everyDay('09:00', '17:00'), slotInterval: 15 },
    ...overrides,
  });
  const book = async (start: string, attendee = ANA) =>
    (
      await world.useCases.createBooking(world.visitor(), {
        coachId: coach.id,
        serviceId: coach.serviceId!,
        start: at(start),
        attendee,
      })
    ).data;
  const list = async (context = world.visitor(), more: object = {}) =>
    (await world.useCases.listSlots(context, { coach: coach.slug, from: DAY, to: DAY, ...more })).data;
  const startsFor = async (booking: { id: string; manageToken?: string }) =>
    (await list(world.guest(booking.manageToken), { forBooking: booking.id })).slots.map(({ start }) => start);
  return { world, coach, book, list, startsFor };
};

describe('the slots to which a booking can be moved (R4)', () => {
  it('V05 includes the starts that the booking’s own time covers', async () => {
    const { world, book, startsFor } = await given();
    const booking = await book('11:30');
    const starts = await startsFor(booking);
    for (const time of ['10:45', '11:00', '11:15', '11:45', '12:00', '12:15']) expect(starts).toContain(at(time));
    const { data } = await world.useCases.rescheduleBooking(world.guest(booking.manageToken), {
      id: booking.id,
      start: at('11:45'),
    });
    expect(data.start).toBe(at('11:45'));
  });

  it('V05 includes them for one date, too, with their statuses', async () => {
    const { world, coach, book } = await given();
    const { id, manageToken } = await book('11:30');
    const ask = { coach: coach.id, date: DAY };
    const { data: others } = await world.useCases.getDaySchedule(world.visitor(), ask);
    const { data: own } = await world.useCases.getDaySchedule(world.guest(manageToken), { ...ask, forBooking: id });
    const statusAt = (slots: typeof own.slots, time: string) => slots.find(({ start }) => start === at(time))?.status;
    expect([statusAt(others.slots, '11:45'), statusAt(own.slots, '11:45')]).toEqual(['booked', 'available']);
  });

  it('V06 lists slots as long as the booking, however its service has changed', async () => {
    const { world, coach, book, list, startsFor } = await given();
    const booking = await book('09:00');
    await world.useCases.updateService(world.partner(), { coach: coach.id, id: coach.serviceId!, duration: 30 });
    await book('13:30', BOB);
    const starts = await startsFor(booking);
    expect(starts).not.toContain(at('13:00'));
    expect(starts).toContain(at('12:30'));
    const { slots, service } = await list(world.guest(booking.manageToken), { forBooking: booking.id });
    expect([slots[0]?.end, service?.duration, service?.price]).toEqual([at('10:00'), 60, booking.price]);
  });

  it('V07 lists slots for a service that is no longer offered, under its old name', async () => {
    const { world, coach, book, list } = await given();
    const booking = await book('09:00');
    await world.useCases.updateService(world.partner(), { coach: coach.id, id: coach.serviceId!, title: 'Gone' });
    await world.useCases.deleteService(world.partner(), { coach: coach.id, id: coach.serviceId! });
    const found = await list(world.guest(booking.manageToken), { forBooking: booking.id });
    expect(found.slots.map(({ start }) => start)).toContain(at('09:15'));
    expect(found.service).toMatchObject({ id: coach.serviceId, title: 'Strength session', duration: 60 });
  });

  it('lists slots though all places are taken, one of them by the booking', async () => {
    const { book, list, startsFor } = await given({ capacity: 1 });
    const booking = await book('09:00');
    expect((await list()).reason).toBe('capacity');
    expect(await startsFor(booking)).toContain(at('15:00'));
  });

  it('excludes what the member of staff who runs the booking has taken', async () => {
    const { world, coach, book, startsFor } = await given();
    const { data: jane } = await world.useCases.createStaff(world.partner(), { coach: coach.id, name: 'Jane Smith' });
    const booking = await book('09:00');
    await world.useCases.updateBooking(world.partner(), { id: booking.id, staffId: jane.id });
    const before = await startsFor(booking);
    const other = await book('14:00', BOB);
    await world.useCases.updateBooking(world.partner(), { id: other.id, staffId: jane.id });
    expect(before).toContain(at('14:30'));
    expect(await startsFor(booking)).not.toContain(at('14:30'));
  });

  it('returns own slots to callers who may move the booking, and reveals nothing to others', async () => {
    const { world, coach, book, list } = await given();
    const mine = await book('09:00');
    const yours = await book('11:00', BOB);
    for (const context of [world.visitor(), world.guest(yours.manageToken)])
      expect((await refusalOf(list(context, { forBooking: mine.id }))).code).toBe('BOOKING_NOT_FOUND');
    const coachs = world.person({ userId: 'u1', role: 'coach', coachId: coach.id });
    for (const context of [world.partner(), { ...coachs, reach: 'open' as const }])
      expect((await list(context, { forBooking: mine.id })).slots[0]?.start).toBe(at('09:00'));
  });

  it('refuses own slots for another coach than the booking’s', async () => {
    const { world, book } = await given();
    const booking = await book('09:00');
    const other = await givenCoach(world, { name: 'Coach B' });
    const asked = world.useCases.listSlots(world.guest(booking.manageToken), {
      coach: other.id,
      from: DAY,
      to: DAY,
      forBooking: booking.id,
    });
    expect((await refusalOf(asked)).code).toBe('BOOKING_NOT_FOUND');
  });

  it('lists no slots for an inactive coach, which is the reason', async () => {
    const { world, coach, book, list } = await given();
    const booking = await book('09:00');
    await world.useCases.updateCoach(world.partner(), { coach: coach.id, active: false });
    for (const [context, more] of [
      [world.guest(booking.manageToken), { forBooking: booking.id }],
      [world.partner(), {}],
    ] as const)
      expect(await list(context, more)).toMatchObject({ slots: [], days: [], nextAvailable: null, reason: 'inactive' });
  });
});

describe('the slots for the holder of a hold (R4)', () => {
  const hold = async ({ world, coach }: Awaited<ReturnType<typeof given>>, start: string) =>
    (
      await world.useCases.createHold(world.visitor(), {
        coachId: coach.id,
        serviceId: coach.serviceId!,
        start: at(start),
      })
    ).data.holdToken;

  it('includes the starts that the hold takes', async () => {
    const setting = await given();
    const holdToken = await hold(setting, '11:30');
    const startsWith = async (more: object) =>
      (await setting.list(setting.world.visitor(), more)).slots.map(({ start }) => start);
    expect(await startsWith({})).not.toContain(at('11:30'));
    expect(await startsWith({ holdToken })).toEqual(expect.arrayContaining([at('11:15'), at('11:30'), at('12:00')]));
  });

  it('lists the general slots for a token that proves nothing', async () => {
    const setting = await given();
    await hold(setting, '11:30');
    const { slots } = await setting.list(setting.world.visitor(), { holdToken: 'nonsense' });
    expect(slots).toEqual((await setting.list()).slots);
  });
});
