import { describe, expect, it } from 'vitest';
import { ANA, createWorld, everyDay, givenCoach, NOW, refusalOf, type World } from '../../../test/application/world.ts';

const at = (time: string, date = '2026-04-14') => `${date}T${time}:00Z`;

const given = async (overrides: Parameters<typeof givenCoach>[1] = {}) => {
  const world = createWorld();
  const coach = await givenCoach(world, overrides);
  const input = (start: string, more: object = {}) => ({
    coachId: coach.id,
    serviceId: coach.services[0]!.id,
    start,
    attendee: ANA,
    ...more,
  });
  const slots = async (world: World, date = '2026-04-14') =>
    (await world.useCases.listSlots(world.visitor(), { coach: coach.id, from: date, to: date })).data;
  return { world, coach, input, slots };
};

describe('a booking by a visitor', () => {
  it('returns everything that the contract promises', async () => {
    const { world, coach, input } = await given();
    const { data } = await world.useCases.createBooking(world.visitor(), input(at('09:00'), { notes: 'left knee' }));
    expect(data).toMatchObject({
      coachId: coach.id,
      status: 'confirmed',
      start: at('09:00'),
      end: at('10:00'),
      duration: 60,
      timeZone: 'America/New_York',
      attendee: { kind: 'lead', ...ANA },
      summary: 'Strength session with Ana Diaz',
      notes: 'left knee',
      price: { amount: 7500, currency: 'EUR' },
      version: 1,
      rescheduleHistory: [],
      createdAt: '2026-04-13T08:00:00Z',
      manageUrl: `https://book.example/manage/${data.manageToken}`,
    });
  });

  it('removes the time from the slots, buffers included', async () => {
    const { world, input, slots } = await given({
      schedule: { workingHours: everyDay('09:00', '17:00'), slotInterval: 30, bufferAfter: 15 },
    });
    await world.useCases.createBooking(world.visitor(), input(at('11:00')));
    const { slots: left } = await slots(world);
    expect(left.map(({ start }) => start.slice(11, 16))).toEqual([
      '09:00',
      '09:30',
      '12:30',
      '13:00',
      '13:30',
      '14:00',
      '14:30',
      '15:00',
      '15:30',
      '16:00',
    ]);
  });

  it('records the values of the moment, and its outbox event', async () => {
    const { world, input } = await given({
      timeZone: 'Asia/Kathmandu',
      schedule: { workingHours: everyDay('00:00', '24:00') },
    });
    const { data } = await world.useCases.createBooking(
      world.visitor(),
      input(at('20:15'), { utm: { source: 'news' }, consent: true }),
    );
    expect(world.state.bookings.get(data.id)).toMatchObject({
      time: { local: { date: '2026-04-15', hour: 2, weekday: 3 } },
      scheduleVersion: 1,
      serviceTitle: 'Strength session',
      policy: { bufferAfter: 0, autoConfirm: true },
      utm: { source: 'news' },
      consent: true,
      outbox: [{ type: 'booking.created', data: { status: 'confirmed', by: 'attendee' } }],
    });
    expect(JSON.stringify(world.state.bookings.get(data.id))).not.toContain('ana@');
  });

  it('makes a pending booking when the schedule does not confirm automatically', async () => {
    const { world, input } = await given({
      schedule: { workingHours: everyDay('09:00', '17:00'), autoConfirm: false },
    });
    expect((await world.useCases.createBooking(world.visitor(), input(at('09:00')))).data.status).toBe('pending');
    expect((await world.useCases.createBooking(world.partner(), input(at('10:00')))).data.status).toBe('scheduled');
  });

  it('leaves claims that are settled and named', async () => {
    const { world, coach, input } = await given();
    const { data } = await world.useCases.createBooking(world.visitor(), input(at('09:00')));
    await world.settleDown();
    const [claim] = world.state.ledgers.get(`${coach.id}:2026-04-14`)!.claims;
    expect(claim).toMatchObject({ owner: { kind: 'booking', id: data.id }, settled: true, sweepAt: null });
    expect(world.state.bookings.get(data.id)).toMatchObject({
      claims: [
        { id: claim!.id, ledgers: [`${coach.id}:2026-04-14`] },
        { id: `${data.id}.place`, ledgers: [`${coach.id}:places`] },
      ],
    });
  });

  it('claims both days when it crosses midnight in UTC', async () => {
    const { world, coach, input } = await given({ schedule: { workingHours: everyDay('00:00', '24:00') } });
    await world.useCases.createBooking(world.visitor(), input(at('23:30')));
    expect(world.state.ledgers.get(`${coach.id}:2026-04-14`)!.claims).toHaveLength(1);
    expect(world.state.ledgers.get(`${coach.id}:2026-04-15`)!.claims).toHaveLength(1);
    expect(
      (await refusalOf(world.useCases.createBooking(world.visitor(), input(at('00:00', '2026-04-15'))))).code,
    ).toBe('SLOT_TAKEN');
  });
});

