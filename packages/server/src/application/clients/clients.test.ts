import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../domain/time/units.ts';
import { asCoach, asStaff, bookAs, givenClient } from '../testing/given-client.ts';
import { createWorld, everyDay, givenCoach, NOW, PARTNER, refusalOf, type World } from '../testing/world.ts';

const SCOPE = { partnerId: PARTNER, mode: 'test' } as const;
const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 3, day, hour)).toISOString().replace('.000', '');

describe('a coach’s clients', () => {
  let world: World;
  let coach: Awaited<ReturnType<typeof givenCoach>>;
  let ana: Awaited<ReturnType<typeof givenClient>>;
  beforeEach(async () => {
    world = createWorld();
    coach = await givenCoach(world);
    ana = await givenClient(world, { phone: '+1 212 555 0100', timeZone: 'America/New_York' });
  });

  const list = async (input: object = {}, context = asCoach(world, coach)) =>
    world.useCases.listClients(context, { coach: 'me', ...input });
  const get = async (client = ana.id, context = asCoach(world, coach), of = 'me') =>
    (await world.useCases.getClient(context, { coach: of, client })).data;
  const codeOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).code;
  const byHand = () => givenCoach(world, { name: 'Coach B', schedule: { workingHours: everyDay('09:00', '17:00'), autoConfirm: false } });

  describe('are connected', () => {
    it('by a booking that is confirmed at once', async () => {
      await bookAs(world, ana, coach, at(14));
      expect(await get()).toMatchObject({ id: ana.id, name: 'Ana Diaz', email: 'ana@example.com', phone: '+12125550100', bookings: 1 });
    });

    it('by a pending one when the coach confirms it, and not before', async () => {
      const other = await byHand();
      const { id } = await bookAs(world, ana, other, at(14));
      expect(await codeOf(get(ana.id, asCoach(world, other)))).toBe('CLIENT_NOT_FOUND');
      expect((await list({}, asCoach(world, other))).meta.total).toBe(0);
      world.passTime(HOUR);
      await world.useCases.confirmBooking(asCoach(world, other), { id });
      expect((await get(ana.id, asCoach(world, other))).since).toBe('2026-04-13T09:00:00Z');
    });

    it('by one that the partner’s server makes, which is scheduled', async () => {
      const input = { coachId: coach.coachId, serviceId: coach.serviceId!, start: at(14), clientId: ana.id };
      await world.useCases.createBooking(world.partner(), input);
      expect((await get()).since).toBe('2026-04-13T08:00:00Z');
    });

    it('for good, whatever becomes of the booking', async () => {
      const { id } = await bookAs(world, ana, coach, at(14));
      await world.useCases.cancelBooking(ana.me(), { id });
      world.passTime(30 * DAY);
      expect(await get()).toMatchObject({ id: ana.id, bookings: 1 });
    });

    it('not by one that was refused while it was pending', async () => {
      const other = await byHand();
      const { id } = await bookAs(world, ana, other, at(14));
      await world.useCases.cancelBooking(asCoach(world, other), { id });
      expect(await codeOf(get(ana.id, asCoach(world, other)))).toBe('CLIENT_NOT_FOUND');
    });

    it('not by trying', async () => {
      await world.useCases.createBooking(ana.me({ dryRun: true }), { coachId: coach.coachId, serviceId: coach.serviceId!, start: at(14) });
      expect(world.state.connections.size).toBe(0);
    });

    describe('also where the process died before that was written:', () => {
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

      it('the coach finds them', async () => {
        expect((await get(ana.id, asCoach(world, other))).id).toBe(ana.id);
        expect(await isListed()).toBe(true);
      });

      it('they find the coach', async () => {
        const coaches = async () => (await world.useCases.listMyConnections(ana.me(), {})).data.map(({ coachId }) => coachId);
        expect(await coaches()).toEqual([other.coachId]);
        expect(await coaches()).toEqual([other.coachId]);
        expect(await isListed()).toBe(true);
      });

      it('they end it for good', async () => {
        await world.useCases.withdrawConnection(ana.me(), { id: other.coachId });
        expect((await world.useCases.listMyConnections(ana.me(), {})).data).toEqual([]);
        expect(await codeOf(get(ana.id, asCoach(world, other)))).toBe('CLIENT_NOT_FOUND');
      });
    });
  });

  describe('end it', () => {
    const withdraw = (id: string, more = {}) => world.useCases.withdrawConnection(ana.me(more), { id });

    it('and the coach sees nothing from then on', async () => {
      const { id } = await bookAs(world, ana, coach, at(14));
      expect((await withdraw(coach.coachId)).data).toEqual({ id: coach.coachId, removed: true });
      expect(await codeOf(get())).toBe('CLIENT_NOT_FOUND');
      for (const operation of ['listClientWorkoutLogs', 'listClientDietLogs', 'listClientProgress'] as const)
        expect(await codeOf(world.useCases[operation](asCoach(world, coach), { coach: 'me', client: ana.id }))).toBe('CLIENT_NOT_FOUND');
      expect((await list()).meta.total).toBe(0);
      // The booking itself stays between the two.
      expect((await world.useCases.getBooking(asCoach(world, coach), { id })).data.attendee.name).toBe('Ana Diaz');
    });

    it('once: a second time there is none', async () => {
      await bookAs(world, ana, coach, at(14));
      await withdraw(coach.coachId);
      expect(await codeOf(withdraw(coach.coachId))).toBe('CONNECTION_NOT_FOUND');
      expect(await codeOf(withdraw('e'.repeat(24)))).toBe('CONNECTION_NOT_FOUND');
    });

    it('not by trying', async () => {
      await bookAs(world, ana, coach, at(14));
      expect((await withdraw(coach.coachId, { dryRun: true })).data.removed).toBe(true);
      expect((await get()).id).toBe(ana.id);
    });

    it('and only they begin it again, by booking later', async () => {
      const { id } = await bookAs(world, ana, coach, at(14));
      world.passTime(HOUR);
      await withdraw(coach.coachId);
      world.passTime(HOUR);
      await world.useCases.rescheduleBooking(asCoach(world, coach), { id, start: at(15) });
      await world.useCases.confirmBooking(asCoach(world, coach), { id });
      const input = { coachId: coach.coachId, serviceId: coach.serviceId!, start: at(16), clientId: ana.id };
      await world.useCases.createBooking(asCoach(world, coach), input);
      expect(await codeOf(get())).toBe('CLIENT_NOT_FOUND');
      await bookAs(world, ana, coach, at(17));
      expect((await get()).since).toBe('2026-04-13T10:00:00Z');
    });

    it('and see with whom it stands, the oldest first', async () => {
      const other = await givenCoach(world, { name: 'Coach B' });
      await bookAs(world, ana, other, at(14));
      world.passTime(HOUR);
      await bookAs(world, ana, coach, at(15));
      const names = async () => (await world.useCases.listMyConnections(ana.me(), {})).data.map(({ coachName }) => coachName);
      expect(await names()).toEqual(['Coach B', 'Coach A']);
      await withdraw(other.coachId);
      expect(await names()).toEqual(['Coach A']);
    });
  });

  describe('are listed', () => {
    it('by name, page by page, with the sessions before and after now', async () => {
      const bo = await givenClient(world, { name: 'bo Li', email: 'bo@example.com' });
      const cy = await givenClient(world, { name: 'Cy Ode', email: 'Cy@Mail.example' });
      for (const [n, client] of [cy, ana, bo].entries()) await bookAs(world, client, coach, at(14 + n));
      await bookAs(world, ana, coach, at(20));
      world.passTime(2 * DAY + 2 * HOUR);
      const first = await list({ limit: 2 });
      expect(first.data.map(({ name, lastSession, nextSession, bookings }) => [name, bookings, lastSession, nextSession])).toEqual([
        ['Ana Diaz', 2, '2026-04-15T09:00:00Z', '2026-04-20T09:00:00Z'],
        ['bo Li', 1, undefined, '2026-04-16T09:00:00Z'],
      ]);
      const rest = await list({ limit: 2, cursor: first.meta.nextCursor! });
      expect([rest.data.map(({ name }) => name), rest.meta]).toEqual([['Cy Ode'], { nextCursor: null, total: 3 }]);
    });

    it('by a part of the name or the address, whatever its case', async () => {
      const cy = await givenClient(world, { name: 'Cy Ode', email: 'Cy@Mail.example' });
      for (const [n, client] of [cy, ana].entries()) await bookAs(world, client, coach, at(14 + n));
      const named = async (q: string) => (await list({ q })).data.map(({ name }) => name);
      expect([await named('DIAZ'), await named('mail.EX'), await named('nobody')]).toEqual([['Ana Diaz'], ['Cy Ode'], []]);
      expect((await list({ q: 'cy' })).meta.total).toBe(1);
    });

    it('without sessions that were cancelled, missed or never agreed', async () => {
      const { id } = await bookAs(world, ana, coach, at(14));
      await world.useCases.cancelBooking(ana.me(), { id });
      world.passTime(3 * DAY);
      const [client] = (await list()).data;
      expect([client!.lastSession, client!.nextSession]).toEqual([undefined, undefined]);
    });
  });

  describe('are seen', () => {
    beforeEach(() => bookAs(world, ana, coach, at(14)));

    it('by the coach and by their staff, with the profile', async () => {
      await world.useCases.updateMyProfile(ana.me(), { goals: ['First pull-up'], injuries: ['Left knee'], dateOfBirth: '1991-06-02' });
      for (const context of [asCoach(world, coach), asStaff(world, coach)])
        expect((await get(ana.id, context)).profile).toMatchObject({ goals: ['First pull-up'], injuries: ['Left knee'], age: 34 });
    });

    it('by nobody else’s staff, and not even as there', async () => {
      const other = await givenCoach(world, { name: 'Coach B' });
      for (const context of [asCoach(world, other), asStaff(world, other)])
        for (const of of ['me', coach.coachId, coach.slug])
          for (const client of [ana.id, 'e'.repeat(24)]) expect(await codeOf(get(client, context, of))).toBe('CLIENT_NOT_FOUND');
    });

    it('as a client only: an account of another kind is nobody', async () => {
      const stored = world.state.users.get(ana.id)!;
      world.state.users.set(ana.id, { ...stored, role: 'admin' });
      expect(await codeOf(get())).toBe('CLIENT_NOT_FOUND');
      expect((await list()).data).toEqual([]);
    });

    it.each([
      ['getClient', 'profile.read'],
      ['listClientWorkoutLogs', 'workout_log.read'],
      ['listClientDietLogs', 'diet_log.read'],
      ['listClientProgress', 'progress.read'],
    ] as const)('%s: that is written down as %s', async (operation, action) => {
      world.state.audit.length = 0;
      const read = world.useCases[operation];
      await read(asCoach(world, coach), { coach: 'me', client: ana.id });
      await read(world.partner({ requestId: 'r2' }), { coach: coach.coachId, client: ana.id });
      const entry = { ...SCOPE, at: NOW, action, subject: { kind: 'client', id: ana.id } };
      expect(world.state.audit).toEqual([
        { ...entry, id: expect.any(String) as string, by: { kind: 'person', id: 'c'.repeat(24), role: 'coach' }, requestId: 'r1' },
        { ...entry, id: expect.any(String) as string, by: { kind: 'partner', id: 'sk1' }, requestId: 'r2' },
      ]);
      world.deps.audit.append = () => Promise.reject(new Error('The store is gone.'));
      await expect(read(asCoach(world, coach), { coach: 'me', client: ana.id })).rejects.toThrow('The store is gone.');
    });

    it('without a word in the audit log where nothing was read', async () => {
      await codeOf(get('e'.repeat(24)));
      await world.useCases.getMyProfile(ana.me(), {});
      await list();
      expect(world.state.audit).toEqual([]);
    });
  });
});
