import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUseCases } from '../create-use-cases.ts';
import { ANA, createWorld, everyDay, givenCoach, refusalOf } from '../../../test/application/world.ts';

const DAY = '2026-04-14';
const at = (time: string, date = DAY) => `${date}T${time}:00Z`;

const given = async (overrides: Parameters<typeof givenCoach>[1] = {}) => {
  const world = createWorld();
  const coach = await givenCoach(world, overrides);
  const list = async (more: object = {}) =>
    (await world.useCases.listSlots(world.visitor(), { coach: coach.slug, from: DAY, to: DAY, ...more })).data;
  const book = (start: string) =>
    world.useCases.createBooking(world.visitor(), {
      coachId: coach.id,
      serviceId: coach.serviceId!,
      start,
      attendee: ANA,
    });
  return { world, coach, list, book };
};

describe('listSlots', () => {
  it('returns the free starts of the first service, with the days and the next one', async () => {
    const { coach, list } = await given({ schedule: { workingHours: everyDay('09:00', '11:00'), slotInterval: 30 } });
    expect(await list()).toEqual({
      timeZone: 'UTC',
      zones: [
        { timeZone: 'UTC', offsets: [{ from: at('00:00', '2025-01-01'), to: at('00:00', '2028-01-01'), minutes: 0 }] },
      ],
      slots: ['09:00', '09:30', '10:00'].map((time) => ({
        start: at(time),
        end: at(`${Number(time.slice(0, 2)) + 1}${time.slice(2)}`.padStart(5, '0')),
      })),
      days: [DAY],
      nextAvailable: at('09:00'),
      reason: null,
      service: coach.services[0],
    });
  });

  it('reads plain dates as the coach’s days, and instants as starts inside', async () => {
    const { list } = await given({
      timeZone: 'Asia/Kathmandu',
      schedule: { workingHours: everyDay('00:00', '24:00'), slotInterval: 60 },
    });
    const byDate = await list();
    expect([byDate.slots[0]?.start, byDate.slots.at(-1)?.start]).toEqual([at('18:15', '2026-04-13'), at('17:15')]);
    const byInstant = await list({ from: at('00:00'), to: at('03:15') });
    expect(byInstant.slots.map(({ start }) => start)).toEqual([at('00:15'), at('01:15'), at('02:15')]);
  });

  it('names the days in the requested zone', async () => {
    const { list } = await given({ schedule: { workingHours: everyDay('00:00', '24:00'), slotInterval: 60 } });
    expect((await list({ timeZone: 'America/New_York' })).days).toEqual(['2026-04-13', DAY]);
    expect((await list({ timeZone: 'America/New_York' })).timeZone).toBe('UTC');
  });

  it('returns the offsets of the coach’s zone and of the one that is shown, for the years around (R22)', async () => {
    const { list } = await given({ timeZone: 'America/Vancouver' });
    const { zones } = await list({ timeZone: 'Asia/Kolkata' });
    expect(zones.map(({ timeZone }) => timeZone)).toEqual(['America/Vancouver', 'Asia/Kolkata']);
    // Vancouver keeps its summer offset from 2026 on, whatever the machine's Node was built with (R21).
    expect(zones[0]?.offsets).toEqual([
      { from: at('00:00', '2025-01-01'), to: at('10:00', '2025-03-09'), minutes: -480 },
      { from: at('10:00', '2025-03-09'), to: at('09:00', '2025-11-02'), minutes: -420 },
      { from: at('09:00', '2025-11-02'), to: at('10:00', '2026-03-08'), minutes: -480 },
      { from: at('10:00', '2026-03-08'), to: at('00:00', '2028-01-01'), minutes: -420 },
    ]);
    expect(zones[1]?.offsets).toEqual([
      { from: at('00:00', '2025-01-01'), to: at('00:00', '2028-01-01'), minutes: 330 },
    ]);
  });

  it('includes coach and services when requested, so that a first paint is one request', async () => {
    const { coach, list } = await given();
    const { coach: found } = await list({ include: 'coach' });
    expect(found).toMatchObject({ id: coach.id, services: coach.services, capacity: { total: null } });
  });

  it('includes taken and blocked starts when requested', async () => {
    const { list, book } = await given({
      schedule: { workingHours: everyDay('09:00', '13:00'), breaks: everyDay('11:00', '12:00'), slotInterval: 60 },
    });
    await book(at('09:00'));
    expect((await list({ statuses: 'all' })).slots.map(({ status }) => status)).toEqual([
      'booked',
      'available',
      'break',
      'available',
    ]);
  });

  it('explains the statuses when requested', async () => {
    const { list, book } = await given({ schedule: { workingHours: everyDay('09:00', '11:00') } });
    await book(at('09:00'));
    expect((await list({ explain: '1' })).explain).toEqual([
      { start: at('00:00'), end: at('09:00'), code: 'outside_hours' },
      { start: at('09:00'), end: at('10:00'), code: 'booked' },
      { start: at('11:00'), end: at('00:00', '2026-04-15'), code: 'outside_hours' },
    ]);
  });

  it('returns the reason for no slots, and searches the booking window for the next', async () => {
    const { world, coach, list } = await given({
      schedule: { workingHours: everyDay('09:00', '17:00'), bookingWindow: 90 },
    });
    await world.useCases.addTimeOff(world.partner(), {
      coach: coach.id,
      start: at('00:00'),
      end: at('00:00', '2026-06-20'),
    });
    expect(await list()).toMatchObject({
      slots: [],
      days: [],
      reason: 'time_off',
      nextAvailable: at('09:00', '2026-06-20'),
    });
    expect(await list({ from: '2026-08-01', to: '2026-08-02' })).toMatchObject({
      reason: 'window',
      nextAvailable: null,
    });
    expect(await list({ from: '2026-04-10', to: '2026-04-11' })).toMatchObject({
      reason: 'past',
      nextAvailable: at('09:00', '2026-04-13'),
    });
  });

  it('returns no slots for a full coach, for every question', async () => {
    const { list, book } = await given({ capacity: 1 });
    await book(at('09:00'));
    const { slots, explain, reason } = await list({ statuses: 'all', explain: '1' });
    expect(new Set(slots.map(({ status }) => status))).toEqual(new Set(['booked', 'unavailable']));
    expect([explain, reason]).toEqual([
      [{ start: at('00:00'), end: at('00:00', '2026-04-15'), code: 'capacity' }],
      'capacity',
    ]);
  });

  it('costs one read of the store once the slug is known', async () => {
    const { world, list } = await given();
    await list();
    const reads: string[] = [];
    const { ledgers, coaches } = world.deps;
    for (const [name, port] of Object.entries({ ledgers, coaches })) {
      for (const [method, original] of Object.entries(port) as [string, (...args: unknown[]) => unknown][]) {
        Object.assign(port, { [method]: (...args: unknown[]) => (reads.push(`${name}.${method}`), original(...args)) });
      }
    }
    await list({ from: '2026-04-14', to: '2026-05-14', include: 'coach' });
    expect(reads).toEqual(['ledgers.read']);
  });

  it('respects a long session of the day before, however long its buffers', async () => {
    const { world, coach, list } = await given({
      schedule: { workingHours: everyDay('00:00', '24:00'), slotInterval: 720 },
      services: [{ title: 'Camp', duration: 1440, bufferAfter: 720 }],
    });
    await world.useCases.createBooking(world.visitor(), { coachId: coach.id, start: at('00:00'), attendee: ANA });
    expect((await list({ from: '2026-04-15', to: '2026-04-15' })).slots).toEqual([
      { start: at('12:00', '2026-04-15'), end: at('12:00', '2026-04-16') },
    ]);
    expect((await list({ from: '2026-04-13', to: '2026-04-13' })).slots).toEqual([]);
  });
});

