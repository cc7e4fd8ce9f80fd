import type { components } from '@coach-booking/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { givenAnaEverywhere, type AnaEverywhere } from '../../../test/application/ana-everywhere.ts';
import { listed } from '../../../test/application/listed.ts';
import { anIncentive } from '../../../test/stores/incentives-suite.ts';
import { createWorld, NOW, PARTNER, type World } from '../../../test/application/world.ts';

describe('exporting a person', () => {
  let world: World;
  let ana: AnaEverywhere;
  beforeEach(async () => {
    world = createWorld();
    ana = await givenAnaEverywhere(world);
  });

  const exported = async (email = 'ANA@example.com', context = world.partner()) =>
    read((await world.useCases.exportPerson(context, { email })).data);
  /** With what is read while it is answered. */
  const read = async (data: Awaited<ReturnType<World['useCases']['exportPerson']>>['data']) => {
    const { bookings, workoutLogs, dietLogs, progress, audit, ...whole } = data;
    const lists = { bookings, workoutLogs, dietLogs, progress, audit };
    const given = Object.entries(lists).filter(([, list]) => list !== undefined);
    const found = await Promise.all(given.map(async ([name, list]) => [name, await listed<unknown>(list)] as const));
    return { ...whole, ...Object.fromEntries(found) } as components['schemas']['PersonExport'];
  };

  it('returns everything about the address, once, and nothing of others', async () => {
    const { audit, ...found } = await exported();
    expect(found).toMatchObject({
      email: 'ana@example.com',
      user: { id: ana.userId, email: 'Ana@Example.com' },
      profile: { injuries: ['Secretly the knee'] },
      leads: [{ id: ana.leadId, notes: 'Secretly rich.', temperature: 'hot', clientId: ana.userId }],
      contacts: [{ name: 'Ana Diaz', email: 'Ana@Example.com', phone: '+12125550100', timeZone: 'America/New_York' }],
      workoutLogs: [{ title: 'Secretly squats' }],
      dietLogs: [{ description: 'Secretly cake' }],
      progress: [{ value: 64.5 }],
      notifications: { reminders: [{ channel: 'push', minutesBefore: 60 }] },
      connections: [{ coachId: ana.coachId, coachName: 'Coach A' }],
      staff: [{ id: ana.staffId, email: 'ana@example.com' }],
    });
    const starts = found.bookings!.map(({ start }) => start!);
    expect(starts).toEqual([...starts].sort());
    expect(found.bookings!.map(({ id }) => id).sort()).toEqual([...ana.bookingIds].sort());
    expect(found.bookings!.find(({ id }) => id === ana.bookingIds[0])).toMatchObject({
      notes: 'Secretly weak knee.',
      answers: { 'Who sent you?': 'Secretly my mother' },
      consent: true,
      language: 'es',
      utm: { source: 'secretly' },
      referrer: 'https://secretly.example/ana',
      history: [{ type: 'created' }, { type: 'rescheduled', reason: 'Secretly ill.' }],
    });
    expect(audit!.map(({ action }) => action)).toContain('profile.read');
    expect(JSON.stringify(found)).not.toMatch(/Bo Berg|passwordHash|knownAddresses|tokenHash|manageNonce/);
  });

  it.each([false, true])('writes every kind of health data to the audit log before (dry run: %s)', async (dryRun) => {
    const before = world.state.audit.length;
    await exported(undefined, world.partner({ dryRun }));
    expect(world.state.audit.slice(before).map(({ action, by, subject }) => [action, by.id, subject.id])).toEqual(
      [
        'person.exported',
        'profile.read',
        'workout_log.read',
        'diet_log.read',
        'progress.read',
        'booking_answers.read',
      ].map((action) => [action, 'sk1', ana.userId]),
    );
  });

  it('returns what a guest left', async () => {
    const found = await exported('bo@example.com');
    expect(found).toMatchObject({
      contacts: [{ name: 'Bo Berg' }],
      bookings: [{ id: ana.otherBookingId, notes: 'Of Bo.' }],
    });
    expect(found.user ?? found.profile ?? found.workoutLogs).toBeUndefined();
  });

  it.each<[string, object]>([
    ['an address that nobody has', {}],
    ['another partner', { partnerId: 'b'.repeat(24) }],
    ['another mode', { mode: 'live' }],
  ])('exports nothing for %s, and records no read', async (what, elsewhere) => {
    const context = world.partner();
    const before = world.state.audit.length;
    const email = what.startsWith('an ') ? 'nobody@example.com' : 'ana@example.com';
    const found = await exported(email, { ...context, caller: { ...context.caller, ...elsewhere } });
    expect(found).toEqual({ email, exportedAt: expect.any(String) as string });
    expect(world.state.audit).toHaveLength(before);
  });

  it('S5 reads bookings, entries and lines of the log one after the other, when the answer has reached them', async () => {
    const asked: string[] = [];
    const spied = <T>(name: string, items: AsyncIterable<T>): AsyncIterable<T> => ({
      async *[Symbol.asyncIterator]() {
        for await (const item of items) {
          asked.push(name);
          yield item;
        }
      },
    });
    const { bookings, logs, audit } = world.deps;
    const [ofBookings, ofLogs, ofAudit] = [bookings.allOf, logs.allOf, audit.allOf];
    bookings.allOf = (...args) => spied('booking', ofBookings(...args));
    logs.allOf = (...args) => spied('log', ofLogs(...args));
    audit.allOf = (...args) => spied('audit', ofAudit(...args));
    const { data } = await world.useCases.exportPerson(world.partner(), { email: 'ana@example.com' });
    expect(asked).toEqual([]);
    const iterator = (data.bookings as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    await iterator.next();
    expect(asked).toEqual(['booking']);
    await iterator.next();
    expect(asked).toEqual(['booking', 'booking']);
  });

  describe('after the account has changed its address', () => {
    beforeEach(async () => {
      const user = world.state.users.get(ana.userId)!;
      world.state.users.set(ana.userId, { ...user, email: 'diaz@example.com', emailKey: 'diaz@example.com' });
    });

    it('returns the lead of the earlier address, with its bookings and contacts', async () => {
      const found = await exported('diaz@example.com');
      expect(found.leads).toMatchObject([{ id: ana.leadId }]);
      expect(found.contacts).toMatchObject([{ email: 'Ana@Example.com' }]);
      expect(found.bookings!.map(({ id }) => id).sort()).toEqual([...ana.bookingIds].sort());
      expect(found.staff).toMatchObject([{ id: ana.staffId }]);
    });

    it('returns by the earlier address what a guest left, and not the account', async () => {
      const found = await exported('ana@example.com');
      expect(found.leads).toMatchObject([{ id: ana.leadId }]);
      expect(found.user ?? found.profile ?? found.workoutLogs).toBeUndefined();
    });
  });

  describe('what a person wants no more, and their devices', () => {
    const scope = { partnerId: PARTNER, mode: 'test' } as const;
    const email = { channel: 'email', address: 'ana@example.com' } as const;
    const phone = { channel: 'sms', address: '+12125550100' } as const;
    beforeEach(async () => {
      await world.deps.optOuts.add(scope, email, 'reminder', NOW);
      await world.deps.optOuts.add(scope, phone, 'all', NOW);
      await world.deps.optOuts.add(scope, { ...phone, address: '+12125550199' }, 'all', NOW);
      await world.deps.pushSubscriptions.save({
        ...scope,
        id: 'd'.repeat(24),
        userId: ana.userId,
        endpoint: 'https://push.example/secretly',
        keys: { p256dh: 'secretly', auth: 'secretly' },
        createdAt: NOW,
      });
    });

    it('exports opt-outs and devices by the known addresses and numbers, without endpoints and keys', async () => {
      const { optOuts, pushSubscriptions } = await exported();
      expect(optOuts!.map(({ channel, way, kind }) => `${channel} ${way} ${kind}`)).toEqual([
        'email unsubscribe reminder',
        'sms sms_stop all',
      ]);
      const device = { id: 'd'.repeat(24), service: 'push.example', createdAt: '2026-04-13T08:00:00Z' };
      expect(pushSubscriptions).toContainEqual(device);
      expect(JSON.stringify(pushSubscriptions)).not.toContain('secretly');
    });

    it('removes devices by an erasure, and keeps opt-outs as a hash', async () => {
      await world.useCases.erasePerson(world.partner(), { email: 'ana@example.com' });
      expect(await world.deps.pushSubscriptions.of(ana.userId)).toEqual([]);
      expect(await world.deps.optOuts.of(scope, email)).toEqual(new Set(['reminder']));
      expect(await world.deps.optOuts.of(scope, phone)).toEqual(new Set(['all']));
      const found = await exported();
      expect(found).toMatchObject({ optOuts: [{ channel: 'email', kind: 'reminder' }] });
      expect(Object.keys(found).sort()).toEqual(['email', 'exportedAt', 'optOuts']);
    });
  });

  it('exports codes for a lower price, also of an address without bookings, and erases them', async () => {
    const of = { partnerId: PARTNER, expiresAt: NOW, kind: 'percent', value: 20 } as const;
    for (const [id, boundTo] of [
      ['CDFHJKMN', 'ana@example.com'],
      ['CDFHJKMP', 'bo@example.com'],
      ['CDFHJKMR', 'cy@example.com'],
    ] as const)
      await world.deps.incentives.insert(anIncentive({ ...of, id, boundTo }), NOW);
    expect((await exported()).incentives).toMatchObject([{ code: 'CDFHJKMN', state: 'expired' }]);
    const cy = { email: 'cy@example.com' };
    const found = await world.useCases.exportPerson(world.partner(), cy);
    expect(found.data).toMatchObject({ ...cy, incentives: [{ code: 'CDFHJKMR' }] });
    for (const email of ['ana@example.com', cy.email])
      expect((await world.useCases.erasePerson(world.partner(), { email })).data.erased).toBe(true);
    expect([...world.state.incentives.keys()]).toEqual(['CDFHJKMP']);
    expect((await world.useCases.erasePerson(world.partner(), cy)).data.erased).toBe(false);
  });

  it('exports nothing once the person was erased', async () => {
    await world.useCases.erasePerson(world.partner(), { email: 'ana@example.com' });
    expect(Object.keys(await exported())).toEqual(['email', 'exportedAt']);
  });
});
