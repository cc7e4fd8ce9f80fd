import { describe, expect, it } from 'vitest';
import { ANA, createWorld, everyDay, givenCoach, refusalOf } from '../../../test/application/world.ts';

const at = (time: string, date = '2026-04-14') => `${date}T${time}:00Z`;

const given = async (overrides: Parameters<typeof givenCoach>[1] = {}) => {
  const world = createWorld();
  const coach = await givenCoach(world, overrides);
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
  const starts = async () =>
    (
      await world.useCases.listSlots(world.visitor(), { coach: coach.id, from: '2026-04-14', to: '2026-04-14' })
    ).data.slots.map(({ start }) => start.slice(11, 16));
  const claims = () => [...world.state.ledgers.values()].flatMap(({ claims }) => claims);
  return { world, coach, book, starts, claims };
};

describe('access to a booking', () => {
  it('opens a booking to its partner and to the holder of its link', async () => {
    const { world, book } = await given();
    const { id, manageToken } = await book(at('09:00'));
    for (const context of [world.partner(), world.guest(manageToken)]) {
      expect((await world.useCases.getBooking(context, { id })).data).toMatchObject({ id, attendee: ANA });
    }
  });

  it('closes a booking to all others', async () => {
    const { world, book } = await given();
    const [own, other] = [await book(at('09:00')), await book(at('11:00'))];
    const partner = world.partner();
    for (const context of [
      world.guest(other.manageToken),
      { ...partner, caller: { ...partner.caller, partnerId: 'b'.repeat(24) } },
      { ...partner, caller: { ...partner.caller, mode: 'live' as const } },
    ]) {
      for (const call of [
        world.useCases.getBooking(context, { id: own.id }),
        world.useCases.cancelBooking(context, { id: own.id }),
        world.useCases.rescheduleBooking(context, { id: own.id, start: at('13:00') }),
        world.useCases.updateBooking(context, { id: own.id, notes: 'x' }),
      ]) {
        expect((await refusalOf(call)).code).toBe('BOOKING_NOT_FOUND');
      }
    }
  });

  it('closes every booking to visitors', async () => {
    const { world, book } = await given();
    const { id } = await book(at('09:00'));
    for (const wanted of [id, 'b'.repeat(24)]) {
      expect((await refusalOf(world.useCases.getBooking(world.visitor(), { id: wanted }))).code).toBe('FORBIDDEN');
    }
  });

  it('ends with the revocation of the link', async () => {
    const { world, book } = await given();
    const { id, manageToken } = await book(at('09:00'));
    const stored = world.state.bookings.get(id)!;
    world.state.bookings.set(id, { ...stored, manageNonce: 'another' } as typeof stored);
    expect((await refusalOf(world.useCases.getBooking(world.guest(manageToken), { id }))).code).toBe(
      'BOOKING_NOT_FOUND',
    );
  });
});

describe('cancelling a booking', () => {
  it('frees the time at once, keeps the history, and records who and why', async () => {
    const { world, book, starts, claims } = await given();
    const { id, manageToken } = await book(at('09:00'));
    expect(await starts()).not.toContain('09:00');
    const { data } = await world.useCases.cancelBooking(world.guest(manageToken), {
      id,
      reason: 'ill',
      notify: true,
      offerReschedule: true,
    });
    expect(data).toMatchObject({
      status: 'cancelled',
      version: 2,
      cancelledAt: '2026-04-13T08:00:00Z',
      cancelledBy: 'attendee',
      cancellationReason: 'ill',
      rescheduleOffered: true,
    });
    expect(await starts()).toContain('09:00');
    expect(claims()).toEqual([]);
    expect(world.state.bookings.get(id)).toMatchObject({
      releasing: [],
      releasingAt: null,
      history: [{ type: 'created' }, { type: 'cancelled', from: 'confirmed', to: 'cancelled', by: 'attendee' }],
      outbox: [
        { type: 'booking.created' },
        { type: 'booking.cancelled', data: { notify: true, offerReschedule: true, reason: 'ill' } },
      ],
    });
  });

  it('refuses to cancel a second time, with the status', async () => {
    const { world, book } = await given();
    const { id } = await book(at('09:00'));
    await world.useCases.deleteBooking(world.partner(), { id });
    const { code, details } = await refusalOf(world.useCases.deleteBooking(world.partner(), { id }));
    expect([code, details?.status]).toEqual(['NOT_ALLOWED_NOW', 'cancelled']);
  });

  it('refuses to cancel another version', async () => {
    const { world, book } = await given();
    const { id } = await book(at('09:00'));
    const { code, details } = await refusalOf(world.useCases.cancelBooking(world.partner(), { id, version: 7 }));
    expect([code, details?.version]).toEqual(['VERSION_CONFLICT', 1]);
  });

  it('changes nothing in a dry run', async () => {
    const { world, book } = await given();
    const { id } = await book(at('09:00'));
    await world.settleDown();
    const before = structuredClone(world.state);
    expect((await world.useCases.cancelBooking(world.partner({ dryRun: true }), { id })).data.status).toBe('cancelled');
    expect(world.state).toEqual(before);
  });
});