describe('a question that listSlots refuses', () => {
  it.each([
    ['RANGE_INVALID', { from: at('00:00'), to: DAY }],
    ['RANGE_INVALID', { from: '2026-04-15', to: DAY }],
    ['RANGE_INVALID', { from: at('10:00'), to: at('10:00') }],
    ['RANGE_TOO_LONG', { from: '2026-04-01', to: '2026-07-02' }],
    ['SERVICE_NOT_FOUND', { serviceId: 'f'.repeat(24) }],
    ['COACH_NOT_FOUND', { coach: 'nobody' }],
    ['INVALID_REQUEST', { timeZone: 'Mars/Base' }],
  ] as const)('refuses with %s the question %o', async (code, more) => {
    const { list } = await given();
    expect((await refusalOf(list(more))).code).toBe(code);
  });

  it('refuses a visitor’s own length with a live key; a test key may choose one', async () => {
    const { world, coach, list } = await given();
    expect((await list({ duration: 30, slotInterval: 60 })).slots).toHaveLength(8);
    const visitor = world.visitor();
    const live = { ...visitor, caller: { ...visitor.caller, mode: 'live' as const } };
    const asked = world.useCases.listSlots(live, { coach: coach.id, from: DAY, to: DAY, duration: 30 });
    expect((await refusalOf(asked)).code).toBe('NOT_PERMITTED_FIELD');
  });

  it('finds an inactive coach for the partner only, and returns no slots then either', async () => {
    const { world, coach, list } = await given({ active: false });
    expect((await refusalOf(list())).code).toBe('COACH_NOT_FOUND');
    const { data } = await world.useCases.listSlots(world.partner(), { coach: coach.slug, from: DAY, to: DAY });
    expect([data.slots, data.reason]).toEqual([[], 'inactive']);
  });

  it('follows a slug to its new coach, although the old one is cached', async () => {
    const { world, coach, list } = await given();
    await list();
    const elsewhere = { useCases: createUseCases(world.deps) };
    await elsewhere.useCases.updateCoach(world.partner(), { coach: coach.id, slug: 'moved-on' });
    const successor = await elsewhere.useCases.createCoach(world.partner(), {
      name: 'Heir',
      slug: coach.slug,
      timeZone: 'Europe/Berlin',
    });
    expect(successor.data.slug).toBe(coach.slug);
    expect((await list()).timeZone).toBe('Europe/Berlin');
  });
});

