import { beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '@coach-booking/time/units';
import { asCoach } from '../../../test/application/given-client.ts';
import { ANA, createWorld, everyDay, givenCoach, NOW, PARTNER, type World } from '../../../test/application/world.ts';
import { addBins, inBin } from '../../domain/recommend/reliability.ts';
import { createUseCases } from '../create-use-cases.ts';
import { calibrationWork } from '../hour-counts/calibrate.ts';

const SCOPE = { partnerId: PARTNER, mode: 'test' } as const;
const RANGE = { from: '2026-04-14', to: '2026-04-14' };

describe('the reliability of confidences', () => {
  let world: World;
  let coach: Awaited<ReturnType<typeof givenCoach>>;
  beforeEach(async () => {
    world = createWorld();
    coach = await givenCoach(world, {
      schedule: { workingHours: everyDay('09:00', '12:00'), slotInterval: 60, bookingWindow: 60 },
    });
  });
  const reliability = async () => (await world.useCases.getReliability(asCoach(world, coach), { coach: 'me' })).data;
  const recommend = async () =>
    (await world.useCases.recommendSlots(asCoach(world, coach), { coach: 'me', ...RANGE })).data;
  const runDue = () => world.useCases.runDue(world.partner(), {});
  const visit = async () => {
    const counting = createUseCases({ ...world.deps, chance: () => 0 });
    await counting.listSlots(world.visitor(), { coach: coach.id, ...RANGE, include: 'coach' });
    await world.settleDown();
  };
  const book = async () => {
    const start = '2026-04-14T10:00:00Z';
    const booking = { coachId: coach.id, serviceId: coach.serviceId!, start, attendee: ANA };
    await world.useCases.createBooking(world.visitor(), booking);
    await runDue();
  };
  /** So many visits to slots that are expected to be booked by 5 %, and are booked by a half. */
  const givenTooLow = (mode: 'test' | 'live', visits: number) => {
    const half = { booked: visits / 2, bookedPredicted: (visits / 2) * 0.05 };
    const shown = { shown: visits, predicted: visits * 0.05, squares: visits * 0.05 ** 2 };
    return world.deps.reliability.add({ ...SCOPE, mode }, inBin(0.05, { ...shown, ...half }), NOW);
  };

  it('has no numbers before the first visit', async () => {
    expect(await reliability()).toMatchObject({
      brier: null,
      calibrationError: null,
      observations: 0,
      scaled: false,
      calibratedAt: null,
    });
  });

  it('compares what was expected of each hour shown with what was booked', async () => {
    await visit();
    await book();
    const { bins, observations, brier, calibrationError } = await reliability();
    expect(observations).toBe(30);
    const [first] = bins;
    expect(first).toMatchObject({ from: 0, to: 0.1, count: 30 });
    expect(first!.observed).toBeCloseTo(1 / 30, 3);
    expect(first!.predicted).toBeGreaterThan(0);
    expect(calibrationError).toBeCloseTo(Math.abs(first!.predicted! - first!.observed!), 3);
    expect(brier).toBeGreaterThan(0);
  });

  it('scales confidences after a week in which they did not come true, and changes neither order nor reasons', async () => {
    await givenTooLow('test', 400);
    const before = await recommend();
    await runDue();
    expect(await recommend()).toEqual(before);
    world.passTime(7 * DAY);
    await runDue();
    expect(await reliability()).toMatchObject({ scaled: true, calibratedAt: expect.any(String) as unknown });
    world.passTime(-7 * DAY);
    const after = await recommend();
    const without = (all: Awaited<ReturnType<typeof recommend>>) => all.map(({ confidence: _, ...rest }) => rest);
    expect(without(after)).toEqual(without(before));
    for (const [i, { confidence }] of after.entries()) expect(confidence).toBeGreaterThan(before[i]!.confidence!);
  });

  it('leaves confidences as they are after few visits', async () => {
    await givenTooLow('test', 200);
    world.passTime(7 * DAY);
    await runDue();
    expect(await reliability()).toMatchObject({ scaled: false, calibratedAt: expect.any(String) as unknown });
  });

  it('is computed by a test run for test mode alone, and by the loop for live mode alone (R11)', async () => {
    const { deps } = world;
    await givenTooLow('test', 400);
    await givenTooLow('live', 400);
    world.passTime(8 * DAY);
    const calibrationOf = async (mode: 'test' | 'live') =>
      (await deps.reliability.of({ ...SCOPE, mode }, NOW)).calibration;
    await calibrationWork(deps, () => true);
    expect(await calibrationOf('live')).toBeNull();
    await runDue();
    expect(await calibrationOf('live')).toBeNull();
    const test = await calibrationOf('test');
    world.passTime(8 * DAY);
    await calibrationWork({ ...deps, realNow: () => world.partner().now }, () => false);
    expect((await calibrationOf('live'))?.steps).not.toBeNull();
    expect(await calibrationOf('test')).toEqual(test);
  });

  it('is of the partner in whole, and names no one', async () => {
    await visit();
    const other = await givenCoach(world, { name: 'Other' });
    const { data } = await world.useCases.getReliability(asCoach(world, other), { coach: 'me' });
    expect(data).toEqual(await reliability());
    expect(addBins([]).length).toBe(data.bins.length);
  });
});