describe('R1 the place of a booking that moves', () => {
  const later = at('09:00', '2026-04-20');

  it('asks for a place again once the session is over, and refuses when others have all', async () => {
    const { world, book, claims } = await given({ capacity: 1 });
    const { id } = await book(at('09:00'));
    world.passTime(26 * 3_600_000);
    const { id: other } = await book(at('14:00'));
    await world.settleDown();
    const before = claims();
    for (const context of [world.partner(), world.partner({ dryRun: true })]) {
      const move = world.useCases.rescheduleBooking(context, { id, start: later });
      expect((await refusalOf(move)).code).toBe('CAPACITY_FULL');
    }
    await world.settleDown();
    expect(claims()).toEqual(before);
    await world.useCases.cancelBooking(world.partner(), { id: other });
    expect((await world.useCases.rescheduleBooking(world.partner(), { id, start: later })).data.placeNumber).toBe(1);
    await world.settleDown();
    expect(claims()).toHaveLength(2);
    expect((await refusalOf(book(at('15:00')))).code).toBe('CAPACITY_FULL');
  });

  it('keeps the place of a booking, also with a coach who takes fewer by now', async () => {
    const { world, coach, book } = await given({ capacity: 2 });
    const [, { id }] = [await book(at('09:00')), await book(at('11:00'))];
    await world.useCases.updateCoach(world.partner(), { coach: coach.id, capacity: 1 });
    const move = (context = world.partner()) => world.useCases.rescheduleBooking(context, { id, start: later });
    expect((await move(world.partner({ dryRun: true }))).data.placeNumber).toBe(2);
    expect((await move()).data.placeNumber).toBe(2);
  });

  it('ends with the booking again when that moves to an earlier time', async () => {
    const { world, book, claims } = await given({ capacity: 1 });
    const { id } = await book(later);
    await world.useCases.rescheduleBooking(world.partner(), { id, start: at('09:00') });
    await world.drain();
    expect(claims().find((claim) => 'place' in claim)).toMatchObject({ until: Date.parse(at('10:00')), settled: true });
  });
});

describe('V03 once the start has passed', () => {
  const begun = async () => {
    const setting = await given();
    const { world, book } = setting;
    const { id, manageToken } = await book(at('09:00'));
    world.passTime(25 * 3_600_000);
    return { ...setting, id, guest: world.guest(manageToken) };
  };

  it.each(['cancelBooking', 'deleteBooking', 'rescheduleBooking'] as const)(
    'refuses %s by the attendee, and changes nothing',
    async (operation) => {
      const { world, id, guest } = await begun();
      const { userId } = { userId: 'c'.repeat(24) };
      const stored = world.state.bookings.get(id)!;
      world.state.bookings.set(id, { ...stored, attendee: { kind: 'client', id: userId } } as typeof stored);
      const client = world.person({ userId, role: 'client' });
      for (const context of [guest, client, { ...guest, dryRun: true }]) {
        const call =
          operation === 'rescheduleBooking'
            ? world.useCases.rescheduleBooking(context, { id, start: at('13:00') })
            : world.useCases[operation](context, { id });
        expect(await refusalOf(call)).toMatchObject({ code: 'NOT_ALLOWED_NOW', details: { status: 'confirmed' } });
      }
      expect(world.state.bookings.get(id)).toMatchObject({ status: 'confirmed', version: 1 });
    },
  );

  it('refuses to move a session that began early, for the attendee', async () => {
    const { world, book } = await given();
    const { id, manageToken } = await book(at('09:00'));
    world.passTime(17 * 3_600_000);
    await world.useCases.startBooking(world.partner(), { id });
    const move = world.useCases.rescheduleBooking(world.guest(manageToken), { id, start: at('13:00') });
    expect((await refusalOf(move)).code).toBe('NOT_ALLOWED_NOW');
  });

  it('lets the coach side move and cancel', async () => {
    const { world, id } = await begun();
    await world.useCases.rescheduleBooking(world.partner(), { id, start: at('13:00') });
    expect((await world.useCases.cancelBooking(world.partner(), { id })).data.status).toBe('cancelled');
  });
});

