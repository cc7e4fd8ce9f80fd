import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import { markOf } from '../guests/guest.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import { at, DAY, givenCoaches } from '../../../test/application/given-coaches.ts';
import { ANA, createWorld, everyDay, NOW, PARTNER, refusalOf, type World } from '../../../test/application/world.ts';

type Input = InputOf<'createTeamBooking'>;

const givenIn = async (world: World, ...overrides: Partial<InputOf<'createCoach'>>[]) => {
  const coaches = await givenCoaches(world, overrides);
  const ids = coaches.map(({ id }) => id);
  const letter = (id: string) => 'ABCDEFG'[ids.indexOf(id)]!;
  let people = 0;
  const book = async (start: string, more: Partial<Input> = {}, context: Context = world.visitor()) => {
    const attendee = { ...ANA, email: `ana${++people}@example.com` };
    const input = { service: 'strength-session', start, attendee, ...more };
    const { data } = await world.useCases.createTeamBooking(context, input);
    await world.drain();
    return data;
  };
  /** Books one start after the other, and returns the letters of the coaches. */
  const booked = async (starts: readonly string[], more?: Partial<Input>) => {
    const letters: string[] = [];
    for (const start of starts) {
      letters.push(letter((await book(start, more)).coachId));
      world.passTime(1000);
    }
    return letters.join('');
  };
  return { world, coaches, ids, letter, book, booked };
};

const given = (...overrides: Partial<InputOf<'createCoach'>>[]) => givenIn(createWorld(), ...overrides);

const keyed = (world: World, idempotencyKey: string) => world.visitor({ idempotencyKey });
const hours = (...numbers: number[]) => numbers.map((hour) => at(`${String(hour).padStart(2, '0')}:00`));
const allDay = { schedule: { workingHours: everyDay('00:00', '24:00'), slotInterval: 60, minimumNotice: 0 } };

