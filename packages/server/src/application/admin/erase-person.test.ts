import { beforeEach, describe, expect, it } from 'vitest';
import { ERASED_ID } from '../ports/audit.ts';
import { ANAS_WORDS, givenAnaEverywhere, type AnaEverywhere } from '../../../test/application/ana-everywhere.ts';
import { signedUp } from '../../../test/application/signed-up.ts';
import { ANA, createWorld, givenCoach, PARTNER, refusalOf, type World } from '../../../test/application/world.ts';

const email = ' ANA@example.com '.trim();
const RANGE = { from: '2026-04-01', to: '2026-04-30' };

describe('erasing a person', () => {
  let world: World;
  let ana: AnaEverywhere;
  beforeEach(async () => {
    world = createWorld();
    ana = await givenAnaEverywhere(world);
  });

  const erase = (given = email, context = world.partner()) => world.useCases.erasePerson(context, { email: given });
  /** Everything stored, as text in small letters. */
  const stored = (): string =>
    JSON.stringify(
      Object.values(world.state).map((held) => (held instanceof Map ? [...held] : (held as unknown))),
    ).toLowerCase();
  const left = (): string[] => [...ANAS_WORDS, ana.userId, ana.leadId].filter((word) => stored().includes(word));

  it('leaves nothing of them in any store', async () => {
    expect(left()).toHaveLength(ANAS_WORDS.length + 2);
    expect((await erase()).data).toEqual({ erased: true, bookings: 4, logs: 3 });
    await world.settleDown();
    expect(left()).toEqual([]);
  });

  it('R18 erases the same by the id of an account or of a lead with an e-mail, in the same partner and mode', async () => {
    const { erasePerson } = world.useCases;
    const tryOut = world.partner({ dryRun: true });
    for (const by of [{ clientId: ana.userId }, { leadId: ana.leadId }])
      expect((await erasePerson(tryOut, by)).data).toEqual({ erased: true, bookings: 4, logs: 3 });
    const nobody = { erased: false, bookings: 0, logs: 0 };
    for (const by of [{ clientId: ana.leadId }, { leadId: ana.userId }, { clientId: ana.staffId }])
      expect((await erasePerson(tryOut, by)).data).toEqual(nobody);
    const elsewhere = { ...tryOut, caller: { ...tryOut.caller, mode: 'live' as const } };
    expect((await erasePerson(elsewhere, { leadId: ana.leadId })).data).toEqual(nobody);
    await erasePerson(world.partner(), { clientId: ana.userId });
    await world.settleDown();
    expect(left()).toEqual([]);
  });

  it('keeps the coach’s counts and money, and all other persons', async () => {
    const figures = async () => (await world.useCases.getStats(ana.coach, { coach: ana.coachId, ...RANGE })).data;
    const before = await figures();
    const other = world.state.bookings.get(ana.otherBookingId);
    await erase();
    expect(before.summary.total).toBe(5);
    expect(await figures()).toEqual(before);
    expect(world.state.bookings.get(ana.otherBookingId)).toEqual(other);
    expect(stored()).toContain('bo@example.com');
  });

  it('shows the bookings to the coach without an attendee, with their steps and times', async () => {
    const before = world.state.bookings.get(ana.bookingIds[0]!)!;
    await erase();
    const { data } = await world.useCases.listCoachBookings(ana.coach, { coach: ana.coachId });
    const first = data.find(({ id }) => id === ana.bookingIds[0])!;
    expect(first).toMatchObject({
      status: 'confirmed',
      notes: '',
      start: '2026-04-15T12:00:00Z',
      summary: 'Strength session with —',
    });
    expect(first.attendee).toEqual({ kind: 'lead', id: '0'.repeat(24), name: '—' });
    const after = world.state.bookings.get(ana.bookingIds[0]!)!;
    if (before.kind !== 'booking' || after.kind !== 'booking') throw new Error('It is a booking.');
    expect(after.history.map(({ type, at, by }) => [type, at, by])).toEqual(
      before.history.map(({ type, at, by }) => [type, at, by]),
    );
    expect(after.outbox.map(({ id }) => id)).toEqual(before.outbox.map(({ id }) => id));
  });

  it('lets the bookings go through further steps, which connect no one', async () => {
    await erase();
    const [first, , own] = ana.bookingIds;
    await world.useCases.cancelBooking(ana.coach, { id: first! });
    await world.useCases.rescheduleBooking(ana.coach, { id: own!, start: '2026-04-21T12:00:00Z' });
    expect(world.state.connections.size).toBe(0);
    expect((await world.useCases.listClients(ana.coach, { coach: ana.coachId })).data).toEqual([]);
    expect((await world.useCases.listLeads(ana.coach, { coach: ana.coachId })).data).toMatchObject([
      { email: 'bo@example.com' },
    ]);
  });

  it('removes the place of a booking, which may be their home', async () => {
    const place = { name: 'At Secretly Diaz’s', address: '1 Secretly Street' };
    const { coachId, leadId } = ana;
    const at = { coachId, leadId, start: '2026-04-22T12:00:00Z', duration: 60, locationKind: 'in_person' } as const;
    const { data } = await world.useCases.createBooking(ana.coach, { ...at, place });
    expect((await world.useCases.getBooking(ana.coach, { id: data.id })).data.place).toEqual(place);
    await erase();
    await world.settleDown();
    expect(left()).toEqual([]);
    expect((await world.useCases.getBooking(ana.coach, { id: data.id })).data).not.toHaveProperty('place');
  });

  it('ends links and sessions', async () => {
    const open = () => world.useCases.getBooking(world.guest(ana.manageToken), { id: ana.bookingIds[0]! });
    await open();
    await erase();
    expect((await refusalOf(open())).code).toBe('BOOKING_NOT_FOUND');
    expect((await refusalOf(world.useCases.refresh(world.visitor(), { refreshToken: ana.refreshToken }))).code).toMatch(
      /^SESSION_/,
    );
    expect(
      (await refusalOf(world.useCases.login(world.visitor(), { email, password: 'correct horse battery' }))).code,
    ).toBe('CREDENTIALS_WRONG');
  });

  it('removes them from the team, where the id stays for the bookings that name it', async () => {
    await erase();
    expect((await world.useCases.listStaff(ana.coach, { coach: ana.coachId })).data).toEqual([]);
    expect(world.state.heads.get(ana.coachId)!.staff).toMatchObject([{ id: ana.staffId, name: '—', active: false }]);
  });

  it('records the caller in the audit log, and nothing of the person', async () => {
    const admin = { userId: 'd'.repeat(24), role: 'admin' } as const;
    await erase(email, world.person(admin));
    expect(world.state.audit.at(-1)).toMatchObject({
      by: { kind: 'person', id: admin.userId, role: 'admin' },
      action: 'person.erased',
      subject: { kind: 'person', id: ERASED_ID },
    });
    expect(world.state.audit.find(({ action }) => action === 'profile.read')!.subject.id).toBe(ERASED_ID);
  });

  it('notifies the watchers of the coach', async () => {
    const position = () => world.deps.feeds.position(ana.coachId);
    const before = await position();
    await erase();
    await world.settleDown();
    expect(await position()).toBeGreaterThan(before);
  });

  it('returns the same in a dry run, and writes nothing', async () => {
    const before = stored();
    expect((await erase(email, world.partner({ dryRun: true }))).data).toEqual({ erased: true, bookings: 4, logs: 3 });
    expect(stored()).toBe(before);
  });

  it('finds nothing the second time and for an unknown address, and records neither', async () => {
    await erase();
    await world.settleDown();
    const before = stored();
    for (const given of [email, 'nobody@example.com'])
      expect((await erase(given)).data).toEqual({ erased: false, bookings: 0, logs: 0 });
    expect(stored()).toBe(before);
  });

  it.each<[string, object]>([
    ['another partner', { partnerId: 'b'.repeat(24) }],
    ['another mode', { mode: 'live' }],
  ])('refuses to erase for %s', async (_, elsewhere) => {
    const context = world.partner();
    const before = stored();
    expect((await erase(email, { ...context, caller: { ...context.caller, ...elsewhere } })).data.erased).toBe(false);
    expect(stored()).toBe(before);
  });

  it('lets the address return as a new person', async () => {
    await erase();
    const { user } = await signedUp(world, { name: 'Ana', email, password: 'seven green kettles' });
    expect(user.id).not.toBe(ana.userId);
    expect((await world.useCases.listMyBookings(world.person({ userId: user.id, role: 'client' }), {})).data).toEqual(
      [],
    );
  });

  it('works for a guest without an account', async () => {
    expect((await erase('bo@example.com')).data).toEqual({ erased: true, bookings: 1, logs: 0 });
    expect(stored()).not.toContain('bo@');
    expect(stored()).not.toContain('berg');
  });

  it('leaves nothing of the account’s earlier addresses', async () => {
    const user = world.state.users.get(ana.userId)!;
    world.state.users.set(ana.userId, { ...user, email: 'new@example.com', emailKey: 'new@example.com' });
    expect((await erase('new@example.com', world.partner({ dryRun: true }))).data).toEqual({
      erased: true,
      bookings: 4,
      logs: 3,
    });
    expect((await erase('new@example.com')).data).toEqual({ erased: true, bookings: 4, logs: 3 });
    await world.settleDown();
    expect(left()).toEqual([]);
    expect((await erase('new@example.com')).data.erased).toBe(false);
  });

  it('refuses the caller’s own address', async () => {
    expect((await refusalOf(erase(email, world.person({ userId: ana.userId, role: 'admin' })))).code).toBe(
      'NOT_ALLOWED_NOW',
    );
  });

  it('erases a coach only when they take no bookings, and then the public name, too', async () => {
    const { coachId } = await givenCoach(world, { name: 'Zoe Zander', bio: 'Zander of the north.' });
    const account = { role: 'coach', name: 'Zoe Zander', email: 'zoe@example.com', coachId } as const;
    await world.useCases.createUser(world.partner(), account);
    expect((await refusalOf(erase('zoe@example.com'))).code).toBe('NOT_ALLOWED_NOW');
    await world.useCases.updateCoach(world.partner(), { coach: coachId, active: false });
    expect((await erase('zoe@example.com')).data.erased).toBe(true);
    expect(stored()).not.toContain('zander');
    expect((await world.useCases.getCoach(world.partner(), { coach: coachId })).data).toMatchObject({
      name: '—',
      slug: `erased-${coachId}`,
    });
  });

  it('keeps concurrent changes', async () => {
    const [id] = ana.bookingIds;
    await Promise.all([
      erase(),
      world.useCases.rescheduleBooking(ana.coach, { id: id!, start: '2026-04-20T12:00:00Z' }),
    ]);
    expect(world.state.bookings.get(id!)).toMatchObject({
      time: { start: Date.parse('2026-04-20T12:00:00Z') },
      notes: '',
    });
    expect(left()).toEqual([]);
  });

  describe('when it is interrupted', () => {
    /** All stores that erasing writes to, each of which may be the last that the process reaches. */
    const WRITES = {
      audit: ['append', 'forget'],
      sessions: ['revokeAll', 'removeAll'],
      users: ['replace', 'remove'],
      idempotency: ['forget'],
      importedIds: ['forget'],
      bookings: ['amend'],
      logs: ['removeAll'],
      profiles: ['removeAll'],
      connections: ['removeAll'],
      coaches: ['replace'],
      leads: ['remove'],
    } as const;

    const dieAt = (survived: number): { revive(): void; written(): number } => {
      let writes = 0;
      const revive: (() => void)[] = [];
      for (const [name, methods] of Object.entries(WRITES)) {
        const store = world.deps[name as keyof typeof WRITES] as unknown as Record<
          string,
          (...all: unknown[]) => Promise<unknown>
        >;
        const before = { ...store };
        for (const method of methods)
          store[method] = async (...all) => {
            if (writes++ >= survived) throw new Error('killed');
            return before[method]!(...all);
          };
        revive.push(() => void Object.assign(store, before));
      }
      return { revive: () => revive.forEach((back) => back()), written: () => writes };
    };

    it('finishes an interrupted erasure by a second request, from any point', async () => {
      const counting = dieAt(Infinity);
      await erase();
      const all = counting.written();
      expect(all).toBeGreaterThan(20);
      for (let survived = 0; survived < all; survived++) {
        world = createWorld();
        ana = await givenAnaEverywhere(world);
        const { revive } = dieAt(survived);
        await expect(erase(), `after ${survived} writes`).rejects.toThrow('killed');
        revive();
        await erase();
        await world.settleDown();
        expect(left(), `after ${survived} writes`).toEqual([]);
        const scope = { partnerId: PARTNER, mode: 'test' } as const;
        expect(await world.deps.audit.count({ ...scope, actions: ['person.erased'] }, 1)).toBeGreaterThan(0);
      }
    });
  });

  it('finds a person who is only a member of a team', async () => {
    const { coachId } = await givenCoach(world, { name: 'Coach B' });
    await world.useCases.createStaff(world.partner(), {
      coach: coachId,
      name: 'Jane Smith',
      email: 'Jane@Example.com',
    });
    expect((await erase('jane@example.com')).data).toEqual({ erased: true, bookings: 0, logs: 0 });
    expect(stored()).not.toContain('jane');
    expect(stored()).toContain(ANA.email);
  });
});