describe('a start that cannot be booked', () => {
  const schedule = {
    workingHours: everyDay('09:00', '17:00'),
    breaks: everyDay('12:00', '13:00'),
    slotInterval: 30,
    minimumNotice: 120,
    bookingWindow: 10,
  };
  it.each([
    ['START_IN_PAST', at('07:00', '2026-04-13')],
    ['TOO_SOON', at('09:00', '2026-04-13')],
    ['TOO_FAR', at('09:00', '2026-04-24')],
    ['OUTSIDE_HOURS', at('20:00')],
    ['IN_BREAK', at('11:30')],
    ['IN_TIME_OFF', at('09:00', '2026-04-20')],
    ['OFF_GRID', at('09:10')],
  ] as const)('refuses a start: %s', async (code, start) => {
    const { world, coach, input } = await given({ schedule });
    await world.useCases.addTimeOff(world.partner(), {
      coach: coach.id,
      start: at('00:00', '2026-04-20'),
      end: at('00:00', '2026-04-21'),
    });
    for (const context of [world.visitor(), world.partner(), world.visitor({ dryRun: true })]) {
      const refusal = await refusalOf(world.useCases.createBooking(context, input(start)));
      expect(refusal.code).toBe(code);
      expect(refusal.details?.alternatives).toHaveLength(3);
      expect(refusal.details?.nextAvailable).toEqual(expect.stringMatching(/Z$/));
    }
    expect(world.state.bookings.size).toBe(0);
  });

  it('refuses a start with SLOT_TAKEN, the three nearest starts and the next one', async () => {
    const { world, input } = await given();
    await world.useCases.createBooking(world.visitor(), input(at('11:00')));
    const { code, details } = await refusalOf(world.useCases.createBooking(world.visitor(), input(at('11:30'))));
    expect(code).toBe('SLOT_TAKEN');
    expect(details).toEqual({
      alternatives: ['12:00', '12:30', '10:00'].map((time) => ({
        start: at(time),
        end: at(`${Number(time.slice(0, 2)) + 1}${time.slice(2)}`),
      })),
      nextAvailable: at('12:00'),
    });
  });

  it.each([
    ['COACH_NOT_FOUND', { coachId: 'f'.repeat(24) }],
    ['SERVICE_NOT_FOUND', { serviceId: 'f'.repeat(24) }],
    ['INVALID_REQUEST', { start: undefined }],
    ['INVALID_REQUEST', { placeNumber: 1 }],
    ['INVALID_REQUEST', { attendee: undefined }],
    ['INVALID_REQUEST', { attendee: { ...ANA, timeZone: 'Mars/Base' } }],
    ['HOLD_MISMATCH', { holdToken: 'nonsense' }],
    ['NOT_PERMITTED_FIELD', { duration: 30 }],
    ['NOT_PERMITTED_FIELD', { summary: 'x' }],
    ['NOT_PERMITTED_FIELD', { locationKind: 'online' }],
    ['NOT_PERMITTED_FIELD', { place: { address: '12 Pier Street' } }],
    ['NOT_PERMITTED_FIELD', { leadId: 'f'.repeat(24) }],
  ] as const)('refuses a start with %s for %o', async (code, more) => {
    const { world, input } = await given();
    expect((await refusalOf(world.useCases.createBooking(world.visitor(), input(at('09:00'), more)))).code).toBe(code);
  });

  it('refuses with COACH_INACTIVE, also when the process has cached an active coach', async () => {
    const { world, coach, input } = await given();
    await world.useCases.listSlots(world.visitor(), { coach: coach.id, from: '2026-04-14', to: '2026-04-14' });
    await world.deps.coaches.replace({ ...(await world.deps.coaches.byId(coach.id))!, active: false, version: 2 }, 1);
    expect((await refusalOf(world.useCases.createBooking(world.visitor(), input(at('09:00'))))).code).toBe(
      'COACH_INACTIVE',
    );
    expect([...world.state.ledgers.values()].flatMap(({ claims }) => claims)).toEqual([]);
  });

  it('refuses a partner and mode without the coach', async () => {
    const { world, input } = await given();
    const visitor = world.visitor();
    for (const caller of [
      { ...visitor.caller, partnerId: 'b'.repeat(24) },
      { ...visitor.caller, mode: 'live' as const },
    ]) {
      expect((await refusalOf(world.useCases.createBooking({ ...visitor, caller }, input(at('09:00'))))).code).toBe(
        'COACH_NOT_FOUND',
      );
    }
  });
});