describe('createTeamBooking', () => {
  it('books one of them, and returns the coach who was chosen with the service of that coach', async () => {
    const { coaches, book } = await given({}, {});
    const [a] = coaches;
    expect(await book(at('09:00'))).toMatchObject({
      coachId: a!.id,
      serviceId: a!.serviceId,
      coach: { id: a!.id, slug: a!.slug, name: 'Coach A' },
      status: 'confirmed',
      start: at('09:00'),
      manageToken: expect.any(String),
    });
  });

  it('chooses who has fewest sessions on that day, whoever booked them', async () => {
    const { world, coaches, book, letter } = await given({}, {}, {});
    for (const [index, start] of [at('09:00'), at('10:00'), at('11:00')].entries()) {
      const { id: coachId, serviceId } = coaches[index === 2 ? 1 : 0]!;
      const wanted = { coachId, serviceId: serviceId!, start, attendee: ANA };
      await world.useCases.createBooking(world.partner(), wanted);
    }
    // A has two of them, B one, C none.
    expect(letter((await book(at('11:00'))).coachId)).toBe('C');
    // On another day each has none.
    expect(letter((await book(at('11:00', '2026-04-15'))).coachId)).toBe('A');
  });

  it('spreads the sessions of a day evenly', async () => {
    const { booked } = await given(allDay, allDay, allDay);
    expect(await booked(hours(9, 10, 11, 12, 13, 14, 15, 16))).toBe('ABCABCAB');
  });

  it('goes round from day to day, where each day is still empty', async () => {
    const { booked } = await given({}, {}, {});
    const days = ['14', '15', '16', '17', '18'].map((day) => at('09:00', `2026-04-${day}`));
    expect(await booked(days)).toBe('ABCAB');
  });

  it('counts the day of the coach’s own zone', async () => {
    const tokyo = { ...allDay, timeZone: 'Asia/Tokyo' };
    const { world, coaches, book, letter } = await given(tokyo, tokyo);
    const { id: coachId, serviceId } = coaches[0]!;
    // Half past midnight of the 15th in Tokyo is still the 14th in UTC.
    const start = at('15:00');
    await world.useCases.createBooking(world.partner(), { coachId, serviceId: serviceId!, start, attendee: ANA });
    expect(letter((await book(at('14:00'))).coachId)).toBe('A');
    expect(letter((await book(at('16:00'))).coachId)).toBe('B');
  });

  it('passes over who is not free then, though it is their turn', async () => {
    const late = { schedule: { workingHours: everyDay('10:00', '12:00'), slotInterval: 60, minimumNotice: 0 } };
    const { booked } = await given(late, {}, { capacity: 1 });
    expect(await booked(hours(9, 9, 10, 11, 11))).toBe('BCABA');
  });

  it('chooses among the named coaches only', async () => {
    const { ids, coaches, booked } = await given({}, {}, {});
    expect(await booked(hours(9, 10), { coaches: [ids[2]!, coaches[1]!.slug] })).toBe('BC');
  });

  it('refuses a start that none of them has, with the nearest starts of any of them', async () => {
    const late = { schedule: { workingHours: everyDay('13:00', '15:00'), slotInterval: 60, minimumNotice: 0 } };
    const { book } = await given({}, late);
    for (const start of hours(11)) await book(start);
    const refusal = await refusalOf(book(at('11:00')));
    expect([refusal.code, refusal.details?.alternatives, refusal.details?.nextAvailable]).toEqual([
      'SLOT_TAKEN',
      [
        { start: at('10:00'), end: at('11:00') },
        { start: at('09:00'), end: at('10:00') },
        { start: at('13:00'), end: at('14:00') },
      ],
      at('13:00'),
    ]);
    expect((await refusalOf(book(at('20:00')))).code).toBe('OUTSIDE_HOURS');
  });

  it('gives the reason of the full coaches where no other can have it', async () => {
    const { book } = await given({ capacity: 1 });
    await book(at('09:00'));
    expect((await refusalOf(book(at('10:00')))).code).toBe('CAPACITY_FULL');
  });

  it('refuses a coach who is unknown or hidden by name, and a service that none of them offers', async () => {
    const { ids, book } = await given({}, { active: false });
    for (const coach of [ids[1]!, 'nobody']) {
      const refusal = await refusalOf(book(at('09:00'), { coaches: [ids[0]!, coach] }));
      expect([refusal.code, refusal.detail]).toEqual(['COACH_NOT_FOUND', `No coach ${coach} for this key.`]);
    }
    expect((await refusalOf(book(at('09:00'), { service: 'yoga' }))).code).toBe('SERVICE_NOT_FOUND');
  });

  it('does not choose who offers the service on other terms', async () => {
    const cheaper = { services: [{ title: 'Strength session', duration: 60, price: { amount: 1, currency: 'EUR' } }] };
    const { booked, book } = await given({}, cheaper);
    expect(await booked(hours(9))).toBe('A');
    expect((await refusalOf(book(at('09:00')))).code).toBe('SLOT_TAKEN');
  });

  it('leaves out a coach who blocked the address, and refuses where all of them have', async () => {
    const { world, ids, book, letter } = await givenIn(createWorld({ mode: 'live' }), {}, {});
    const scope = { partnerId: PARTNER, mode: 'live' } as const;
    const mark = markOf(world.deps, world.visitor());
    const block = (coachId: string) => world.deps.visits.block(scope, coachId, mark, plus(NOW, HOUR));
    await block(ids[0]!);
    expect(letter((await book(at('09:00'))).coachId)).toBe('B');
    await block(ids[1]!);
    const refusal = await refusalOf(book(at('10:00')));
    expect([refusal.code, refusal.retryAfter]).toEqual(['BOOKING_LIMIT', 3600]);
  });

  it('books for a client who is signed in', async () => {
    const { world, book } = await given({}, {});
    const { data: user } = await world.useCases.createUser(world.partner(), {
      name: 'Cleo',
      email: 'cleo@example.com',
      role: 'client',
    });
    const cleo = world.person({ userId: user.id, role: 'client' });
    const { attendee } = await book(at('09:00'), { attendee: undefined } as object, cleo);
    expect(attendee).toMatchObject({ kind: 'client', id: user.id });
  });

  it('changes nothing in a dry run, and returns who would be chosen', async () => {
    const { world, book, booked, letter } = await given({}, {});
    expect(await booked(hours(9))).toBe('A');
    const tried = await book(at('10:00'), {}, world.visitor({ dryRun: true }));
    expect(letter(tried.coachId)).toBe('B');
    expect(world.state.bookings.size).toBe(1);
    await book(at('09:00'));
    const dry = world.visitor({ dryRun: true });
    expect((await refusalOf(book(at('09:00'), {}, dry))).code).toBe('SLOT_TAKEN');
  });

  it('tells of the booking like of any other', async () => {
    const { world, book } = await given({}, {});
    const { id } = await book(at('09:00'));
    const stored = await world.deps.bookings.find(id);
    expect(stored).toMatchObject({ kind: 'booking', outbox: [{ type: 'booking.created', data: { by: 'attendee' } }] });
  });
});

