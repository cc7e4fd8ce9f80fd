import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '@coach-booking/time/units';
import { asCoach, bookAs, givenClient } from '../../../test/application/given-client.ts';
import { createWorld, everyDay, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';

const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 3, day, hour)).toISOString().replace('.000', '');

/** The table of connection-rights.test.ts has the rights; this file has what they rest on. */
describe('a connection of a client with a coach', () => {
  let world: World;
  let coach: Awaited<ReturnType<typeof givenCoach>>;
  let ana: Awaited<ReturnType<typeof givenClient>>;
  beforeEach(async () => {
    world = createWorld();
    coach = await givenCoach(world);
    ana = await givenClient(world);
  });

  const list = async (input: object = {}, context = asCoach(world, coach)) =>
    world.useCases.listClients(context, { coach: 'me', ...input });
  const get = async (client = ana.id, context = asCoach(world, coach), of = 'me') =>
    (await world.useCases.getClient(context, { coach: of, client })).data;
  const codeOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).code;
  const byHand = () =>
    givenCoach(world, { name: 'Coach B', schedule: { workingHours: everyDay('09:00', '17:00'), autoConfirm: false } });

  it('exists since a pending booking was confirmed', async () => {
    const other = await byHand();
    const { id } = await bookAs(world, ana, other, at(14));
    expect((await list({}, asCoach(world, other))).meta.total).toBe(0);
    world.passTime(HOUR);
    await world.useCases.confirmBooking(asCoach(world, other), { id });
    expect((await get(ana.id, asCoach(world, other))).since).toBe('2026-04-13T09:00:00Z');
  });

  it('exists for good, once it was agreed, also when the coach cancels it', async () => {
    const { id } = await bookAs(world, ana, coach, at(14));
    await world.useCases.cancelBooking(asCoach(world, coach), { id });
    world.passTime(30 * DAY);
    expect(await get()).toMatchObject({ id: ana.id, bookings: 1, sharesProfile: true });
  });

  it('S1 ends a connection by the sweeper where the process died after the client had cancelled the booking', async () => {
    const { id } = await bookAs(world, ana, coach, at(14));
    const { replace } = world.deps.connections;
    world.deps.connections.replace = () => Promise.reject(new Error('killed'));
    const { release } = world.deps.ledgers;
    world.deps.ledgers.release = () => Promise.reject(new Error('killed'));
    await expect(world.useCases.cancelBooking(ana.me(), { id })).rejects.toThrow('killed');
    Object.assign(world.deps.connections, { replace });
    Object.assign(world.deps.ledgers, { release });
    await world.settleDown();
    expect(await codeOf(get())).toBe('CLIENT_NOT_FOUND');
  });

  it('makes no connection in a dry run', async () => {
    await world.useCases.createBooking(ana.me({ dryRun: true }), {
      coachId: coach.coachId,
      serviceId: coach.serviceId!,
      start: at(14),
    });
    expect(world.state.connections.size).toBe(0);
  });

  describe('that a dead process left unwritten:', () => {
    let other: typeof coach;
    beforeEach(async () => {
      other = await byHand();
      const { id } = await bookAs(world, ana, other, at(14));
      const { connections } = world.deps;
      const insert = connections.insert;
      connections.insert = () => Promise.reject(new Error('killed'));
      await expect(world.useCases.confirmBooking(asCoach(world, other), { id })).rejects.toThrow('killed');
      connections.insert = insert;
      expect(world.state.connections.size).toBe(0);
    });
    const isListed = async () => (await list({}, asCoach(world, other))).meta.total === 1;

    it('finds an unwritten connection for the coach', async () => {
      expect((await get(ana.id, asCoach(world, other))).id).toBe(ana.id);
      expect(await isListed()).toBe(true);
    });

    it('finds an unwritten connection for the client', async () => {
      const coaches = async () =>
        (await world.useCases.listMyConnections(ana.me(), {})).data.map(({ coachId }) => coachId);
      expect(await coaches()).toEqual([other.coachId]);
      expect(await coaches()).toEqual([other.coachId]);
      expect(await isListed()).toBe(true);
    });

    it('lets the client end an unwritten connection for good', async () => {
      await world.useCases.withdrawConnection(ana.me(), { id: other.coachId });
      expect((await world.useCases.listMyConnections(ana.me(), {})).data).toMatchObject([{ state: 'withdrawn' }]);
      expect(await codeOf(get(ana.id, asCoach(world, other)))).toBe('PROFILE_NOT_SHARED');
    });
  });

  describe('that the client ends', () => {
    const state = async (id: string) =>
      (await world.useCases.listMyConnections(ana.me(), {})).data.find(({ coachId }) => coachId === id)?.state;
    const withdraw = (id: string, more = {}) => world.useCases.withdrawConnection(ana.me(more), { id });

    it('ends a connection once: a second time there is none', async () => {
      await bookAs(world, ana, coach, at(14));
      await withdraw(coach.coachId);
      expect(await codeOf(withdraw(coach.coachId))).toBe('CONNECTION_NOT_FOUND');
      expect(await codeOf(withdraw('e'.repeat(24)))).toBe('CONNECTION_NOT_FOUND');
    });

    it('ends no connection in a dry run', async () => {
      await bookAs(world, ana, coach, at(14));
      expect((await withdraw(coach.coachId, { dryRun: true })).data.removed).toBe(true);
      expect((await get()).id).toBe(ana.id);
    });

    it('S1 begins again by the client’s decision only: a later booking asks', async () => {
      const { id } = await bookAs(world, ana, coach, at(14));
      world.passTime(HOUR);
      await withdraw(coach.coachId);
      world.passTime(HOUR);
      await world.useCases.rescheduleBooking(asCoach(world, coach), { id, start: at(15) });
      const input = { coachId: coach.coachId, serviceId: coach.serviceId!, start: at(16), clientId: ana.id };
      await world.useCases.createBooking(asCoach(world, coach), input);
      expect(await state(coach.coachId)).toBe('withdrawn');
      await bookAs(world, ana, coach, at(17));
      expect(await codeOf(get())).toBe('PROFILE_NOT_SHARED');
      expect(await state(coach.coachId)).toBe('asked');
      await world.useCases.acceptConnection(ana.me(), { id: coach.coachId });
      expect((await get()).since).toBe('2026-04-13T10:00:00Z');
    });

    it('lists an ended connection with all others, the oldest first', async () => {
      const other = await givenCoach(world, { name: 'Coach B' });
      await bookAs(world, ana, other, at(14));
      world.passTime(HOUR);
      await bookAs(world, ana, coach, at(15));
      const names = async () =>
        (await world.useCases.listMyConnections(ana.me(), {})).data.map(({ coachName }) => coachName);
      expect(await names()).toEqual(['Coach B', 'Coach A']);
      await withdraw(other.coachId);
      expect(await state(other.coachId)).toBe('withdrawn');
    });
  });
});
