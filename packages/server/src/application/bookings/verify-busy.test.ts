import { beforeEach, describe, expect, it } from 'vitest';
import { parseInstant, type Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';
import { MINUTE, SECOND } from '@coach-booking/time/units';
import { aSource } from '../../../test/stores/calendar-sources-suite.ts';
import {
  ANA,
  createWorld,
  everyDay,
  givenCoach,
  PARTNER,
  refusalOf,
  type World,
} from '../../../test/application/world.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { BusyAnswer, BusyCheck, BusyQuestion } from '../ports/busy-check.ts';

const at = (time: string) => `2026-04-14T${time}:00Z`;

/** The provider's answer to the next questions. */
let answer: (question: BusyQuestion) => Promise<BusyAnswer>;
/** The questions that reached it. */
let asked: { readonly start: Instant; readonly end: Instant; readonly budgetMs: number }[];
/** Ends the wait for the budget. */
let passBudget: () => void;
let world: World;
let coach: Awaited<ReturnType<typeof givenCoach>>;

const overlaps = (busy: Range<Instant>) => async (question: BusyQuestion) =>
  busy.start < question.end && question.start < busy.end;
const busyFrom = (start: string, end: string) =>
  overlaps({ start: parseInstant(at(start)), end: parseInstant(at(end)) });

const check: BusyCheck = {
  busyNow: (_, question, budgetMs) => {
    asked.push({ start: question.start, end: question.end, budgetMs });
    return answer(question);
  },
};

/** Connects a calendar whose provider can be asked, as if it had been read a moment ago. */
const connect = (mode: 'live' | 'test' = 'live', id = 'c'.repeat(24)) =>
  world.deps.calendarSources.insert(
    aSource({ id, coachId: coach.id, partnerId: PARTNER, mode, good: undefined, dueAt: null }),
  );

const given = async (service: object = { verifyBusy: true }, mode: 'live' | 'test' = 'live') => {
  const waits: (() => void)[] = [];
  passBudget = () => waits.splice(0).forEach((end) => end());
  world = createWorld({
    mode,
    busyChecks: { ics: check },
    pause: (milliseconds) =>
      milliseconds === 1.5 * SECOND ? new Promise((resolve) => waits.push(resolve)) : Promise.resolve(),
  });
  coach = await givenCoach(world, {
    schedule: { workingHours: everyDay('09:00', '17:00'), slotInterval: 60 },
    services: [{ title: 'Strength session', duration: 60, ...service }],
  });
  await connect(mode);
};

beforeEach(async () => {
  asked = [];
  answer = async () => false;
  await given();
});

const book = (start: string, more: Partial<InputOf<'createBooking'>> = {}, context = world.visitor()) =>
  world.useCases.createBooking(context, {
    coachId: coach.id,
    serviceId: coach.serviceId!,
    start: at(start),
    attendee: ANA,
    ...more,
  });

describe('a booking of a service that asks calendars first', () => {
  it('is made when the calendar is free by now, and asks for its own time with the budget of 1.5 seconds', async () => {
    expect((await book('09:00')).data.start).toBe(at('09:00'));
    expect(asked).toEqual([{ start: parseInstant(at('09:00')), end: parseInstant(at('10:00')), budgetMs: 1500 }]);
  });

  it('is refused as taken where the calendar is busy by now, with other times, before anything is claimed', async () => {
    answer = busyFrom('09:00', '10:30');
    const refusal = await refusalOf(book('09:00'));
    expect(refusal.code).toBe('SLOT_TAKEN');
    // 10:00 is known to no reading yet, so it may still be named; the refused start is not.
    expect(refusal.details?.alternatives?.map(({ start }) => start)).toEqual([at('10:00'), at('11:00'), at('12:00')]);
    expect(refusal.details).not.toHaveProperty('warnings');
    expect([...world.state.ledgers.values()].flatMap(({ claims }) => claims)).toEqual([]);
  });

  it('has the busy calendar read anew, so that the next visitor is not offered that time', async () => {
    answer = busyFrom('09:00', '10:00');
    await refusalOf(book('09:00'));
    await world.drain();
    expect(world.state.calendarSources.get('c'.repeat(24))?.dueAt).toBe(world.deps.realNow());
  });

  it('names the reason to the coach side, which goes past it without asking', async () => {
    answer = busyFrom('09:00', '10:00');
    const refusal = await refusalOf(book('09:00', {}, world.partner()));
    expect(refusal).toMatchObject({ code: 'SLOT_TAKEN', details: { warnings: ['external_busy'] } });
    asked = [];
    expect((await book('09:00', { override: true }, world.partner())).data.start).toBe(at('09:00'));
    expect(asked).toEqual([]);
  });

  it('is refused by a dry run alike', async () => {
    answer = busyFrom('09:00', '10:00');
    expect((await refusalOf(book('09:00', {}, world.visitor({ dryRun: true })))).code).toBe('SLOT_TAKEN');
  });

  it('asks nothing where the service, the coach or the mode has nothing to ask', async () => {
    answer = async () => true;
    await given({});
    await book('09:00');
    await given({ verifyBusy: true }, 'test');
    await book('09:00');
    await given();
    await world.useCases.updateExternalCalendar(world.partner(), {
      coach: coach.id,
      id: 'c'.repeat(24),
      active: false,
    });
    await book('09:00');
    expect(asked).toEqual([]);
  });
});

describe('a provider that is down', () => {
  it.each([
    ['does not answer', () => new Promise<BusyAnswer>(() => undefined)],
    ['cannot tell', async () => 'unknown' as const],
    ['fails', () => Promise.reject(new Error('no connection'))],
  ])('refuses no booking when it %s', async (_, outage) => {
    answer = outage;
    const booking = book('09:00');
    await expect.poll(() => asked.length).toBe(1);
    passBudget();
    expect((await booking).data.start).toBe(at('09:00'));
  });

  it('does not keep a calendar from refusing that does answer', async () => {
    await connect('live', 'd'.repeat(24));
    const later = [() => new Promise<BusyAnswer>(() => undefined), async () => true];
    answer = () => later.shift()!();
    expect((await refusalOf(book('09:00'))).code).toBe('SLOT_TAKEN');
    expect(asked).toHaveLength(2);
  });

  it('is asked again after half a minute, and not by each booking until then', async () => {
    answer = async () => 'unknown';
    await book('09:00');
    await book('10:00');
    expect(asked).toHaveLength(1);
    world.passTime(30 * SECOND);
    await book('11:00');
    expect(asked).toHaveLength(2);
  });
});

it('asks once for many visitors who want one time, and again half a minute later', async () => {
  answer = async () => true;
  await Promise.all(Array.from({ length: 20 }, () => refusalOf(book('09:00'))));
  expect(asked).toHaveLength(1);
  world.passTime(30 * SECOND);
  await refusalOf(book('09:00'));
  expect(asked).toHaveLength(2);
});

describe('a move', () => {
  const move = (id: string, start: string, more: object = {}) =>
    world.useCases.rescheduleBooking(world.partner(), { id, start: at(start), ...more });

  it('asks the calendar for the new time, and not where the booking stays or the rules are overridden', async () => {
    const { id } = (await book('09:00')).data;
    answer = busyFrom('11:00', '12:00');
    asked = [];
    expect((await refusalOf(move(id, '11:00'))).code).toBe('SLOT_TAKEN');
    expect(asked).toHaveLength(1);
    await move(id, '09:00');
    await move(id, '11:00', { override: true });
    expect(asked).toHaveLength(1);
  });

  it('lets the calendar tell which of its events are bookings with this coach', async () => {
    const { id } = (await book('09:00')).data;
    answer = async ({ ownBookings }) => (await ownBookings([id, 'e'.repeat(24)])).length !== 1;
    expect((await move(id, '10:00')).data.start).toBe(at('10:00'));
    world.passTime(MINUTE);
  });
});

it('is stored with the service, changed and shown', async () => {
  const { data } = await world.useCases.updateService(world.partner(), {
    coach: coach.id,
    id: coach.serviceId!,
    verifyBusy: false,
  });
  expect(data.verifyBusy).toBe(false);
  await book('09:00');
  expect(asked).toEqual([]);
});