describe('R41 a retry of createTeamBooking', () => {
  it('returns the same booking with the same coach, whatever happened since', async () => {
    const { world, ids, book } = await given({}, {});
    const attendee = ANA;
    const first = await book(at('09:00'), { attendee }, keyed(world, 'k1'));
    await book(at('10:00'), { coaches: [ids[1]!] });
    await world.useCases.updateCoach(world.partner(), { coach: ids[0]!, active: false });
    const again = await book(at('09:00'), { attendee }, keyed(world, 'k1'));
    expect([again.id, again.coachId, again.coach]).toEqual([first.id, first.coachId, first.coach]);
    expect(world.state.bookings.size).toBe(2);
  });

  it('is refused with another body', async () => {
    const { world, book } = await given({}, {});
    await book(at('09:00'), { attendee: ANA }, keyed(world, 'k1'));
    const other = book(at('10:00'), { attendee: ANA }, keyed(world, 'k1'));
    expect((await refusalOf(other)).code).toBe('IDEMPOTENCY_MISMATCH');
  });

  it('is made once by many at the same moment', async () => {
    const { world, book } = await given({}, {}, {});
    const retries = Array.from({ length: 12 }, () => book(at('09:00'), { attendee: ANA }, keyed(world, 'k1')));
    const booked = await Promise.all(retries);
    expect(new Set(booked.map(({ id }) => id)).size).toBe(1);
    await world.settleDown();
    expect(await world.deps.bookings.find(booked[0]!.id)).toMatchObject({ kind: 'booking' });
    expect([...world.state.bookings.values()].filter(({ kind }) => kind === 'booking')).toHaveLength(1);
  });

  it('tries again from the first by turn once all were refused', async () => {
    const { world, ids, book } = await given({}, {});
    const taken = [await book(at('09:00')), await book(at('09:00'))];
    const retry = () => book(at('09:00'), { attendee: ANA }, keyed(world, 'k1'));
    expect((await refusalOf(retry())).code).toBe('SLOT_TAKEN');
    const { manageToken, id } = taken[1]!;
    await world.useCases.cancelBooking(world.guest(manageToken), { id });
    await world.drain();
    expect((await retry()).coachId).toBe(ids[1]);
  });
});

describe('R41 visitors at the same moment', () => {
  it.each([
    [1, 6],
    [3, 10],
    [5, 5],
    [4, 2],
  ])('books each of %i coaches once for %i visitors, and refuses the rest', async (coaches, visitors) => {
    const { world, book, ids } = await given(...Array.from({ length: coaches }, () => ({})));
    const asked = Array.from({ length: visitors }, (_, n) => book(at('09:00'), {}, keyed(world, `visitor ${n}`)));
    const outcomes = await Promise.allSettled(asked);
    const chosen = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.coachId] : []));
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
    expect(chosen).toHaveLength(Math.min(coaches, visitors));
    expect(new Set(chosen).size).toBe(chosen.length);
    expect(refused).toEqual(Array(visitors - chosen.length).fill('SLOT_TAKEN'));
    await world.settleDown();
    const { data } = await world.useCases.listTeamSlots(world.visitor(), { from: DAY, to: DAY });
    const free = data.slots.find(({ start }) => start === at('09:00'))?.coachIds ?? [];
    expect(free).toEqual(ids.filter((id) => !chosen.includes(id)));
  });

  it('spreads those of many starts evenly', async () => {
    const { ids, book, world } = await given(allDay, allDay, allDay);
    world.passTime(HOUR);
    const starts = hours(9, 10, 11, 12, 13, 14, 15, 16, 17);
    for (const start of starts) await Promise.all([book(start), book(start)]);
    const bookings = [...world.state.bookings.values()].flatMap((one) => (one.kind === 'booking' ? [one.coachId] : []));
    expect(ids.map((id) => bookings.filter((coachId) => coachId === id).length)).toEqual([6, 6, 6]);
  });
});