it('returns every start of a day schedule with its status, and counts them', async () => {
  const { world, coach, book } = await given({
    schedule: { workingHours: everyDay('09:00', '13:00'), breaks: everyDay('11:00', '12:00'), slotInterval: 60 },
  });
  await book(at('09:00'));
  const { data } = await world.useCases.getDaySchedule(world.visitor(), { coach: coach.id, date: DAY });
  expect(data).toMatchObject({
    date: DAY,
    workingHours: [{ start: at('09:00'), end: at('13:00') }],
    total: 4,
    availableCount: 2,
    bookedCount: 1,
    slots: [{ status: 'booked' }, { status: 'available' }, { status: 'break' }, { status: 'available' }],
  });
});

it('lists only slots that can be booked while nothing changes', async () => {
  const minutes = (max: number) => fc.integer({ min: 0, max }).map((n) => n * 5);
  const zone = fc.constantFrom('UTC', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe');
  await fc.assert(
    fc.asyncProperty(
      zone,
      minutes(8),
      minutes(8),
      minutes(30),
      fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
      async (timeZone, before, after, notice, picks) => {
        const { world, coach, list } = await given({
          timeZone,
          schedule: {
            workingHours: everyDay('20:00', '24:00').concat(everyDay('00:00', '03:00')),
            bufferBefore: before,
            bufferAfter: after,
            minimumNotice: notice,
          },
        });
        for (const wanted of picks) {
          const { slots } = await list({ from: '2026-04-13', to: '2026-04-15' });
          const pick = slots[wanted % slots.length];
          if (!pick) break;
          const { data } = await world.useCases.createBooking(world.visitor(), {
            coachId: coach.id,
            serviceId: coach.serviceId!,
            start: pick.start,
            attendee: ANA,
          });
          expect([data.start, data.end]).toEqual([pick.start, pick.end]);
        }
      },
    ),
    { numRuns: 40 },
  );
});