describe('S20 the fields of a visitor', () => {
  it('bounds the fields of a visitor in all, in any division', async () => {
    const { world, input } = await given();
    const answers = (size: number) => Object.fromEntries([1, 2, 3, 4].map((n) => [`q${n}`, 'a'.repeat(size)]));
    const refused = await refusalOf(
      world.useCases.createBooking(world.visitor(), input(at('09:00'), { answers: answers(1999) })),
    );
    expect([refused.code, refused.details?.problems?.[0]?.path]).toEqual(['INVALID_REQUEST', 'answers']);
    const { data } = await world.useCases.createBooking(
      world.visitor(),
      input(at('09:00'), { answers: answers(1998) }),
    );
    expect(Object.keys(data.answers!)).toHaveLength(4);
  });
});

describe('an idempotency key', () => {
  const idempotencyKey = 'key-00000001';
  it('returns the same booking again', async () => {
    const { world, input } = await given();
    const first = await world.useCases.createBooking(world.visitor({ idempotencyKey }), input(at('09:00')));
    expect(await world.useCases.createBooking(world.visitor({ idempotencyKey }), input(at('09:00')))).toEqual(first);
    expect(world.state.bookings.size).toBe(1);
  });

  it('refuses an idempotency key with another body, and separates it for each caller', async () => {
    const { world, input } = await given();
    await world.useCases.createBooking(world.visitor({ idempotencyKey }), input(at('09:00')));
    const again = world.useCases.createBooking(world.visitor({ idempotencyKey }), input(at('10:00')));
    expect((await refusalOf(again)).code).toBe('IDEMPOTENCY_MISMATCH');
    await world.useCases.createBooking(world.partner({ idempotencyKey }), input(at('10:00')));
  });

  it('does not remember a refusal', async () => {
    const { world, coach, input } = await given({ schedule: { workingHours: everyDay('00:00', '24:00') } });
    const blocker = await world.useCases.createBooking(world.visitor(), input(at('00:00', '2026-04-15')));
    const wanted = input(at('23:30'));
    expect((await refusalOf(world.useCases.createBooking(world.visitor({ idempotencyKey }), wanted))).code).toBe(
      'SLOT_TAKEN',
    );
    expect(world.state.ledgers.get(`${coach.id}:2026-04-14`)!.claims).toEqual([]);
    await world.useCases.deleteBooking(world.partner(), { id: blocker.data.id });
    const { data } = await world.useCases.createBooking(world.visitor({ idempotencyKey }), wanted);
    expect(data.start).toBe(wanted.start);
  });

  it('uses up no idempotency key in a dry run', async () => {
    const { world, input } = await given();
    await world.useCases.createBooking(world.visitor({ idempotencyKey, dryRun: true }), input(at('09:00')));
    expect(world.state.idempotency.size).toBe(0);
  });
});

describe('a dry run of a booking', () => {
  it('returns the booking that would be made and writes nothing', async () => {
    const { world, input } = await given({ capacity: 3 });
    const before = structuredClone(world.state);
    const { data } = await world.useCases.createBooking(world.visitor({ dryRun: true }), input(at('09:00')));
    expect(data).toMatchObject({ start: at('09:00'), status: 'confirmed', placeNumber: 1 });
    expect(world.state).toEqual(before);
    expect((await refusalOf(world.useCases.getBooking(world.guest(data.manageToken), { id: data.id }))).code).toBe(
      'BOOKING_NOT_FOUND',
    );
  });

  it('respects what others have taken', async () => {
    const { world, input } = await given();
    await world.useCases.createBooking(world.visitor(), input(at('09:00')));
    const again = world.useCases.createBooking(world.visitor({ dryRun: true }), input(at('09:30')));
    expect((await refusalOf(again)).code).toBe('SLOT_TAKEN');
  });
});

describe('numbered places', () => {
  it('takes places from the lowest, and releases them by a cancellation', async () => {
    const { world, coach, input } = await given({ capacity: 2 });
    const first = await world.useCases.createBooking(world.visitor(), input(at('09:00')));
    const second = await world.useCases.createBooking(world.visitor(), input(at('10:00')));
    expect([first.data.placeNumber, second.data.placeNumber]).toEqual([1, 2]);
    expect((await refusalOf(world.useCases.createBooking(world.visitor(), input(at('11:00'))))).code).toBe(
      'CAPACITY_FULL',
    );
    expect((await world.useCases.getCoach(world.visitor(), { coach: coach.id })).data.capacity).toEqual({
      total: 2,
      booked: 2,
      available: 0,
    });
    await world.useCases.cancelBooking(world.partner(), { id: first.data.id });
    expect((await world.useCases.createBooking(world.visitor(), input(at('11:00')))).data.placeNumber).toBe(1);
  });

  it('books a place by number without a time', async () => {
    const { world, coach } = await given({ capacity: 5 });
    const book = () =>
      world.useCases.createBooking(world.visitor(), { coachId: coach.id, placeNumber: 3, attendee: ANA });
    const { data } = await book();
    expect(data).toMatchObject({ placeNumber: 3, status: 'confirmed' });
    expect(data).not.toHaveProperty('start');
    expect((await refusalOf(book())).code).toBe('PLACE_TAKEN');
  });

  it('lists no slots when all places are taken, for the reason capacity', async () => {
    const { world, input, slots } = await given({ capacity: 1 });
    await world.useCases.createBooking(world.visitor(), input(at('09:00')));
    expect(await slots(world)).toMatchObject({ slots: [], days: [], reason: 'capacity', nextAvailable: null });
  });
});

