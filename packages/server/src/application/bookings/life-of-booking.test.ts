import { describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/booking/booking.ts';
import { placesLedger } from '../../domain/booking/claim.ts';
import type { UseCases } from '../kernel/contract.ts';
import { ANA, createWorld, everyDay, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';

const HOUR = 3_600_000;
const START = '2026-04-13T09:00:00Z';
const COACH = { userId: 'c'.repeat(24), role: 'coach' } as const;

/** A coach who confirms by hand, and a visitor's booking an hour from now. */
const given = async (overrides: Parameters<typeof givenCoach>[1] = {}) => {
  const world = createWorld();
  const schedule = { workingHours: everyDay('09:00', '17:00'), slotInterval: 30, autoConfirm: false };
  const coach = await givenCoach(world, { schedule, ...overrides });
  const book = async (more: object = {}, context = world.visitor()) =>
    (
      await world.useCases.createBooking(context, {
        coachId: coach.id,
        serviceId: coach.serviceId!,
        start: START,
        attendee: ANA,
        ...more,
      })
    ).data;
  const stored = (id: string) => world.state.bookings.get(id) as Booking;
  const places = () =>
    (world.state.ledgers.get(placesLedger(coach.id))?.claims ?? []).map((claim) =>
      'place' in claim ? claim.place : 0,
    );
  const person = () => world.person({ ...COACH, coachId: coach.id });
  return { world, coach, book, stored, places, person };
};

type Move = 'confirmBooking' | 'startBooking' | 'completeBooking' | 'markNoShow';
const move = (world: World, name: Move, id: string, more: object = {}, context = world.partner()) =>
  (world.useCases as Pick<UseCases, Move>)[name](context, { id, ...more });

describe('the life of a booking', () => {
  it('records a booking step by step: actor, status before and after, and the outbox event', async () => {
    const { world, book, stored, person } = await given();
    const { id } = await book();
    await move(world, 'confirmBooking', id, { notify: false }, person());
    await move(world, 'startBooking', id, {}, person());
    world.passTime(HOUR);
    const { data } = await move(world, 'completeBooking', id, { version: 3 }, person());
    expect(data).toMatchObject({ status: 'completed', version: 4 });
    expect(stored(id)).toMatchObject({
      history: [
        { type: 'created', by: 'attendee', to: 'pending' },
        { type: 'confirmed', by: 'coach', from: 'pending', to: 'confirmed' },
        { type: 'started', by: 'coach', from: 'confirmed', to: 'in_progress' },
        { type: 'completed', by: 'coach', from: 'in_progress', to: 'completed' },
      ],
      outbox: [
        { type: 'booking.created' },
        { type: 'booking.confirmed', data: { status: 'confirmed', by: 'coach', notify: false } },
        { type: 'booking.started' },
        { type: 'booking.completed', data: { status: 'completed' } },
      ],
    });
  });

  it.each([
    ['coach', 'coach'],
    ['staff', 'staff'],
    ['admin', 'admin'],
  ] as const)('names the %s who made a step as %s', async (role, by) => {
    const { world, coach, book, stored } = await given();
    const { id } = await book();
    const caller = world.person({ userId: 'd'.repeat(24), role, ...(role === 'admin' ? {} : { coachId: coach.id }) });
    await move(world, 'confirmBooking', id, {}, caller);
    expect(stored(id).history.at(-1)).toMatchObject({ by });
    const own = await book({ start: '2026-04-13T11:00:00Z' }, caller);
    expect(stored(own.id)).toMatchObject({ status: 'scheduled', history: [{ by, to: 'scheduled' }] });
  });

  it('allows an early start, but completes or marks a no-show only after the start', async () => {
    const { world, book } = await given();
    const { id } = await book();
    await move(world, 'confirmBooking', id);
    for (const name of ['completeBooking', 'markNoShow'] as const) {
      const refusal = await refusalOf(move(world, name, id));
      expect(refusal).toMatchObject({ code: 'NOT_ALLOWED_NOW', details: { status: 'confirmed', version: 2 } });
    }
    expect((await move(world, 'startBooking', id)).data.status).toBe('in_progress');
  });

  it('R44 allows the start on its day in the coach’s zone, or an hour before, and not the evening before', async () => {
    const { world, book } = await given({ timeZone: 'America/New_York' });
    const start = '2026-04-14T13:00:00Z';
    const { id } = await book({ start }, world.partner());
    world.passTime(19.5 * HOUR);
    const actions = async () =>
      (await world.useCases.listUpcoming(world.partner(), { coach: [...world.state.heads.keys()][0]! })).data[0]!
        .actions;
    expect(await actions()).not.toContain('start');
    expect((await refusalOf(move(world, 'startBooking', id))).code).toBe('NOT_ALLOWED_NOW');
    world.passTime(HOUR);
    expect(await actions()).toContain('start');
    expect((await move(world, 'startBooking', id)).data.status).toBe('in_progress');
  });

  it('takes one of two concurrent steps from one version', async () => {
    const { world, book, stored } = await given();
    const { id } = await book();
    await move(world, 'confirmBooking', id);
    world.passTime(2 * HOUR);
    const presses = [
      move(world, 'completeBooking', id, { version: 2 }),
      move(world, 'markNoShow', id, { version: 2 }),
      move(world, 'completeBooking', id, { version: 2 }),
    ];
    const outcomes = await Promise.allSettled(presses);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(stored(id)).toMatchObject({ version: 3, history: expect.objectContaining({ length: 3 }) });
  });

  it('refuses a step from an outdated version, and the same step twice', async () => {
    const { world, book } = await given();
    const { id } = await book();
    await move(world, 'confirmBooking', id, { version: 1 });
    expect(await refusalOf(move(world, 'startBooking', id, { version: 1 }))).toMatchObject({
      code: 'VERSION_CONFLICT',
      details: { version: 2, status: 'confirmed' },
    });
    expect((await refusalOf(move(world, 'confirmBooking', id))).code).toBe('NOT_ALLOWED_NOW');
  });

  it('changes no booking in a dry run', async () => {
    const { world, book, stored } = await given();
    const { id } = await book();
    const { data } = await move(world, 'confirmBooking', id, {}, world.partner({ dryRun: true }));
    expect([data.status, stored(id).status, stored(id).version]).toEqual(['confirmed', 'pending', 1]);
  });

  it('releases the place with its end, and keeps the time', async () => {
    const { world, coach, book, stored, places } = await given({ capacity: 3 });
    const ended = await Promise.all([book(), book({ start: '2026-04-13T10:00:00Z' })]);
    await world.settleDown();
    expect(places()).toEqual([1, 2]);
    for (const { id } of ended) await move(world, 'confirmBooking', id);
    world.passTime(2 * HOUR);
    await move(world, 'completeBooking', ended[0].id);
    await move(world, 'markNoShow', ended[1].id);
    expect(places()).toEqual([]);
    await world.settleDown();
    for (const { id } of ended) {
      expect(stored(id)).toMatchObject({
        claims: [{ ledgers: [`${coach.id}:2026-04-13`] }],
        releasing: [],
        releasingAt: null,
      });
    }
    expect(world.state.ledgers.get(`${coach.id}:2026-04-13`)?.claims).toHaveLength(2);
  });
});

describe('undo of a step', () => {
  /** Half an hour after the start of an hour, or before it. */
  const done = async (overrides: Parameters<typeof givenCoach>[1] = {}, input = {}, hours = 1.5) => {
    const setting = await given(overrides);
    const { world, book } = setting;
    const { id } = await book(input);
    await move(world, 'confirmBooking', id);
    world.passTime(hours * HOUR);
    const undo = async (version: number, context = world.partner()) =>
      (await world.useCases.undoBooking(context, { id, version })).data;
    return { ...setting, id, undo };
  };

  it.each<[string, readonly Move[], string]>([
    ['confirm', [], 'pending'],
    ['start', ['startBooking'], 'confirmed'],
    ['complete', ['startBooking', 'completeBooking'], 'in_progress'],
    ['no-show', ['markNoShow'], 'confirmed'],
    ['a no-show that was a slip', ['completeBooking', 'markNoShow'], 'completed'],
  ])('returns a booking by undo of %s to the status before', async (_, moves, status) => {
    const { world, id, undo, stored } = await done({}, {}, moves.length === 0 ? 0.5 : 1.5);
    for (const name of moves) await move(world, name, id);
    expect((await undo(2 + moves.length)).status).toBe(status);
    expect(stored(id)).toMatchObject({ history: expect.objectContaining({ length: 3 + moves.length }) });
    expect(stored(id).history.at(-1)).toMatchObject({ type: 'undone', by: 'partner', to: status });
    expect(stored(id).outbox.at(-1)).toMatchObject({ type: 'booking.undone', data: { status } });
  });

  it('refuses undo when other steps followed, and when the last step cannot be undone', async () => {
    const { world, id, undo } = await done();
    await world.useCases.updateBooking(world.partner(), { id, notes: 'Bring a mat.' });
    expect((await refusalOf(undo(2))).code).toBe('VERSION_CONFLICT');
    expect(await refusalOf(undo(3))).toMatchObject({
      code: 'NOTHING_TO_UNDO',
      details: { status: 'confirmed', version: 3 },
    });
  });

  it('R20 depends on the last step: writes that are no step do not block it', async () => {
    const { world, id, undo } = await done({}, {}, 0.5);
    await world.deps.bookings.bump(id, 2);
    await world.useCases.renewManageLink(world.partner(), { id });
    expect((await refusalOf(undo(1))).code).toBe('VERSION_CONFLICT');
    expect((await refusalOf(undo(5))).code).toBe('VERSION_CONFLICT');
    expect((await undo(2)).status).toBe('pending');
  });

  it('works once', async () => {
    const { undo } = await done({}, {}, 0.5);
    await undo(2);
    expect((await refusalOf(undo(3))).code).toBe('NOTHING_TO_UNDO');
  });

  it('takes the same place again, settled and named', async () => {
    const { world, id, undo, stored, places } = await done({ capacity: 2 });
    await move(world, 'completeBooking', id);
    expect(places()).toEqual([]);
    await undo(3);
    await world.settleDown();
    expect(places()).toEqual([1]);
    expect(stored(id)).toMatchObject({ status: 'confirmed', claims: [{}, {}], releasing: [] });
    await world.useCases.deleteBooking(world.partner(), { id });
    expect([...world.state.ledgers.values()].flatMap(({ claims }) => claims)).toEqual([]);
  });

  it.each([
    ['PLACE_TAKEN', 2, { placeNumber: 1 }, { placeNumber: 1 }],
    ['CAPACITY_FULL', 1, {}, {}],
  ])('refuses undo with %s of %i places once another booking has the place', async (code, capacity, own, input) => {
    const { world, id, undo, book, stored, places } = await done({ capacity }, own);
    await move(world, 'completeBooking', id);
    await book({ start: '2026-04-13T15:00:00Z', ...input });
    const before = places();
    expect((await refusalOf(undo(3, world.partner({ dryRun: true })))).code).toBe(code);
    expect((await refusalOf(undo(3))).code).toBe(code);
    expect(stored(id)).toMatchObject({ status: 'completed', version: 3 });
    expect(places()).toEqual(before);
  });

  it('R2 takes the lowest free place where no number was asked for, and says which', async () => {
    const { world, id, undo, book, places } = await done({ capacity: 2 });
    await move(world, 'completeBooking', id);
    await book({ start: '2026-04-13T15:00:00Z', placeNumber: 1 });
    expect((await undo(3, world.partner({ dryRun: true }))).placeNumber).toBe(2);
    expect((await undo(3)).placeNumber).toBe(2);
    expect(places()).toEqual([1, 2]);
  });

  it('R2 takes no place for an undo once the session is over, and never refuses it for one', async () => {
    const { world, id, undo, book, stored, places } = await done({ capacity: 1 });
    await move(world, 'completeBooking', id);
    await book({ start: '2026-04-13T15:00:00Z' });
    world.passTime(HOUR);
    expect((await undo(3)).status).toBe('confirmed');
    expect(places()).toEqual([1]);
    expect(stored(id).claims).toHaveLength(1);
  });

  it('refuses undo with CAPACITY_FULL when all places are taken, or its own no longer exists', async () => {
    const { world, coach, id, undo, book } = await done({ capacity: 2 });
    await book({ start: '2026-04-13T14:00:00Z', placeNumber: 2 });
    await move(world, 'completeBooking', id);
    await world.useCases.updateCoach(world.partner(), { coach: coach.id, capacity: 1 });
    expect((await refusalOf(undo(3))).code).toBe('CAPACITY_FULL');
    expect((await refusalOf(undo(3, world.partner({ dryRun: true })))).code).toBe('CAPACITY_FULL');
  });

  it('needs no place between complete and no-show', async () => {
    const { world, id, undo, places } = await done({ capacity: 1 });
    await move(world, 'completeBooking', id);
    await move(world, 'markNoShow', id);
    expect((await undo(4)).status).toBe('completed');
    expect(places()).toEqual([]);
  });

  it('takes the place although a crash left its old claim', async () => {
    const { world, id, undo, stored, places } = await done({ capacity: 1 });
    await world.settleDown();
    expect(places()).toEqual([1]);
    const release = world.deps.ledgers.release;
    const crashed = new Error('crashed');
    world.deps.ledgers.release = () => Promise.reject(crashed);
    await expect(move(world, 'completeBooking', id)).rejects.toBe(crashed);
    world.deps.ledgers.release = release;
    expect([stored(id).status, places()]).toEqual(['completed', [1]]);
    expect((await undo(3)).status).toBe('confirmed');
    await world.settleDown();
    expect(places()).toEqual([1]);
  });
});

describe('the attendee of a booking', () => {
  const withClient = async () => {
    const setting = await given();
    const { world } = setting;
    const { data: user } = await world.useCases.createUser(world.partner(), {
      role: 'client',
      name: 'Ben Okafor',
      email: 'ben@example.com',
    });
    const client = world.person({ userId: user.id, role: 'client' });
    return { ...setting, user, client };
  };

  it('takes the client who books as attendee, with the account’s present details', async () => {
    const { world, book, stored, user, client } = await withClient();
    const created = await book({ attendee: undefined }, client);
    expect(created).toMatchObject({
      status: 'pending',
      attendee: { kind: 'client', id: user.id, name: 'Ben Okafor', email: 'ben@example.com' },
      summary: 'Strength session with Ben Okafor',
    });
    expect(stored(created.id)).toMatchObject({
      attendee: { kind: 'client', id: user.id },
      history: [{ by: 'attendee' }],
    });
    await world.useCases.updateMe(client, { name: 'Ben Adeyemi' });
    expect((await world.useCases.getBooking(client, { id: created.id })).data.attendee.name).toBe('Ben Adeyemi');
  });

  it.each([
    ['INVALID_REQUEST', { attendee: ANA }],
    ['NOT_PERMITTED_FIELD', { clientId: 'e'.repeat(24) }],
    ['NOT_PERMITTED_FIELD', { leadId: 'e'.repeat(24) }],
    ['NOT_PERMITTED_FIELD', { staffId: 'e'.repeat(24) }],
  ])('refuses to a client with %s the attendee %j', async (code, more) => {
    const { book, client } = await withClient();
    expect((await refusalOf(book({ attendee: undefined, ...more }, client))).code).toBe(code);
  });

  it('takes the client whom the coach names, who booked with them before, as long as the account exists', async () => {
    const { world, book, user, client, person } = await withClient();
    expect((await refusalOf(book({ attendee: undefined, clientId: user.id }, person()))).code).toBe('CLIENT_NOT_FOUND');
    await book({ attendee: undefined, start: '2026-04-13T11:00:00Z' }, client);
    const created = await book({ attendee: undefined, clientId: user.id }, person());
    expect(created).toMatchObject({ status: 'scheduled', attendee: { kind: 'client', id: user.id } });
    expect((await world.useCases.getBooking(client, { id: created.id })).data.id).toBe(created.id);
    await world.useCases.updateUser(world.partner(), { id: user.id, active: false });
    for (const clientId of [user.id, 'e'.repeat(24)]) {
      expect((await refusalOf(book({ attendee: undefined, clientId }, person()))).code).toBe('CLIENT_NOT_FOUND');
    }
  });

  it('refuses two attendees', async () => {
    const { world, book, user } = await withClient();
    expect((await refusalOf(book({ clientId: user.id }, world.partner()))).code).toBe('INVALID_REQUEST');
    expect((await refusalOf(book({ attendee: undefined }, world.partner()))).code).toBe('INVALID_REQUEST');
  });

  it('takes a client of the same partner and mode alone', async () => {
    const { world, book, user } = await withClient();
    const stored = world.state.users.get(user.id)!;
    world.state.users.set(user.id, { ...stored, partnerId: 'b'.repeat(24) });
    expect((await refusalOf(book({ attendee: undefined, clientId: user.id }, world.partner()))).code).toBe(
      'CLIENT_NOT_FOUND',
    );
  });
});
