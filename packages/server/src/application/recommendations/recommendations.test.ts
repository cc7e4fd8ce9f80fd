import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '@coach-booking/time/units';
import { asCoach } from '../../../test/application/given-client.ts';
import {
  ANA,
  createWorld,
  everyDay,
  givenCoach,
  NOW,
  PARTNER,
  refusalOf,
  type World,
} from '../../../test/application/world.ts';
import { createUseCases } from '../create-use-cases.ts';

const DAY = '2026-04-14';
const at = (time: string, date = DAY) => `${date}T${time}:00Z`;
const SCOPE = { partnerId: PARTNER, mode: 'test' } as const;
const RANGE = { from: DAY, to: DAY };

describe('recommended slots', () => {
  let world: World;
  let coach: Awaited<ReturnType<typeof givenCoach>>;
  beforeEach(async () => {
    world = createWorld();
    coach = await givenCoach(world, {
      schedule: { workingHours: everyDay('06:00', '22:00'), slotInterval: 60, bookingWindow: 60 },
    });
  });
  const recommend = async (more: object = {}, context = asCoach(world, coach)) =>
    (await world.useCases.recommendSlots(context, { coach: coach.id, ...RANGE, limit: 100, ...more })).data;
  const list = async (useCases = world.useCases, context = world.visitor()) =>
    (await useCases.listSlots(context, { coach: coach.id, ...RANGE, include: 'coach' })).data.slots;
  const book = async (start: string, more: object = {}) =>
    (
      await world.useCases.createBooking(world.visitor(), {
        coachId: coach.id,
        serviceId: coach.serviceId!,
        start,
        attendee: ANA,
        ...more,
      })
    ).data;
  const drain = () => world.useCases.runDue(world.partner(), {});
  const countsAt = async (hour: number) => {
    const { hours, partner } = await world.deps.hourCounts.of(SCOPE, coach.id, NOW);
    return { hour: hours.find((each) => each.hour === hour), partner };
  };

  it('returns all free slots, each with reasons that add up, to the coach side', async () => {
    const recommended = await recommend();
    expect(recommended.map(({ start }) => start).sort()).toEqual((await list()).map(({ start }) => start));
    for (const { score, reasons, expectedOutcome } of recommended) {
      expect(reasons!.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score!, 9);
      expect(expectedOutcome).toBe('unknown');
    }
    expect(recommended.map(({ score }) => score!)).toEqual(
      recommended.map(({ score }) => score!).sort((a, b) => b - a),
    );
  });

  it('shows visitors, and coaches who visit another, the order and no more', async () => {
    const other = await givenCoach(world, { name: 'Other' });
    for (const context of [world.visitor(), asCoach(world, other)]) {
      const recommended = await recommend({ limit: 3 }, context);
      expect(recommended.map((each) => Object.keys(each))).toEqual(Array(3).fill(['start', 'end']));
      expect((await refusalOf(recommend({ leadId: coach.id }, context))).code).toBe('NOT_PERMITTED_FIELD');
    }
  });

  it('ranks slots beside another session first', async () => {
    await book(at('15:00'));
    const [first, second] = await recommend();
    expect([first!.start, second!.start].sort()).toEqual([at('14:00'), at('16:00')]);
    expect(first!.reasons!.map(({ code }) => code)).toContain('gap');
  });

  it('ranks hours that the coach prefers first', async () => {
    const preferredHours = [{ dayOfWeek: 2, start: '20:00', end: '21:00' }];
    const { data } = await world.useCases.updateSuggestions(asCoach(world, coach), { coach: 'me', preferredHours });
    expect(data).toMatchObject({ preferredHours, weights: { conversion: 35, preference: 10 }, showInWidget: false });
    expect((await world.useCases.getSuggestions(asCoach(world, coach), { coach: 'me' })).data).toEqual(data);
    expect((await recommend())[0]).toMatchObject({ start: at('20:00') });
  });

  it('has visitors see whether the widget shows recommended slots, and not by what they are recommended', async () => {
    const seen = async () => (await world.useCases.getCoach(world.visitor(), { coach: coach.id })).data;
    expect(await seen()).not.toHaveProperty('showSuggestions');
    const { data } = await world.useCases.updateSuggestions(asCoach(world, coach), { coach: 'me', showInWidget: true });
    expect(data.showInWidget).toBe(true);
    expect(await seen()).toMatchObject({ showSuggestions: true });
    expect(await seen()).not.toHaveProperty('suggestions');
  });

  it('rejects preferred hours that are none, by the field', async () => {
    const preferredHours = [{ dayOfWeek: 2, start: '20:00', end: '20:00' }];
    const input = { coach: 'me', preferredHours };
    const { code, details } = await refusalOf(world.useCases.updateSuggestions(asCoach(world, coach), input));
    expect([code, details]).toMatchObject(['INVALID_REQUEST', { problems: [{ path: 'preferredHours[0].end' }] }]);
  });

  it('ranks the hours of a lead higher, and waking hours where the lead is', async () => {
    await book(at('21:00', '2026-04-16'), { timeZone: 'Europe/Berlin' });
    const lead = (await world.useCases.listLeads(asCoach(world, coach), { coach: 'me' })).data[0]!;
    const range = { from: '2026-04-21', to: '2026-04-21' };
    const scoreOf = async (start: string, more: object) =>
      (await recommend({ ...range, ...more }))
        .find((each) => each.start === start)!
        .reasons!.find(({ code }) => code === 'lead_hours')?.contribution;
    const start = at('21:00', '2026-04-21');
    expect(await scoreOf(start, {})).toBeUndefined();
    expect(await scoreOf(start, { leadId: lead.id })).toBeGreaterThan(0);
    expect(await scoreOf(start, { timeZone: 'America/New_York' })).toBeGreaterThan(0);
    const stranger = await givenCoach(world, { name: 'Other' });
    const theirs = world.useCases.recommendSlots(asCoach(world, stranger), { coach: 'me', ...RANGE, leadId: lead.id });
    expect((await refusalOf(theirs)).code).toBe('LEAD_NOT_FOUND');
  });

  it('counts one visit in ten of a widget for all ten, by hour and once each', async () => {
    const counting = createUseCases({ ...world.deps, chance: () => 0.09 });
    await list(counting);
    await list(counting, asCoach(world, coach));
    await list(createUseCases({ ...world.deps, chance: () => 0.1 }));
    await world.settleDown();
    const { hour, partner } = await countsAt(9);
    expect(hour).toMatchObject({ shown: 10, booked: 0 });
    expect(partner.shown).toBe(160);
  });

  it('counts what visitors choose, book and come to, and takes back what was a slip', async () => {
    const hold = { coachId: coach.id, serviceId: coach.serviceId!, start: at('09:00') };
    await world.useCases.createHold(world.visitor(), hold);
    const { id } = await book(at('10:00'));
    await drain();
    expect((await countsAt(9)).hour).toMatchObject({ picked: 1 });
    expect((await countsAt(10)).hour).toMatchObject({ booked: 1, completed: 0 });
    world.passTime(2 * 24 * HOUR);
    const coachSide = () => asCoach(world, coach);
    const { data } = await world.useCases.completeBooking(coachSide(), { id });
    await drain();
    expect((await countsAt(10)).hour!.completed).toBeCloseTo(1, 1);
    await world.useCases.undoBooking(coachSide(), { id, version: data.version });
    await drain();
    expect((await countsAt(10)).hour!.completed).toBeCloseTo(0, 9);
  });

  it('expects an outcome once enough visitors were counted', async () => {
    const { hourCounts } = world.deps;
    const [nine, ten] = [9, 10].map((hour) => ({ weekday: 2, hour }) as const);
    const change = { at: NOW };
    await hourCounts.add(SCOPE, coach.id, [nine!, ten!], { ...change, count: 'shown', by: 500 });
    await hourCounts.add(SCOPE, coach.id, [ten!], { ...change, count: 'booked', by: 100 });
    const recommended = await recommend();
    const outcomeAt = (time: string) => recommended.find(({ start }) => start === at(time))!.expectedOutcome;
    expect([outcomeAt('09:00'), outcomeAt('10:00'), outcomeAt('18:00')]).toEqual(['low', 'high', 'unknown']);
    expect(recommended[0]!.start).toBe(at('10:00'));
    expect(recommended[0]!.confidence).toBeGreaterThan(0.15);
  });
});