describe('a booking by the coach side', () => {
  it('lets the coach side set length, kind and summary, and name a lead', async () => {
    const { world, input } = await given();
    const first = await world.useCases.createBooking(world.visitor(), input(at('09:00')));
    const { data } = await world.useCases.createBooking(
      world.partner(),
      input(at('10:00'), {
        attendee: undefined,
        leadId: first.data.attendee.id,
        duration: 30,
        locationKind: 'in_person',
        summary: 'Talk',
        serviceId: undefined,
      }),
    );
    expect(data).toMatchObject({
      duration: 30,
      end: at('10:30'),
      locationKind: 'in_person',
      summary: 'Talk',
      attendee: first.data.attendee,
    });
  });
});

describe('the place of a booking by the coach side', () => {
  const place = { address: '12 Pier Street, Boston' };
  const givenHall = () =>
    given({
      services: [{ title: 'Boxing', duration: 60, locationKind: 'in_person', place: { address: '1 Hall Road' } }],
    });

  it('stands in the place of the service’s, and goes where the session is online', async () => {
    const { world, input } = await givenHall();
    const book = async (start: string, more: object) =>
      (await world.useCases.createBooking(world.partner(), input(at(start), more))).data;
    expect((await book('09:00', {})).place).toEqual({ address: '1 Hall Road' });
    expect((await book('11:00', { place })).place).toEqual(place);
    expect(await book('13:00', { locationKind: 'online' })).not.toHaveProperty('place');
    const home = { serviceId: undefined, duration: 60, locationKind: 'in_person', place };
    expect((await book('15:00', home)).place).toEqual(place);
  });

  it('refuses a place for a session online before anything is claimed', async () => {
    const { world, input } = await givenHall();
    const more = { locationKind: 'online', place } as const;
    for (const dryRun of [true, false]) {
      const refused = world.useCases.createBooking(world.partner({ dryRun }), input(at('09:00'), more));
      expect((await refusalOf(refused)).details).toMatchObject({ problems: [{ path: 'place' }] });
    }
    expect([...world.state.ledgers.values()].flatMap(({ claims }) => claims)).toEqual([]);
  });
});

describe('contacts of bookings', () => {
  it('stores one lead per e-mail, while each booking shows the contacts of its own form', async () => {
    const { world, input } = await given();
    const first = await world.useCases.createBooking(world.visitor(), input(at('09:00')));
    const second = await world.useCases.createBooking(
      world.visitor(),
      input(at('10:00'), { attendee: { name: 'A.', email: 'ANA@example.com' } }),
    );
    expect(second.data.attendee.id).toBe(first.data.attendee.id);
    expect(second.data.attendee).not.toHaveProperty('phone');
    expect((await world.useCases.getBooking(world.partner(), { id: first.data.id })).data.attendee).toEqual(
      first.data.attendee,
    );
  });
});

it('expires a manage link ninety days after the session', async () => {
  const { world, input } = await given();
  const { data } = await world.useCases.createBooking(world.visitor(), input(at('09:00')));
  const { expiresAt } = world.deps.tokens.readManage(data.manageToken!, NOW)!;
  expect(expiresAt).toBe(Date.parse(at('10:00')) + 90 * 86_400_000);
});

describe('api 15: a start that is too soon', () => {
  it('refuses a start that is too soon with the rule that is against it', async () => {
    const hours = { workingHours: everyDay('00:00', '24:00'), slotInterval: 30 } as const;
    const detail = async (schedule: object, start: string) => {
      const { world, input } = await given({ schedule: { ...hours, ...schedule } });
      return (await refusalOf(world.useCases.createBooking(world.visitor(), input(start)))).detail;
    };
    const today = at('12:00', '2026-04-13');
    expect(await detail({ sameDayBooking: false }, today)).toContain(': no session is booked for the same day.');
    expect(await detail({ minimumNotice: 1440 }, today)).toContain(': sessions are booked 1440 minutes ahead.');
    expect(await detail({ sameDayBooking: false, minimumNotice: 4320 }, at('12:00'))).toContain('4320 minutes ahead.');
  });
});