describe('moving a booking', () => {
  it('takes the new time, frees the old one and records both', async () => {
    const { world, book, starts, claims } = await given();
    const { id } = await book(at('09:00'));
    const { data } = await world.useCases.rescheduleBooking(world.partner(), {
      id,
      start: at('13:00'),
      reason: 'dentist',
      notify: false,
    });
    expect(data).toMatchObject({
      status: 'confirmed',
      start: at('13:00'),
      end: at('14:00'),
      version: 2,
      rescheduleHistory: [
        {
          originalStart: at('09:00'),
          newStart: at('13:00'),
          reason: 'dentist',
          at: '2026-04-13T08:00:00Z',
          by: 'partner',
        },
      ],
    });
    expect(await starts()).toContain('09:00');
    expect(await starts()).not.toContain('13:00');
    await world.settleDown();
    expect(claims()).toMatchObject([
      { start: Date.parse(at('13:00')), settled: true },
      { place: 1, until: Date.parse(at('14:00')), settled: true },
    ]);
    expect(world.state.bookings.get(id)).toMatchObject({
      time: { local: { hour: 13 } },
      outbox: [{}, { type: 'booking.rescheduled', data: { notify: false } }],
    });
  });

  it('moves a booking into its present time', async () => {
    const { world, book } = await given();
    const { id, manageToken } = await book(at('09:00'));
    expect(
      (await world.useCases.rescheduleBooking(world.guest(manageToken), { id, start: at('09:30') })).data.start,
    ).toBe(at('09:30'));
  });

  it('changes nothing when the time is the same', async () => {
    const { world, book } = await given();
    const { id } = await book(at('09:00'));
    const { data } = await world.useCases.rescheduleBooking(world.partner(), { id, start: at('09:00') });
    expect(data).toMatchObject({ version: 1, status: 'confirmed', rescheduleHistory: [] });
  });

  it('R19 makes it pending again for an attendee of a coach who confirms by hand', async () => {
    const { world, coach, book, starts } = await given();
    const { id, manageToken } = await book(at('09:00'));
    const workingHours = everyDay('09:00', '17:00');
    await world.useCases.patchSchedule(world.partner(), { coach: coach.id, workingHours, autoConfirm: false });
    const { data } = await world.useCases.rescheduleBooking(world.guest(manageToken), { id, start: at('13:00') });
    expect(data).toMatchObject({ status: 'pending', start: at('13:00') });
    expect(await starts()).toContain('09:00');
    await world.useCases.confirmBooking(world.partner(), { id });
    expect((await world.useCases.rescheduleBooking(world.partner(), { id, start: at('15:00') })).data.status).toBe(
      'confirmed',
    );
  });

  it('R19 returns a session in progress to its status before', async () => {
    const { world, book } = await given();
    const { id } = await book(at('09:00'));
    world.passTime(25 * 3_600_000);
    await world.useCases.startBooking(world.partner(), { id });
    expect(
      (await world.useCases.rescheduleBooking(world.partner(), { id, start: at('09:00', '2026-04-20') })).data,
    ).toMatchObject({ status: 'confirmed', start: at('09:00', '2026-04-20') });
  });

  it('keeps a pending booking pending', async () => {
    const { world, book } = await given({ schedule: { workingHours: everyDay('09:00', '17:00'), autoConfirm: false } });
    const { id } = await book(at('09:00'));
    expect((await world.useCases.rescheduleBooking(world.partner(), { id, start: at('10:00') })).data.status).toBe(
      'pending',
    );
  });

  it('refuses a move by rules and by other bookings, and changes nothing then', async () => {
    const { world, book, claims } = await given();
    const { id } = await book(at('09:00'));
    await book(at('13:00'));
    await world.settleDown();
    const before = claims();
    for (const [start, code] of [
      [at('13:30'), 'SLOT_TAKEN'],
      [at('20:00'), 'OUTSIDE_HOURS'],
      [at('09:10'), 'OFF_GRID'],
      [at('07:00', '2026-04-13'), 'START_IN_PAST'],
    ] as const) {
      for (const dryRun of [true, false]) {
        const refusal = await refusalOf(world.useCases.rescheduleBooking(world.partner({ dryRun }), { id, start }));
        expect([refusal.code, refusal.details?.alternatives?.length]).toEqual([code, 3]);
      }
    }
    expect(claims()).toEqual(before);
    expect(world.state.bookings.get(id)).toMatchObject({ version: 1 });
  });

  it('refuses to move a cancelled booking', async () => {
    const { world, book } = await given();
    const { id } = await book(at('09:00'));
    await world.useCases.deleteBooking(world.partner(), { id });
    expect((await refusalOf(world.useCases.rescheduleBooking(world.partner(), { id, start: at('13:00') }))).code).toBe(
      'NOT_ALLOWED_NOW',
    );
  });

  it('sets the time of a booking that has only a place, and keeps the place', async () => {
    const { world, coach } = await given({ capacity: 5 });
    const { data } = await world.useCases.createBooking(world.visitor(), {
      coachId: coach.id,
      placeNumber: 4,
      attendee: ANA,
    });
    const moved = await world.useCases.rescheduleBooking(world.guest(data.manageToken), {
      id: data.id,
      start: at('09:00'),
    });
    expect(moved.data).toMatchObject({
      start: at('09:00'),
      end: at('10:00'),
      placeNumber: 4,
      rescheduleHistory: [{ newStart: at('09:00') }],
    });
    expect(moved.data.rescheduleHistory[0]).not.toHaveProperty('originalStart');
    expect((await world.useCases.getCoach(world.visitor(), { coach: coach.id })).data.capacity.booked).toBe(1);
  });

  it('changes the length, for the coach side only', async () => {
    const { world, book } = await given();
    const { id, manageToken } = await book(at('09:00'));
    const input = { id, start: at('09:00'), duration: 90 };
    expect((await refusalOf(world.useCases.rescheduleBooking(world.guest(manageToken), input))).code).toBe(
      'NOT_PERMITTED_FIELD',
    );
    expect((await world.useCases.rescheduleBooking(world.partner(), input)).data).toMatchObject({
      duration: 90,
      end: at('10:30'),
    });
  });

  it('works for a service that is no longer offered, with the booking’s own length', async () => {
    const { world, coach, book } = await given();
    const { id } = await book(at('09:00'));
    await world.useCases.deleteService(world.partner(), { coach: coach.id, id: coach.serviceId! });
    expect((await world.useCases.rescheduleBooking(world.partner(), { id, start: at('11:00') })).data).toMatchObject({
      end: at('12:00'),
      price: { amount: 7500 },
    });
  });
});

describe('the notes of a booking', () => {
  it('changes the notes of a booking, and publishes the change', async () => {
    const { world, book } = await given();
    const { id, manageToken } = await book(at('09:00'));
    const { data } = await world.useCases.updateBooking(world.guest(manageToken), { id, notes: 'better' });
    expect(data).toMatchObject({ notes: 'better', version: 2 });
    expect(world.state.bookings.get(id)).toMatchObject({ outbox: [{}, { type: 'booking.updated' }] });
  });

  it('makes no change of notes that are the same', async () => {
    const { world, book } = await given();
    const { id } = await book(at('09:00'), { notes: 'same' });
    expect((await world.useCases.updateBooking(world.partner(), { id, notes: 'same' })).data.version).toBe(1);
  });
});
