import { beforeEach, describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import type { InputOf } from '../kernel/contract.ts';
import { ANA, createWorld, everyDay, givenCoach, NOW, refusalOf, type World } from '../../../test/application/world.ts';

const TODAY = { from: '2026-04-13', to: '2026-04-13' };

describe('the way from a visit to a booking', () => {
  let world: World;
  let coach: Awaited<ReturnType<typeof givenCoach>>;
  beforeEach(async () => {
    world = createWorld();
    coach = await givenCoach(world, { schedule: { workingHours: everyDay('06:00', '22:00'), bookingWindow: 60 } });
  });
  const count = async (step: Omit<InputOf<'countVisit'>, 'coach'>, context = world.visitor()) => {
    const { data } = await world.useCases.countVisit(context, { coach: coach.id, ...step });
    await world.drain();
    return data;
  };
  const viewed = (source?: string) => ({
    step: 'viewed' as const,
    isFirst: true,
    serviceId: coach.serviceId!,
    ...(source !== undefined && { source }),
  });
  const book = async (start: string, more: Partial<InputOf<'createBooking'>> = {}, context = world.visitor()) => {
    const of = { coachId: coach.id, serviceId: coach.serviceId!, start, attendee: ANA };
    await world.useCases.createBooking(context, { ...of, ...more });
    await world.useCases.runDue(world.partner(), {});
  };
  const conversion = async (more: Partial<InputOf<'getConversion'>> = {}, context = world.partner()) =>
    (await world.useCases.getConversion(context, { coach: coach.id, ...TODAY, ...more })).data;

  it('counts visits, times chosen and bookings by service, source and day', async () => {
    for (const source of ['Letter', 'letter', undefined]) await count(viewed(source));
    await count({ step: 'chosen', serviceId: coach.serviceId!, source: 'letter' });
    await book('2026-04-14T09:00:00Z', { utm: { source: 'letter' } });
    await book('2026-04-14T12:00:00Z', { attendee: { ...ANA, email: 'bo@example.com' } });
    const { total, rows, period } = await conversion({ groupBy: 'source' });
    expect(period).toMatchObject({ ...TODAY, days: 1 });
    expect(total).toEqual({ views: 3, chosen: 1, bookings: 2, chosenRate: 33.3, rate: 66.7 });
    expect(rows).toEqual([
      { key: 'letter', views: 2, chosen: 1, bookings: 1, chosenRate: 50, rate: 50 },
      { key: 'direct', views: 1, chosen: 0, bookings: 1, chosenRate: 0, rate: 100 },
    ]);
    expect((await conversion()).rows).toMatchObject([
      { key: coach.serviceId, name: expect.any(String), coachId: coach.id, views: 3, bookings: 2 },
    ]);
    expect((await conversion({ groupBy: 'day' })).rows).toMatchObject([{ key: '2026-04-13', views: 3 }]);
    expect((await conversion({ groupBy: 'coach' })).rows).toMatchObject([{ key: coach.id, name: 'Coach A' }]);
  });

  it('counts a visit once, however many services it looks at, and none before one is chosen', async () => {
    await count({ step: 'viewed', isFirst: true });
    expect((await conversion()).rows).toEqual([]);
    await count({ step: 'viewed', serviceId: coach.serviceId! });
    const { total, rows } = await conversion();
    expect(total).toMatchObject({ views: 1, rate: 0 });
    expect(rows).toMatchObject([{ views: 1, bookings: 0, rate: 0 }]);
  });

  it('counts no booking by the coach side', async () => {
    await book('2026-04-14T09:00:00Z', { attendee: { ...ANA, email: 'cy@example.com' } }, world.partner());
    const { total, rows } = await conversion();
    expect([total, rows]).toEqual([{ views: 0, chosen: 0, bookings: 0, chosenRate: null, rate: null }, []]);
  });

  it('counts by the day of the coach', async () => {
    await world.useCases.patchSchedule(world.partner(), { coach: coach.id, timeZone: 'Pacific/Auckland' });
    await count(viewed(), world.visitor({ now: plus(NOW, 5 * HOUR) }));
    expect((await conversion({ groupBy: 'day', to: '2026-04-14' })).rows).toMatchObject([{ key: '2026-04-14' }]);
  });

  it('stores nothing of an address in the source, and nothing after a dry run', async () => {
    await count(viewed('ana@example.com'));
    expect(JSON.stringify([...world.state.funnelCounts])).not.toContain('ana');
    expect(await count(viewed(), world.visitor({ dryRun: true }))).toEqual({ counted: false });
    expect((await conversion({ groupBy: 'source' })).rows).toMatchObject([{ key: 'other', views: 1 }]);
  });

  it('refuses a service that the coach does not offer, and an unknown coach', async () => {
    const refused = (input: InputOf<'countVisit'>) => refusalOf(world.useCases.countVisit(world.visitor(), input));
    expect((await refused({ coach: coach.id, step: 'viewed', serviceId: 'f'.repeat(24) })).code).toBe(
      'SERVICE_NOT_FOUND',
    );
    expect((await refused({ coach: 'f'.repeat(24), step: 'viewed' })).code).toBe('COACH_NOT_FOUND');
  });

  it('sums all coaches of a partner, each by their own clock', async () => {
    const second = await givenCoach(world, { name: 'Coach B' });
    await count(viewed('letter'));
    await world.useCases.countVisit(world.visitor(), { coach: second.coachId, step: 'viewed', isFirst: true });
    await world.drain();
    const { data } = await world.useCases.getPartnerConversion(world.partner(), TODAY);
    expect(data).toMatchObject({ groupBy: 'coach', total: { views: 2 }, period: TODAY });
    expect(data.period.timeZone).toBeUndefined();
    expect(data.rows.map(({ name }) => name).sort()).toEqual(['Coach A', 'Coach B']);
    const others = world.partner({ caller: { ...world.partner().caller, mode: 'live' } });
    expect((await world.useCases.getPartnerConversion(others, TODAY)).data.rows).toEqual([]);
  });

  it('keeps the figures of an erased person, and not the source by which they came alone', async () => {
    await count(viewed('ana-only'));
    await book('2026-04-14T09:00:00Z', { utm: { source: 'ana-only' } });
    const before = (await conversion()).total;
    await world.useCases.erasePerson(world.partner(), { email: ANA.email });
    const { total, rows } = await conversion({ groupBy: 'source' });
    expect(total).toEqual(before);
    expect(rows).toMatchObject([{ key: 'other', views: 1, bookings: 1 }]);
  });

  it('shows a funnel of recovery, with no rate as long as there is nothing', async () => {
    const { data } = await world.useCases.getRecoveryFunnel(world.partner(), { coach: coach.id, ...TODAY });
    const nothing = { captured: 0, abandoned: 0, sent: 0, recovered: 0, withdrawn: 0 };
    expect(data).toMatchObject({ ...nothing, abandonmentRate: null, recoveryRate: null });
    expect(data.period).toMatchObject({ ...TODAY, days: 1, timeZone: 'UTC' });
  });

  it('shows the last thirty days by default, and at most two years', async () => {
    await count(viewed());
    const later = world.partner({ now: plus(NOW, 29 * DAY) });
    const all = { coach: coach.id };
    expect((await world.useCases.getConversion(later, all)).data.total.views).toBe(1);
    const month = world.partner({ now: plus(NOW, 30 * DAY) });
    expect((await world.useCases.getConversion(month, all)).data.total.views).toBe(0);
    const refused = await refusalOf(world.useCases.getConversion(later, { ...all, from: '2020-01-01' }));
    expect(refused.code).toBe('RANGE_TOO_LONG');
  });
});
