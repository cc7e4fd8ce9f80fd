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
      expect(await codeOf(get(ana.id, asCoach(world, other)))).toBe('PROFILE_NOT_SHARED');
      expect((await list({}, asCoach(world, other))).meta.total).toBe(0);
      world.passTime(HOUR);
      await world.useCases.confirmBooking(asCoach(world, other), { id });
      expect((await get(ana.id, asCoach(world, other))).since).toBe('2026-04-13T09:00:00Z');
    });

    it('for good, once it was agreed, also when the coach cancels it', async () => {
      const { id } = await bookAs(world, ana, coach, at(14));
      await world.useCases.cancelBooking(asCoach(world, coach), { id });
      world.passTime(30 * DAY);
      expect(await get()).toMatchObject({ id: ana.id, bookings: 1, sharesProfile: true });
    });

    it('S1 not by one that they called off, unless there is another', async () => {
      const [first, second] = [await bookAs(world, ana, coach, at(14)), await bookAs(world, ana, coach, at(15))];
      await world.useCases.cancelBooking(ana.me(), { id: first.id });
      expect((await get()).id).toBe(ana.id);
      await world.useCases.cancelBooking(ana.me(), { id: second.id });
      expect(await codeOf(get())).toBe('CLIENT_NOT_FOUND');
      expect((await list()).data).toEqual([]);
      expect((await world.useCases.listMyConnections(ana.me(), {})).data).toEqual([]);
      await bookAs(world, ana, coach, at(16));
      expect((await get()).id).toBe(ana.id);
    });

    it('S1 not by one that they called off when the process died before that was written: the sweeper does', async () => {
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
        expect((await world.useCases.listMyConnections(ana.me(), {})).data).toMatchObject([{ state: 'withdrawn' }]);
        expect(await codeOf(get(ana.id, asCoach(world, other)))).toBe('PROFILE_NOT_SHARED');
      });
    });
  });

  describe('end it', () => {
    const state = async (id: string) =>
      (await world.useCases.listMyConnections(ana.me(), {})).data.find(({ coachId }) => coachId === id)?.state;
    const withdraw = (id: string, more = {}) => world.useCases.withdrawConnection(ana.me(more), { id });

    it('and the coach sees nothing from then on', async () => {
      const { id } = await bookAs(world, ana, coach, at(14));
      expect((await withdraw(coach.coachId)).data).toEqual({ id: coach.coachId, removed: true });
      expect(await codeOf(get())).toBe('PROFILE_NOT_SHARED');
      for (const operation of ['listClientWorkoutLogs', 'listClientDietLogs', 'listClientProgress'] as const)
        expect(await codeOf(world.useCases[operation](asCoach(world, coach), { coach: 'me', client: ana.id }))).toBe('PROFILE_NOT_SHARED');
      // Whose bookings the coach has is no secret to the coach.
      expect((await list()).data).toEqual([expect.objectContaining({ id: ana.id, sharesProfile: false, bookings: 1 })]);
      expect((await list()).data[0]).not.toHaveProperty('since');
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

    it('S1 and only their word begins it again: a later booking of theirs asks', async () => {
      const { id } = await bookAs(world, ana, coach, at(14));
      world.passTime(HOUR);
      await withdraw(coach.coachId);
      world.passTime(HOUR);
      await world.useCases.rescheduleBooking(asCoach(world, coach), { id, start: at(15) });
      await world.useCases.confirmBooking(asCoach(world, coach), { id });
      const input = { coachId: coach.coachId, serviceId: coach.serviceId!, start: at(16), clientId: ana.id };
      await world.useCases.createBooking(asCoach(world, coach), input);
      expect(await state(coach.coachId)).toBe('withdrawn');
      await bookAs(world, ana, coach, at(17));
      expect(await codeOf(get())).toBe('PROFILE_NOT_SHARED');
      expect(await state(coach.coachId)).toBe('asked');
      await world.useCases.acceptConnection(ana.me(), { id: coach.coachId });
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
      expect(await state(other.coachId)).toBe('withdrawn');
    });
  });

  describe('S1 are asked', () => {
    const BOOK = { coachId: '', serviceId: '', start: at(14) };
    const connections = async () => (await world.useCases.listMyConnections(ana.me(), {})).data;
    const named = async (context = world.partner()) => {
      const input = { ...BOOK, coachId: coach.coachId, serviceId: coach.serviceId!, clientId: ana.id };
      return (await world.useCases.createBooking(context, input)).data;
    };
    /** Anybody types the client's address, proven or not. */
    const typed = async () => {
      const attendee = { name: 'Planted', email: ana.email };
      const input = { ...BOOK, coachId: coach.coachId, serviceId: coach.serviceId!, attendee };
      return (await world.useCases.createBooking(world.visitor(), input)).data;
    };
    const prove = async () => {
      const token = /\/verify\/(\S+)/.exec(world.sent.findLast(({ to }) => to === ana.email)!.text)![1]!;
      await world.useCases.verifyEmail(ana.me(), { token });
    };
    const accept = (more = {}) => world.useCases.acceptConnection(ana.me(more), { id: coach.coachId });
    const decline = (more = {}) => world.useCases.declineConnection(ana.me(more), { id: coach.coachId });
    const outcome = async (): Promise<string> =>
      get().then(
        () => 'seen',
        (error: { code: string }) => error.code,
      );

    it('by a booking that the coach side makes', async () => {
      const { id } = await named();
      expect(await outcome()).toBe('PROFILE_NOT_SHARED');
      expect(await connections()).toMatchObject([
        { coachId: coach.coachId, coachName: 'Coach A', state: 'asked', askedAt: '2026-04-13T08:00:00Z' },
      ]);
      expect((await list()).data).toMatchObject([{ id: ana.id, sharesProfile: false }]);
      await world.useCases.cancelBooking(world.partner(), { id });
      expect([await connections(), await outcome(), (await list()).data]).toEqual([[], 'CLIENT_NOT_FOUND', []]);
    });

    it.each(['before the proof', 'after the proof'])('by a typed address, %s, of which the coach learns nothing', async (when) => {
      if (when === 'before the proof') await typed();
      await world.settleDown();
      await prove();
      if (when === 'after the proof') await typed();
      expect([(await connections()).map(({ state }) => state), await outcome(), (await list()).data]).toEqual([
        ['asked'],
        'CLIENT_NOT_FOUND',
        [],
      ]);
      await decline();
      expect([(await connections()).map(({ state }) => state), await outcome(), (await list()).data]).toEqual([
        ['declined'],
        'CLIENT_NOT_FOUND',
        [],
      ]);
    });

    it('by nothing while the address is not proven', async () => {
      await typed();
      expect([await connections(), await codeOf(accept()), await codeOf(decline())]).toEqual([
        [],
        'CONNECTION_NOT_FOUND',
        'CONNECTION_NOT_FOUND',
      ]);
    });

    it('and a yes shows the profile, and the client in place of the guest', async () => {
      const { id } = await typed();
      await world.settleDown();
      await prove();
      const seen = async () => (await world.useCases.getBooking(asCoach(world, coach), { id })).data.attendee;
      expect(await seen()).toMatchObject({ kind: 'lead', name: 'Planted' });
      expect((await accept({ dryRun: true })).data.state).toBe('accepted');
      expect([await outcome(), (await seen()).kind]).toEqual(['CLIENT_NOT_FOUND', 'lead']);
      world.passTime(HOUR);
      expect((await accept()).data).toMatchObject({ state: 'accepted', since: '2026-04-13T09:00:00Z' });
      expect(await outcome()).toBe('seen');
      expect(await seen()).toMatchObject({ kind: 'client', id: ana.id, name: 'Ana Diaz' });
      expect((await accept()).data.since).toBe('2026-04-13T09:00:00Z');
      // What they took over is not what they made: it connects nobody again.
      await world.useCases.withdrawConnection(ana.me(), { id: coach.coachId });
      await world.useCases.rescheduleBooking(asCoach(world, coach), { id, start: at(15) });
      expect(await outcome()).toBe('PROFILE_NOT_SHARED');
    });

    it('and a no stays, whatever is booked for them, until they say yes', async () => {
      await named();
      await decline({ dryRun: true });
      expect((await connections())[0]!.state).toBe('asked');
      expect((await decline()).data.state).toBe('declined');
      expect((await decline()).data.state).toBe('declined');
      world.passTime(HOUR);
      await world.useCases.createBooking(asCoach(world, coach), { ...BOOK, ...coachAndService(), start: at(15), clientId: ana.id });
      expect([(await connections())[0]!.state, await outcome()]).toEqual(['declined', 'PROFILE_NOT_SHARED']);
      await accept();
      expect(await outcome()).toBe('seen');
      expect(await codeOf(decline())).toBe('NOT_ALLOWED_NOW');
    });
    const coachAndService = () => ({ coachId: coach.coachId, serviceId: coach.serviceId! });

    it('S1b and a coach cannot build on a request that was called off', async () => {
      const other = await byHand();
      const { id } = await bookAs(world, ana, other, at(14));
      await world.useCases.cancelBooking(ana.me(), { id });
      const input = { coachId: other.coachId, serviceId: other.serviceId!, start: at(15), clientId: ana.id };
      expect(await codeOf(world.useCases.createBooking(asCoach(world, other), input))).toBe('CLIENT_NOT_FOUND');
      // The partner's server may name anybody of the partner: it asks.
      await world.useCases.createBooking(world.partner(), input);
      expect(await codeOf(get(ana.id, asCoach(world, other)))).toBe('PROFILE_NOT_SHARED');
    });

    it('and each answer is in the audit log', async () => {
      await named();
      await decline();
      await accept();
      await world.useCases.withdrawConnection(ana.me(), { id: coach.coachId });
      const entries = world.state.audit.filter(({ action }) => action.startsWith('connection.'));
      expect(entries.map(({ action, subject, by }) => [action, subject.id, by.id])).toEqual(
        ['declined', 'accepted', 'withdrawn'].map((word) => [`connection.${word}`, coach.coachId, ana.id]),
      );
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
      await world.useCases.cancelBooking(asCoach(world, coach), { id });
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
      expect(world.state.audit.filter(({ action }) => action.endsWith('.read'))).toEqual([]);
    });
  });
});
