import { beforeEach, describe, expect, it } from 'vitest';
import { ANA, createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';
import type { Booking } from '../../domain/booking/booking.ts';
import type { ImportReport } from './run-import.ts';

/** The world's clock shows Monday, 13 April 2026, 08:00 in UTC. */
const row = (externalId: string, start: string, given: object = {}) => ({
  externalId,
  coach: 'coach-a',
  start,
  duration: 60,
  attendeeName: 'Ana Diaz',
  attendeeEmail: 'ana@example.com',
  ...given,
});

describe('R38 importing bookings', () => {
  let world: World;
  let coach: Awaited<ReturnType<typeof givenCoach>>;
  beforeEach(async () => {
    world = createWorld();
    coach = await givenCoach(world);
  });
  const send = async (...rows: object[]): Promise<ImportReport> =>
    (await world.useCases.importBookings(world.partner(), { rows: rows as never })).data;
  const tryOut = async (...rows: object[]): Promise<ImportReport> =>
    (await world.useCases.importBookings(world.partner({ dryRun: true }), { rows: rows as never })).data;
  const stored = () => [...world.state.bookings.values()].filter((one): one is Booking => one.kind === 'booking');
  const errorsOf = ({ rows }: ImportReport) =>
    rows.flatMap(({ row: at, errors = [] }) => errors.map(({ field, code }) => [at, field, code]));
  const claimsOf = () =>
    [...world.state.ledgers].flatMap(([id, { claims }]) => claims.map((claim) => [id, claim.owner.id]));

  describe('that are over', () => {
    it('records them as they were: without claims, places and events, and tells nobody', async () => {
      await world.useCases.updateCoach(world.partner(), { coach: 'coach-a', capacity: 1 });
      const report = await send(
        row('1', '2025-03-03 09:00', { duration: undefined, service: 'strength-session', notes: 'Knee' }),
        row('2', '2025-03-03 09:30', { status: 'no_show', priceAmount: 100, priceCurrency: 'USD' }),
        row('3', '2025-03-03 09:30', { status: 'cancelled', cancelledBy: 'attendee', cancellationReason: 'Ill' }),
      );
      expect(report).toMatchObject({ created: 3, existing: 0, refused: 0 });
      await world.drain();
      expect(stored().map(({ id }) => id)).toEqual(report.rows.map(({ id }) => id));
      const start = Date.parse('2025-03-03T09:00:00Z');
      expect(stored()[0]).toMatchObject({
        status: 'completed',
        duration: 60,
        serviceId: coach.serviceId,
        serviceTitle: 'Strength session',
        price: { amount: 7500, currency: 'EUR' },
        notes: 'Knee',
        time: { start, end: start + 3_600_000, local: { date: '2025-03-03', hour: 9 } },
        createdAt: start,
        history: [{ type: 'created', by: 'partner', to: 'completed' }],
      });
      expect(stored()[1]).toMatchObject({ status: 'no_show', price: { amount: 100, currency: 'USD' } });
      expect(stored()[1]).not.toHaveProperty('serviceId');
      expect(stored()[2]).toMatchObject({
        status: 'cancelled',
        cancelledBy: 'attendee',
        cancellationReason: 'Ill',
        cancelledAt: Date.parse('2025-03-03T09:30:00Z'),
      });
      for (const { claims, outbox } of stored()) expect([claims, outbox]).toEqual([[], []]);
      expect(claimsOf()).toEqual([]);
      expect(world.sent).toEqual([]);
    });

    it('R18 takes people without an e-mail, each row a lead of its own, however often it is sent', async () => {
      const nameless = { attendeeEmail: undefined };
      const rows = [row('1', '2025-03-03 09:00', nameless), row('2', '2026-04-15 09:00', nameless)];
      expect(await send(...rows)).toMatchObject({ created: 2 });
      expect(await send(...rows, row('3', '2025-03-04 09:00'))).toMatchObject({ created: 1, existing: 2 });
      expect(stored().map(({ attendee }) => attendee.kind)).toEqual(['lead', 'lead', 'lead']);
      const { data: leads } = await world.useCases.listLeads(world.partner(), { coach: 'coach-a' });
      expect(leads.map(({ name, email, bookings }) => [name, email, bookings]).sort()).toEqual(
        [
          ['Ana Diaz', undefined, 1],
          ['Ana Diaz', undefined, 1],
          ['Ana Diaz', 'ana@example.com', 1],
        ].sort(),
      );
      expect(errorsOf(await send(row('4', '2025-03-03 09:00', { ...nameless, attendeeName: undefined })))).toEqual([
        [1, 'attendeeName', 'INVALID_REQUEST'],
      ]);
    });

    it('shows them in the lists of the coach, with the details of the row', async () => {
      await send(row('1', '2026-03-02 09:00', { attendeePhone: '+1 212 555 0100', serviceTitle: 'Old times' }));
      const { data } = await world.useCases.listCoachBookings(world.partner(), {
        coach: 'coach-a',
        from: '2026-03-01',
      });
      expect(data).toMatchObject([
        { status: 'completed', summary: 'Old times with Ana Diaz', attendee: { kind: 'lead', name: 'Ana Diaz' } },
      ]);
      const { data: leads } = await world.useCases.listLeads(world.partner(), { coach: 'coach-a' });
      expect(leads).toMatchObject([{ email: 'ana@example.com', source: 'import' }]);
    });
  });

  describe('that are still to come', () => {
    it('R38 keeps with the booking that nobody is to be reminded of it', async () => {
      await send(row('1', '2026-04-14 10:00', { reminders: false }), row('2', '2026-04-14 12:00', { reminders: true }));
      expect(stored().map(({ reminders }) => reminders)).toEqual([false, undefined]);
    });

    it('takes their time from everybody else, and notes that nobody is to be told', async () => {
      const report = await send(row('1', '2026-04-14 10:00'));
      await world.drain();
      const [booking] = stored();
      expect(booking).toMatchObject({
        status: 'scheduled',
        outbox: [{ type: 'booking.created', data: { notify: false } }],
        claims: [{ ledgers: [`${coach.coachId}:2026-04-14`] }, { ledgers: [`${coach.coachId}:places`] }],
      });
      expect(claimsOf()).toEqual([
        [`${coach.coachId}:2026-04-14`, report.rows[0]!.id],
        [`${coach.coachId}:places`, report.rows[0]!.id],
      ]);
      const { data } = await world.useCases.listSlots(world.visitor(), {
        coach: 'coach-a',
        from: '2026-04-14',
        to: '2026-04-14',
      });
      expect(data.slots.map(({ start }) => start)).not.toContain('2026-04-14T10:00:00Z');
      expect(world.sent).toEqual([]);
      await world.settleDown();
      expect(claimsOf()).toHaveLength(2);
    });

    it('lets them lie where nobody could book: outside hours, off the grid, within buffers, over capacity', async () => {
      await world.useCases.updateCoach(world.partner(), { coach: 'coach-a', capacity: 1 });
      await world.useCases.updateSchedule(world.partner(), {
        coach: 'coach-a',
        timeZone: 'UTC',
        workingHours: [],
        bufferBefore: 30,
        bufferAfter: 30,
        minimumNotice: 10_000,
      });
      const report = await send(
        row('1', '2026-04-14 03:07'),
        row('2', '2026-04-14 04:07'),
        row('3', '2027-04-14 04:07'),
      );
      expect(report).toMatchObject({ created: 3 });
      expect(
        stored()
          .map(({ placeNumber }) => placeNumber)
          .sort(),
      ).toEqual([1, 2, 3]);
      expect(stored()[0]).toMatchObject({ policy: { bufferBefore: 30, bufferAfter: 30 } });
    });

    it('R30 R38 counts their places when the coach gets a limit later, and those of what is over nowhere', async () => {
      const limitTo = async (capacity: number) => {
        const { data } = await world.useCases.updateCoach(world.partner(), { coach: 'coach-a', capacity });
        return data.capacity;
      };
      await send(row('1', '2026-04-14 10:00'), row('2', '2026-04-15 10:00'), row('3', '2026-04-10 10:00'));
      expect(await limitTo(3)).toEqual({ total: 3, booked: 2, available: 1 });
      expect(await limitTo(2)).toEqual({ total: 2, booked: 2, available: 0 });
      const wanted = { coachId: coach.coachId, serviceId: coach.serviceId!, attendee: ANA };
      const book = (start: string) => world.useCases.createBooking(world.visitor(), { ...wanted, start });
      expect((await refusalOf(book('2026-04-16T10:00:00Z'))).code).toBe('CAPACITY_FULL');
      world.passTime(28 * 3_600_000);
      expect((await book('2026-04-16T10:00:00Z')).data.placeNumber).toBe(1);
    });

    it('refuses the row that overlaps a booking, a hold, or a row before it, and writes the others', async () => {
      await send(row('0', '2026-04-14 09:00'));
      const { coachId, serviceId } = coach;
      await world.useCases.createHold(world.visitor(), {
        coachId,
        serviceId: serviceId!,
        start: '2026-04-14T11:00:00Z',
      });
      const rows = [
        row('1', '2026-04-14 09:30'),
        row('2', '2026-04-14 10:00'),
        row('3', '2026-04-14 10:30', { duration: 30 }),
        row('4', '2026-04-14 11:30'),
        row('5', '2026-04-14 09:30', { status: 'cancelled' }),
      ];
      const expected = [
        [1, 'start', 'SLOT_TAKEN'],
        [3, 'start', 'SLOT_TAKEN'],
        [4, 'start', 'SLOT_TAKEN'],
      ];
      expect(errorsOf(await tryOut(...rows))).toEqual(expected);
      expect(stored()).toHaveLength(1);
      const report = await send(...rows);
      expect(errorsOf(report)).toEqual(expected);
      expect(report.rows[2]!.errors![0]!.message).toBe('Row 2 has a session of coach coach-a at this time.');
      expect(report).toMatchObject({ created: 2, refused: 3 });
    });

    it('writes a row at last whose time was taken, when it is sent again', async () => {
      const { rows } = await send(row('0', '2026-04-14 09:00'));
      expect(await send(row('1', '2026-04-14 09:30'))).toMatchObject({ refused: 1 });
      await world.useCases.cancelBooking(world.partner(), { id: rows[0]!.id!, notify: false });
      await world.settleDown();
      expect(await send(row('1', '2026-04-14 09:30'))).toMatchObject({ created: 1 });
    });

    it('loses to who claims the time between the plan and the claim, and can be sent again', async () => {
      const { ledgers } = world.deps as unknown as { ledgers: { claim(...all: unknown[]): Promise<boolean> } };
      const claim = ledgers.claim.bind(ledgers);
      ledgers.claim = async () => false;
      expect(errorsOf(await send(row('1', '2026-04-14 22:00', { duration: 240 })))).toEqual([
        [1, 'start', 'SLOT_TAKEN'],
      ]);
      ledgers.claim = async (...all) => (String(all[1]).endsWith('15') ? false : claim(...all));
      expect(errorsOf(await send(row('1', '2026-04-14 22:00', { duration: 240 })))).toEqual([
        [1, 'start', 'SLOT_TAKEN'],
      ]);
      expect(claimsOf()).toEqual([]);
      ledgers.claim = claim;
      expect(await send(row('1', '2026-04-14 22:00', { duration: 240 }))).toMatchObject({ created: 1 });
      expect(claimsOf()).toHaveLength(3);
    });
  });

  describe('where', () => {
    const gym = { name: 'Harbour Gym', address: '12 Pier Street' };
    const boxing = { duration: undefined, service: 'boxing' };
    beforeEach(async () => {
      const service = { title: 'Boxing', duration: 60, locationKind: 'in_person', place: gym } as const;
      await world.useCases.createService(world.partner(), { coach: coach.id, ...service });
    });

    it('takes the service’s place as it is now, or the row’s', async () => {
      const own = { locationKind: 'in_person', placeAddress: '1 Hall Road', placeHint: 'Ring.' };
      await send(
        row('1', '2025-03-03 09:00', boxing),
        row('2', '2025-03-03 11:00', own),
        row('3', '2025-03-03 13:00', { ...boxing, locationKind: 'online' }),
      );
      const hall = { address: '1 Hall Road', hint: 'Ring.' };
      expect(stored().map(({ place }) => place)).toEqual([gym, hall, undefined]);
    });

    it('accepts an address, and only of a session in person', async () => {
      const report = await tryOut(
        row('1', '2025-03-03 09:00', { ...boxing, placeName: 'Hall' }),
        row('2', '2025-03-03 11:00', { placeAddress: '1 Hall Road' }),
      );
      expect(errorsOf(report)).toEqual([
        [1, 'placeAddress', 'INVALID_REQUEST'],
        [2, 'placeAddress', 'INVALID_REQUEST'],
      ]);
    });
  });

  it('leaves a row that is there as it is, whatever the file says now', async () => {
    const first = await send(row('1', '2025-03-03 09:00'), row('2', '2026-04-14 10:00'));
    const again = await send(row('1', '2025-03-03 12:00'), row('2', '2026-04-14 10:00'), row('3', '2026-04-14 11:00'));
    expect(again).toMatchObject({ created: 1, existing: 2, refused: 0 });
    expect(again.rows.map(({ id }) => id).slice(0, 2)).toEqual(first.rows.map(({ id }) => id));
    expect(stored()).toHaveLength(3);
    expect(await tryOut(row('1', '2025-03-03 09:00'), row('4', '2025-03-03 09:00'))).toMatchObject({
      created: 1,
      existing: 1,
      rows: [{ outcome: 'existing', id: first.rows[0]!.id }, { outcome: 'created' }],
    });
  });

  it('writes one booking for two imports of a row at the same moment', async () => {
    const reports = await Promise.all([1, 2, 3].map(() => send(row('1', '2026-04-14 10:00'))));
    expect(stored()).toHaveLength(1);
    expect(new Set(reports.map(({ rows }) => rows[0]!.id)).size).toBe(1);
    await world.settleDown();
    expect(claimsOf()).toHaveLength(2);
  });

  it('writes nothing in a dry run, not even to the audit log', async () => {
    expect(await tryOut(row('1', '2026-04-14 10:00'), row('2', '2025-03-03 09:00'))).toMatchObject({
      created: 2,
      rows: [{ row: 1, externalId: '1', outcome: 'created' }, { row: 2 }],
    });
    expect([stored(), claimsOf(), [...world.state.leads], [...world.state.importedIds]]).toEqual([[], [], [], []]);
    expect(world.state.audit.filter(({ action }) => action === 'bookings.imported')).toEqual([]);
  });

  it('records an import in the audit log, once for each time that it writes', async () => {
    await send(row('1', '2025-03-03 09:00'), row('2', '2025-03-03 10:00'));
    await send(row('1', '2025-03-03 09:00'));
    expect(world.state.audit.filter(({ action }) => action === 'bookings.imported')).toMatchObject([
      { by: { kind: 'partner' }, subject: { kind: 'import', id: 'bookings' } },
    ]);
  });

  it.each<[string, object, string, string]>([
    ['no coach', { coach: undefined }, 'coach', 'INVALID_REQUEST'],
    ['an unknown coach', { coach: 'coach-z' }, 'coach', 'COACH_NOT_FOUND'],
    ['a coach who was not imported', { coach: undefined, coachExternalId: 'c' }, 'coachExternalId', 'COACH_NOT_FOUND'],
    ['two coaches', { coachExternalId: 'c' }, 'coachExternalId', 'INVALID_REQUEST'],
    ['an unknown service', { service: 'boxing' }, 'service', 'SERVICE_NOT_FOUND'],
    ['two services', { service: 'strength-session', serviceTitle: 'Boxing' }, 'serviceTitle', 'INVALID_REQUEST'],
    ['no length', { duration: undefined }, 'duration', 'INVALID_REQUEST'],
    ['nobody whom it is for', { attendeeName: undefined }, 'attendeeName', 'INVALID_REQUEST'],
    ['a client and an attendee', { client: 'a'.repeat(24) }, 'client', 'INVALID_REQUEST'],
    [
      'an unknown client',
      { client: 'a'.repeat(24), attendeeName: undefined, attendeeEmail: undefined },
      'client',
      'CLIENT_NOT_FOUND',
    ],
    ['a time that is none', { start: '2026-13-01 09:00' }, 'start', 'INVALID_REQUEST'],
    ['a price without its currency', { priceAmount: 100 }, 'priceCurrency', 'INVALID_REQUEST'],
    ['a reason of what was not cancelled', { cancellationReason: 'Ill' }, 'cancellationReason', 'INVALID_REQUEST'],
    ['a booking made tomorrow', { bookedAt: '2026-04-14T08:00:00Z' }, 'bookedAt', 'INVALID_REQUEST'],
    ['a session ahead that is over', { start: '2026-04-14 09:00', status: 'completed' }, 'status', 'NOT_ALLOWED_NOW'],
    ['a session behind that is open', { status: 'pending' }, 'status', 'NOT_ALLOWED_NOW'],
    ['an unknown field', { colour: 'red' }, 'colour', 'INVALID_REQUEST'],
    ['a wrong e-mail', { attendeeEmail: 'ana' }, 'attendeeEmail', 'INVALID_REQUEST'],
  ])('refuses a row with %s by its field, and writes the one beside it', async (_, given, field, code) => {
    const report = await send(row('1', '2025-03-03 09:00', given), row('2', '2025-03-03 09:00'));
    expect(errorsOf(report)).toEqual([[1, field, code]]);
    expect(report).toMatchObject({ created: 1, refused: 1 });
    expect(stored()).toHaveLength(1);
  });

  it('refuses the second of two rows with one external id, since nobody knows which is right', async () => {
    const report = await send(row('1', '2025-03-03 09:00'), row('1', '2025-03-04 09:00'));
    expect(errorsOf(report)).toEqual([[2, 'externalId', 'INVALID_REQUEST']]);
    expect(stored()).toHaveLength(1);
  });

  it('refuses what is to come with a coach who takes no bookings, and records what is over', async () => {
    await world.useCases.updateCoach(world.partner(), { coach: 'coach-a', active: false });
    const report = await send(row('1', '2026-04-14 09:00'), row('2', '2025-03-03 09:00'));
    expect(errorsOf(report)).toEqual([[1, 'start', 'COACH_INACTIVE']]);
    expect(report).toMatchObject({ created: 1 });
  });

  it('reads times by the clock of the coach, and with an offset as they are', async () => {
    await givenCoach(world, { name: 'Coach B', timeZone: 'Europe/Berlin', schedule: {} });
    const of = { coach: 'coach-b' };
    await send(row('1', '2025-07-01 09:00', of), row('2', '2025-07-01T09:00+00:00', of));
    expect(stored().map(({ time }) => new Date(time!.start).toISOString())).toEqual([
      '2025-07-01T07:00:00.000Z',
      '2025-07-01T09:00:00.000Z',
    ]);
  });

  it('takes no more than a partner has: coaches of others are unknown', async () => {
    const { caller } = world.partner();
    const other = world.partner({ caller: { ...caller, partnerId: 'b'.repeat(24) } });
    const { data } = await world.useCases.importBookings(other, {
      rows: [row('1', '2025-03-03 09:00') as never, row('2', '2025-03-03 09:00', { coach: coach.coachId }) as never],
    });
    expect(errorsOf(data)).toEqual([
      [1, 'coach', 'COACH_NOT_FOUND'],
      [2, 'coach', 'COACH_NOT_FOUND'],
    ]);
  });
});
