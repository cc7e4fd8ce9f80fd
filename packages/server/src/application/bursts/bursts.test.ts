import { describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/booking/booking.ts';
import type { Context } from '../kernel/context.ts';
import { ANA, createWorld, everyDay, givenCoach, PARTNER, refusalOf } from '../../../test/application/world.ts';

const MINUTES = 60_000;
const at = (n: number): string =>
  `2026-04-${String(15 + Math.floor(n / 8)).padStart(2, '0')}T${String(9 + (n % 8)).padStart(2, '0')}:00:00Z`;

/** Creates a partner whose test mode records visits and has no caps that these tests reach. */
const given = async (coach: Parameters<typeof givenCoach>[1] = {}) => {
  const world = createWorld();
  await world.deps.partners.insert({
    id: PARTNER,
    slug: 'fit',
    name: 'Fit',
    allowedOrigins: [],
    hosts: [],
    keys: [],
    branding: {},
    limits: {},
    guestCaps: { test: { bookingsPerAddress: 1000, holdsPerAddress: 2 } },
    version: 1,
  });
  const { coachId, serviceId } = await givenCoach(world, coach);
  const visitor = (address = '203.0.113.7', more: Partial<Context> = {}): Context => {
    const context = world.visitor(more);
    return { ...context, caller: { ...context.caller, address } };
  };
  const book = async (n: number, context = visitor(), email = `made-up-${n}@gmail.com`) =>
    (
      await world.useCases.createBooking(context, {
        coachId,
        serviceId: serviceId!,
        start: at(n),
        attendee: { ...ANA, email },
      })
    ).data;
  /** Books twelve times in three minutes as one visitor, beside one booking of another. */
  const attack = async () => {
    const booked = [];
    for (let n = 0; n < 12; n++) {
      booked.push(await book(n, visitor(), `${'abcdefghijkl'[n]}@gmail.com`));
      world.passTime(15_000);
    }
    return booked;
  };
  const bursts = async () => (await world.useCases.listBursts(world.partner(), { coach: coachId })).data;
  const cancel = (id: string, more: object = {}, context = world.partner()) =>
    world.useCases.cancelBurst(context, { coach: coachId, id, ...more });
  const statuses = () =>
    [...world.state.bookings.values()].map((booking) => (booking.kind === 'booking' ? booking.status : 'void'));
  const actions = () => world.state.audit.map(({ action }) => action);
  return { world, coachId, serviceId: serviceId!, visitor, book, attack, bursts, cancel, statuses, actions };
};

describe('S7 a burst of guest bookings', () => {
  it('shows the coach a burst with what would be removed', async () => {
    const { book, attack, visitor, bursts } = await given();
    await book(20, visitor('198.51.100.1'), 'ana@example.com');
    const booked = await attack();
    const found = await bursts();
    expect(found).toMatchObject([
      { id: booked[0]!.id, kind: 'address', total: 12, from: '2026-04-13T08:00:00Z', to: '2026-04-13T08:02:45Z' },
    ]);
    expect(found[0]!.bookings.map(({ id }) => id)).toEqual(booked.map(({ id }) => id));
  });

  it('removes a burst at once: cancels all with the reason, frees times and places, and records it', async () => {
    const { world, coachId, book, attack, visitor, bursts, cancel, statuses, actions } = await given({ capacity: 13 });
    await book(20, visitor('198.51.100.1'), 'ana@example.com');
    const booked = await attack();
    const { data } = await cancel(booked[0]!.id, { reason: 'Made-up names' });
    expect(data).toEqual({ id: booked[0]!.id, cancelled: booked.map(({ id }) => id), kept: 0, holdsReleased: 0 });
    await world.settleDown();
    expect(statuses().filter((status) => status === 'cancelled')).toHaveLength(12);
    expect(world.state.ledgers.get(`${coachId}:places`)!.claims).toHaveLength(1);
    const stored = world.state.bookings.get(booked[3]!.id);
    expect(stored).toMatchObject({ cancellationReason: 'Made-up names', cancelledBy: 'partner' });
    expect((stored as Booking).outbox.at(-1)!.data).toMatchObject({ notify: false });
    expect(actions()).toContain('burst.cancelled');
    expect(await bursts()).toEqual([]);
  });

  it('keeps bookings that the coach handled, that are over, and that belong to a client', async () => {
    const { world, attack, cancel, bursts } = await given({
      schedule: { workingHours: everyDay('09:00', '17:00'), autoConfirm: false },
    });
    const booked = await attack();
    await world.useCases.confirmBooking(world.partner(), { id: booked[1]!.id });
    await world.useCases.updateBooking(world.partner(), { id: booked[2]!.id, notes: 'I called her' });
    const stored = world.state.bookings.get(booked[3]!.id)!;
    world.state.bookings.set(stored.id, { ...stored, attendee: { kind: 'client', id: 'c1' } } as typeof stored);
    const left = [0, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => booked[n]!.id);
    expect((await bursts())[0]!.bookings.map(({ id }) => id)).toEqual(left);
    expect((await cancel(booked[0]!.id)).data).toMatchObject({ cancelled: left, kept: 2 });
  });

  it('removes a burst also from a coach who confirms automatically', async () => {
    const { attack, cancel } = await given({
      schedule: { workingHours: everyDay('09:00', '17:00'), autoConfirm: true },
    });
    const booked = await attack();
    expect((await cancel(booked[0]!.id)).data.cancelled).toHaveLength(12);
  });

  it('describes the removal of a burst in a dry run, and changes nothing', async () => {
    const { world, attack, cancel } = await given();
    const booked = await attack();
    await world.drain();
    const before = structuredClone(world.state);
    const { data } = await cancel(booked[0]!.id, { block: true }, world.partner({ dryRun: true }));
    expect([data.cancelled.length, data.blockedUntil]).toEqual([12, '2026-04-14T08:03:00Z']);
    expect(world.state).toEqual(before);
  });

  it('removes a burst once for any number of requests, and completes it after a process died', async () => {
    const { world, attack, cancel, statuses } = await given();
    const booked = await attack();
    let acts = 0;
    const dying = {
      ...world.deps.bookings,
      change: (...given: Parameters<typeof world.deps.bookings.change>) =>
        ++acts > 5 ? Promise.reject(new Error('killed')) : world.deps.bookings.change(...given),
    };
    const { createUseCases } = await import('../create-use-cases.ts');
    const { cancelBurst } = createUseCases({ ...world.deps, bookings: dying });
    await expect(cancelBurst(world.partner(), { coach: booked[0]!.coachId, id: booked[0]!.id })).rejects.toThrow(
      'killed',
    );
    expect(statuses().filter((status) => status === 'cancelled')).toHaveLength(5);
    expect((await cancel(booked[0]!.id)).data).toMatchObject({
      cancelled: booked.slice(5).map(({ id }) => id),
      kept: 5,
    });
    expect((await cancel(booked[0]!.id)).data).toMatchObject({ cancelled: [], kept: 12 });
  });

  it('releases the holds of its address, and blocks the address for a day on request', async () => {
    const { world, coachId, serviceId, attack, book, visitor, cancel } = await given();
    const booked = await attack();
    const hold = (context: Context, n: number) =>
      world.useCases.createHold(context, { coachId, serviceId, start: at(n) });
    await hold(visitor(), 20);
    await hold(visitor('198.51.100.1'), 28);
    const { data } = await cancel(booked[0]!.id, { block: true });
    expect([data.holdsReleased, data.blockedUntil]).toEqual([1, '2026-04-14T08:03:00Z']);
    const refusal = await refusalOf(book(21));
    expect([refusal.code, refusal.retryAfter]).toEqual(['BOOKING_LIMIT', 86_400]);
    expect((await refusalOf(hold(visitor(), 22))).code).toBe('BOOKING_LIMIT');
    await book(20, visitor('198.51.100.1'));
    world.passTime(24 * 60 * MINUTES);
    await book(30);
  });

  it('drops a burst after three days', async () => {
    const { world, attack, bursts, cancel } = await given();
    const booked = await attack();
    world.passTime(73 * 60 * MINUTES);
    expect(await bursts()).toEqual([]);
    expect((await refusalOf(cancel(booked[0]!.id))).code).toBe('BURST_NOT_FOUND');
  });

  it('belongs to one coach', async () => {
    const { world, attack, cancel } = await given();
    const booked = await attack();
    const other = await givenCoach(world);
    expect((await world.useCases.listBursts(world.partner(), { coach: other.id })).data).toEqual([]);
    expect((await refusalOf(cancel(booked[0]!.id, { coach: other.id }))).code).toBe('BURST_NOT_FOUND');
  });

  it('excludes bookings with a proven e-mail', async () => {
    const { world, attack, bursts } = await given();
    await attack();
    for (const lead of world.state.leads.values()) world.state.leads.set(lead.id, { ...lead, clientId: 'c1' });
    expect(await bursts()).toEqual([]);
  });
});
