import { describe, expect, it } from 'vitest';
import { parseInstant } from '@coach-booking/time/instant';
import type { Booking } from '../../domain/booking/booking.ts';
import type { InputOf } from '../kernel/contract.ts';
import { ANA, createWorld, everyDay, givenCoach, refusalOf } from '../../../test/application/world.ts';

const given = async (timeZone = 'America/New_York') => {
  const world = createWorld();
  const { id: coach, serviceId } = await givenCoach(world, {
    timeZone,
    schedule: { workingHours: everyDay('00:00', '24:00'), slotInterval: 30 },
  });
  const book = async (start: string, fields: Partial<Booking> = {}) => {
    const bookingInput = { coachId: coach, serviceId: serviceId!, start, attendee: ANA };
    const { id } = (await world.useCases.createBooking(world.partner(), bookingInput)).data;
    const stored = world.state.bookings.get(id)!;
    if (stored.kind === 'booking') world.state.bookings.set(id, { ...stored, ...fields });
    return id;
  };
  const stats = async (input: Omit<InputOf<'getStats'>, 'coach'> = {}) =>
    (await world.useCases.getStats(world.partner(), { coach, ...input })).data;
  return { world, coach, book, stats };
};

describe('the statistics of a coach', () => {
  it('counts sessions that start in the period in the coach’s zone, with all their parts', async () => {
    const { world, coach, book, stats } = await given();
    // In New York: Tuesday the 14th 20:00, Tuesday 23:00, and Wednesday 00:00, which is past the period.
    await book('2026-04-15T00:00:00Z', { status: 'completed' });
    await book('2026-04-15T03:00:00Z', {
      status: 'cancelled',
      price: { amount: 100, currency: 'USD' },
      locationKind: 'in_person',
    });
    await book('2026-04-15T04:00:00Z');
    await book('2026-04-13T16:00:00Z');
    await world.useCases.updateCoach(world.partner(), { coach, capacity: 9 });
    await world.useCases.createBooking(world.partner(), { coachId: coach, placeNumber: 9, attendee: ANA });
    expect(await stats({ from: '2026-04-14', to: '2026-04-14' })).toEqual({
      period: { from: '2026-04-14', to: '2026-04-14', days: 1, timeZone: 'America/New_York' },
      summary: {
        ...{ total: 2, completed: 1, cancelled: 1, expired: 0, noShow: 0, upcoming: 0 },
        ...{ completionRate: 50, cancellationRate: 50, noShowRate: 0 },
      },
      byStatus: [
        { status: 'completed', count: 1, percentage: 50 },
        { status: 'cancelled', count: 1, percentage: 50 },
      ],
      byType: [
        { type: 'online', count: 1, percentage: 50 },
        { type: 'in_person', count: 1, percentage: 50 },
      ],
      byDuration: [{ duration: 60, count: 2, percentage: 100 }],
      byHour: [
        { dayOfWeek: 2, hour: 20, count: 1 },
        { dayOfWeek: 2, hour: 23, count: 1 },
      ],
      utilisation: { openMinutes: 1440, bookedMinutes: 60, rate: 4.2 },
      trends: { weeklyAverage: 14, growth: 100, busiestDay: 2, busiestHour: 20, daysAhead: 1.7 },
      revenue: {
        ...{ currency: 'EUR', total: 7500, average: 7500, completed: 7500, lost: 0, discount: 0 },
        byCurrency: [
          { currency: 'EUR', total: 7500, average: 7500, completed: 7500, lost: 0, discount: 0 },
          { currency: 'USD', total: 100, average: 100, completed: 0, lost: 100, discount: 0 },
        ],
      },
    });
  });

  it.each<[string, Omit<InputOf<'getStats'>, 'coach'>, string, string, number]>([
    ['the last thirty days with today', {}, '2026-03-15', '2026-04-13', 30],
    ['the last so many', { period: 7 }, '2026-04-07', '2026-04-13', 7],
    ['two years', { period: 731 }, '2024-04-13', '2026-04-13', 731],
    ['from a date to today', { from: '2026-04-01' }, '2026-04-01', '2026-04-13', 13],
    [
      'two dates, of which days do not count',
      { from: '2026-01-01', to: '2026-01-31', period: 30 },
      '2026-01-01',
      '2026-01-31',
      31,
    ],
    ['dates to come', { from: '2026-05-01', to: '2026-05-02' }, '2026-05-01', '2026-05-02', 2],
  ])('covers %s', async (_, input, from, to, days) => {
    const { stats } = await given();
    expect((await stats(input)).period).toEqual({ from, to, days, timeZone: 'America/New_York' });
  });

  it('counts future sessions by the clock of the request', async () => {
    const { world, coach, book, stats } = await given('UTC');
    await book('2026-04-13T12:00:00Z');
    await book('2026-04-13T18:00:00Z');
    expect((await stats()).summary).toMatchObject({ total: 2, upcoming: 2 });
    const later = world.partner({ now: parseInstant('2026-04-13T12:00:00Z') });
    expect((await world.useCases.getStats(later, { coach })).data.summary).toMatchObject({ total: 2, upcoming: 1 });
  });

  it('compares with as many days before', async () => {
    const { book, stats } = await given('UTC');
    for (const day of [14, 15, 16, 17, 18]) await book(`2026-04-${day}T12:00:00Z`);
    expect((await stats({ from: '2026-04-17', to: '2026-04-19' })).trends.growth).toBe(-33.3);
    expect((await stats({ from: '2026-04-14', to: '2026-04-18' })).trends.growth).toBeNull();
  });

  it('api 15: ends with `to` and covers the default or given period where `from` is absent', async () => {
    const { book, stats } = await given('UTC');
    for (const day of [14, 16, 18]) await book(`2026-04-${day}T12:00:00Z`);
    const total = async (input: object) => (await stats(input)).summary.total;
    expect(await total({ to: '2026-04-16' })).toBe(2);
    expect(await total({ to: '2026-04-16', period: 2 })).toBe(1);
    expect(await total({ to: '2026-05-15' })).toBe(2);
  });

  it('returns zeros in the coach’s currency for an empty period', async () => {
    const { stats } = await given();
    const { summary, revenue, byStatus } = await stats();
    expect([summary.total, byStatus, revenue.currency, revenue.total]).toEqual([0, [], 'EUR', 0]);
  });

  it.each<[Omit<InputOf<'getStats'>, 'coach'>, string]>([
    [{ from: '2026-04-02', to: '2026-04-01' }, 'RANGE_INVALID'],
    [{ from: '2026-04-14' }, 'RANGE_INVALID'],
    [{ from: '2024-04-12', to: '2026-04-13' }, 'RANGE_TOO_LONG'],
    [{ from: '0000-06-01', to: '0000-06-02' }, 'RANGE_INVALID'],
    [{ from: '9999-06-01', to: '9999-06-02' }, 'RANGE_INVALID'],
  ])('refuses %j with %s', async (input, code) => {
    const { stats } = await given();
    expect((await refusalOf(stats(input))).code).toBe(code);
  });

  it('closes statistics to others', async () => {
    const { world, coach } = await given();
    const otherPartner = world.partner({ caller: { ...world.partner().caller, partnerId: 'b'.repeat(24) } });
    expect((await refusalOf(world.useCases.getStats(otherPartner, { coach }))).code).toBe('COACH_NOT_FOUND');
  });
});
