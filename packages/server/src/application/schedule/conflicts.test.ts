import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMinutes, toMinutes } from '@coach-booking/time/wall-time';
import { createMemoryState } from '../../adapters/memory/memory-state.ts';
import { createMemoryStores } from '../../adapters/memory/stores.ts';
import { ANA, createWorld, everyDay, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';

const HOURS = { workingHours: everyDay('09:00', '17:00'), slotInterval: 30 };

/** Bookings by their wall times, all on 14 April. */
const given = async (times: readonly string[], world = createWorld(), schedule: object = HOURS) => {
  const { id: coach, serviceId } = await givenCoach(world, { schedule });
  const ids = new Map<string, string>();
  for (const time of times) {
    const start = `2026-04-14T${time}:00Z`;
    const input = { coachId: coach, serviceId: serviceId!, start, attendee: ANA };
    ids.set((await world.useCases.createBooking(world.visitor(), input)).data.id, time);
  }
  const named = (conflicts: readonly { bookingId: string; code: string }[]) =>
    conflicts.map(({ bookingId, code }) => `${ids.get(bookingId)} ${code}`);
  return { world, coach, ids, named };
};

const timeOff = (coach: string, from: string, to: string) => ({
  coach,
  start: `2026-04-14T${from}:00Z`,
  end: `2026-04-14T${to}:00Z`,
});

describe('a change of the schedule returns the bookings that no longer fit it', () => {
  it('returns conflicts with their time and the reason', async () => {
    const { world, coach, ids } = await given(['10:00']);
    const { data } = await world.useCases.addTimeOff(world.partner(), timeOff(coach, '10:30', '12:00'));
    const [bookingId] = ids.keys();
    expect(data.conflicts).toEqual([
      {
        bookingId,
        start: '2026-04-14T10:00:00Z',
        end: '2026-04-14T11:00:00Z',
        code: 'time_off',
        name: ANA.name,
        serviceTitle: expect.any(String),
      },
    ]);
  });

  it('returns conflicts for hours, breaks and dates; and again whenever the schedule is read', async () => {
    const { world, coach, named } = await given(['09:00', '12:00', '15:00']);
    const changed = await world.useCases.patchSchedule(world.partner(), {
      coach,
      workingHours: everyDay('10:00', '17:00'),
      breaks: everyDay('12:30', '13:00'),
    });
    expect(named(changed.data.conflicts)).toEqual(['09:00 outside_hours', '12:00 break']);
    const closed = await world.useCases.setDateOverride(world.partner(), { coach, date: '2026-04-14', ranges: [] });
    expect(named(closed.data.conflicts)).toEqual(['09:00 outside_hours', '12:00 outside_hours', '15:00 outside_hours']);
    const opened = await world.useCases.removeDateOverride(world.partner(), { coach, date: '2026-04-14' });
    expect(named(opened.data.conflicts)).toEqual(['09:00 outside_hours', '12:00 break']);
    const { data } = await world.useCases.getSchedule(world.partner(), { coach });
    expect(named(data.conflicts)).toEqual(['09:00 outside_hours', '12:00 break']);
  });

  it('returns conflicts without a write in a dry run', async () => {
    const { world, coach, named } = await given(['10:00']);
    const { data } = await world.useCases.addTimeOff(world.partner({ dryRun: true }), timeOff(coach, '10:00', '11:00'));
    expect(named(data.conflicts)).toEqual(['10:00 time_off']);
    expect((await world.useCases.getSchedule(world.partner(), { coach })).data.conflicts).toEqual([]);
  });

  it('returns conflicts in the changed time and no other', async () => {
    const { world, coach, named } = await given(['09:00', '10:00', '11:00']);
    await world.useCases.addTimeOff(world.partner(), timeOff(coach, '09:00', '10:00'));
    const { data } = await world.useCases.addTimeOff(world.partner(), timeOff(coach, '11:00', '12:00'));
    expect(named(data.conflicts)).toEqual(['11:00 time_off']);
  });

  it('returns a conflict with the last minutes of a session, on the next date', async () => {
    const night = { workingHours: everyDay('00:00', '24:00'), slotInterval: 30 };
    const { world, coach, named } = await given(['23:30'], createWorld(), night);
    const { data } = await world.useCases.setDateOverride(world.partner(), { coach, date: '2026-04-15', ranges: [] });
    expect(named(data.conflicts)).toEqual(['23:30 outside_hours']);
  });
});

describe('a conflict names', () => {
  it('names the person of a conflict as they are now, and the service as it was booked', async () => {
    const { world, coach } = await given(['10:00']);
    const [service] = (await world.useCases.listServices(world.visitor(), { coach })).data;
    await world.useCases.updateService(world.partner(), { coach, id: service!.id, title: 'Another' });
    const closed = { coach, date: '2026-04-14', ranges: [] };
    const { data } = await world.useCases.setDateOverride(world.partner({ dryRun: true }), closed);
    expect(data.conflicts).toMatchObject([{ name: ANA.name, serviceTitle: service!.title }]);
    const removed = await world.useCases.setDateOverride(world.partner(), closed);
    expect(removed.data.conflicts).toEqual(data.conflicts);
  });

  it('names no sessions that began before, whose hours have changed too', async () => {
    const { world, coach, named } = await given(['09:00', '10:00', '15:00']);
    world.passTime(Date.parse('2026-04-14T12:00:00Z') - world.visitor().now);
    const hours = { coach, workingHours: everyDay('18:00', '20:00') };
    expect(named((await world.useCases.patchSchedule(world.partner(), hours)).data.conflicts)).toEqual([
      '15:00 outside_hours',
    ]);
  });
});

describe('a booking is no conflict', () => {
  it.each([
    ['that it came nearer than the notice', { ...HOURS, minimumNotice: 10_000 }],
    ['that it lies beyond a shorter window', { ...HOURS, bookingWindow: 0 }],
    ['that another grid has no such start', { ...HOURS, workingHours: everyDay('08:45', '17:00') }],
    ['that its neighbour would now need a buffer', { ...HOURS, bufferAfter: 60 }],
  ])('finds no conflict in %s', async (_, schedule) => {
    const { world, coach } = await given(['10:00', '11:00']);
    expect((await world.useCases.patchSchedule(world.partner(), { coach, ...schedule })).data.conflicts).toEqual([]);
  });

  it('finds no conflict with a booking that was cancelled or moved away', async () => {
    const { world, coach, ids, named } = await given(['10:00', '11:00']);
    const [first, second] = ids.keys();
    await world.useCases.cancelBooking(world.partner(), { id: first! });
    await world.useCases.rescheduleBooking(world.partner(), { id: second!, start: '2026-04-14T15:00:00Z' });
    const { data } = await world.useCases.setDateOverride(world.partner(), { coach, date: '2026-04-14', ranges: [] });
    expect(named(data.conflicts)).toEqual(['11:00 outside_hours']);
    expect(data.conflicts[0]!.start).toBe('2026-04-14T15:00:00Z');
  });

  it('finds no conflict with a booking that has begun, nor with a hold', async () => {
    const { world, coach, ids } = await given(['10:00']);
    const [service] = (await world.useCases.listServices(world.visitor(), { coach })).data;
    const hold = { coachId: coach, serviceId: service!.id, start: '2026-04-14T12:00:00Z' };
    await world.useCases.createHold(world.visitor(), hold);
    world.passTime(Date.parse('2026-04-14T10:00:00Z') - world.visitor().now);
    const { data } = await world.useCases.addTimeOff(world.partner(), timeOff(coach, '09:00', '17:00'));
    expect(ids.size).toBe(1);
    expect(data.conflicts).toEqual([]);
  });
});

describe('a booking that is made during a change of the schedule', () => {
  /** A coach who adds an absence right after the visitor's last read of the schedule, or before it. */
  const race = async (step: 'insert' | 'claim') => {
    const stores = createMemoryStores(createMemoryState());
    let goAway: () => Promise<unknown> = async () => undefined;
    const once = () => {
      const act = goAway;
      goAway = async () => undefined;
      return act();
    };
    const world: World = createWorld({
      stores: {
        ...stores,
        bookings: {
          ...stores.bookings,
          insert: async (booking) => {
            if (step === 'insert') await once();
            return stores.bookings.insert(booking);
          },
        },
        ledgers: {
          ...stores.ledgers,
          claim: async (...claim) => {
            if (step === 'claim') await once();
            return stores.ledgers.claim(...claim);
          },
        },
      },
    });
    const { coach } = await given([], world);
    const [service] = (await world.useCases.listServices(world.visitor(), { coach })).data;
    let conflicts: unknown[] = [];
    goAway = async () => {
      conflicts = (await world.useCases.addTimeOff(world.partner(), timeOff(coach, '09:00', '17:00'))).data.conflicts;
    };
    const input = { coachId: coach, serviceId: service!.id, start: '2026-04-14T10:00:00Z', attendee: ANA };
    return { booking: world.useCases.createBooking(world.visitor(), input), conflicts: () => conflicts };
  };

  it('returns a booking that checked the schedule before', async () => {
    const { booking, conflicts } = await race('insert');
    const { data } = await booking;
    expect(conflicts()).toMatchObject([{ bookingId: data.id, code: 'time_off' }]);
  });

  it('refuses a booking that checks the schedule after', async () => {
    const { booking, conflicts } = await race('claim');
    expect((await refusalOf(booking)).code).toBe('IN_TIME_OFF');
    expect(conflicts()).toEqual([]);
  });
});

describe('for any new hours and breaks', () => {
  const minutes = fc.integer({ min: 0, max: 1440 });
  const range = fc
    .uniqueArray(minutes, { minLength: 2, maxLength: 2 })
    .map((edges) => edges.sort((a, b) => a - b) as [number, number])
    .map(([start, end]) => ({ start: fromMinutes(start), end: fromMinutes(end) }));
  const within = (ranges: readonly { start: string; end: string }[], minute: number) =>
    ranges.some(({ start, end }) => toMinutes(start) <= minute && minute < toMinutes(end));
  const times = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 8 });

  it('returns a booking exactly when a minute of it is not worked, with hours before breaks', async () => {
    await fc.assert(
      fc.asyncProperty(
        times,
        fc.array(range, { minLength: 1, maxLength: 3 }),
        fc.array(range, { maxLength: 2 }),
        async (hours, open, breaks) => {
          const always = { workingHours: everyDay('00:00', '24:00'), slotInterval: 60 };
          const { world, coach, ids, named } = await given(
            hours.map((hour) => fromMinutes(hour * 60)),
            createWorld(),
            always,
          );
          const weekly = (ranges: typeof open) => ranges.flatMap(({ start, end }) => everyDay(start, end));
          const { data } = await world.useCases.patchSchedule(world.partner(), {
            coach,
            workingHours: weekly(open),
            breaks: weekly(breaks),
          });
          const expected = [...ids.values()].sort().flatMap((time) => {
            const session = Array.from({ length: 60 }, (_, i) => toMinutes(time) + i);
            if (!session.every((minute) => within(open, minute))) return [`${time} outside_hours`];
            return session.some((minute) => within(breaks, minute)) ? [`${time} break`] : [];
          });
          expect(named(data.conflicts)).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });
});
