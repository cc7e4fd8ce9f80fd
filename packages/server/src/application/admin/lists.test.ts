import { beforeEach, describe, expect, it } from 'vitest';
import { parseInstant, plus, type Instant } from '@coach-booking/time/instant';
import type { Context, Mode } from '../kernel/context.ts';
import { bookAs, givenClient } from '../../../test/application/given-client.ts';
import type { AuditAction } from '../ports/audit.ts';
import { ANA, createWorld, givenCoach, NOW, refusalOf, type World } from '../../../test/application/world.ts';

const OTHER_PARTNER = 'b'.repeat(24);

describe('reads of an admin', () => {
  let world: World;
  let admin: Context;
  beforeEach(() => {
    world = createWorld();
    admin = world.person({ userId: 'd'.repeat(24), role: 'admin' });
  });

  const elsewhere = (partnerId = OTHER_PARTNER, mode: Mode = 'test'): Context => {
    const context = world.partner();
    return { ...context, caller: { ...context.caller, partnerId, mode } };
  };

  describe('listUsers', () => {
    const names = async (input: object = {}, context = admin) =>
      (await world.useCases.listUsers(context, input)).data.map(({ name }) => name);
    const given = (name: string, more: object = {}) =>
      world.useCases.createUser(world.partner(), {
        role: 'client',
        name,
        email: `${name.split(' ')[0]!.toLowerCase()}@example.com`,
        ...more,
      });

    it('returns people by name, filtered by role, and found by part of a name or an e-mail', async () => {
      await given('Émile Zola');
      await given('Ben Adams', { role: 'admin', email: 'boss@fit.example' });
      await given('ana Diaz');
      expect(await names()).toEqual(['ana Diaz', 'Ben Adams', 'Émile Zola']);
      expect(await names({ role: 'admin' })).toEqual(['Ben Adams']);
      expect(await names({ q: 'emile' })).toEqual(['Émile Zola']);
      expect(await names({ q: 'BOSS@' })).toEqual(['Ben Adams']);
      expect(await names({ q: '.*' })).toEqual([]);
    });

    it('returns pages without gaps, with the total', async () => {
      for (const n of [3, 1, 2]) await given('Same Name', { email: `same${n}@example.com` });
      const first = await world.useCases.listUsers(admin, { limit: 2 });
      expect(first.meta.total).toBe(3);
      const rest = await world.useCases.listUsers(admin, { limit: 2, cursor: first.meta.nextCursor! });
      expect(rest.meta).toEqual({ nextCursor: null, total: 3 });
      expect(new Set([...first.data, ...rest.data].map(({ id }) => id)).size).toBe(3);
    });

    it('returns no one of another partner or mode, nor counts them, and rejects their cursors', async () => {
      for (const n of [1, 2]) await given('Same Name', { email: `same${n}@example.com` });
      const { nextCursor } = (await world.useCases.listUsers(world.partner(), { limit: 1 })).meta;
      for (const context of [elsewhere(), elsewhere(admin.caller.partnerId, 'live')]) {
        expect(await world.useCases.listUsers(context, {})).toEqual({ data: [], meta: { nextCursor: null, total: 0 } });
        expect((await refusalOf(world.useCases.listUsers(context, { limit: 1, cursor: nextCursor! }))).code).toBe(
          'INVALID_REQUEST',
        );
      }
      expect((await refusalOf(world.useCases.listUsers(admin, { role: 'client', cursor: nextCursor! }))).code).toBe(
        'INVALID_REQUEST',
      );
    });

    it('returns no secret', async () => {
      await given('Ana Diaz');
      expect(JSON.stringify(await world.useCases.listUsers(admin, {}))).not.toMatch(/hash|known/i);
    });
  });

  describe('getUser', () => {
    it('returns a client with profile and connections, and records the read in the audit log', async () => {
      const coach = await givenCoach(world);
      const ana = await givenClient(world);
      await world.useCases.updateMyProfile(ana.me(), { injuries: ['Left knee'] });
      await bookAs(world, ana, coach, '2026-04-14T12:00:00Z');
      const { data } = await world.useCases.getUser(admin, { id: ana.id });
      expect(data.user).toMatchObject({ id: ana.id, email: 'ana@example.com' });
      expect(data.profile).toMatchObject({ injuries: ['Left knee'] });
      expect(data.connections).toEqual([
        { coachId: coach.coachId, coachName: 'Coach A', state: 'accepted', since: expect.any(String) as string },
      ]);
      expect(data.coach).toBeUndefined();
      expect((await world.useCases.listAudit(admin, { subjectId: ana.id, action: 'profile.read' })).data).toMatchObject(
        [
          {
            action: 'profile.read',
            by: { kind: 'person', id: 'd'.repeat(24), role: 'admin' },
            subject: { kind: 'client', id: ana.id },
          },
        ],
      );
    });

    it('returns a coach or staff with their coach, which is not recorded', async () => {
      const { coachId } = await givenCoach(world);
      const { data: zoe } = await world.useCases.createUser(world.partner(), {
        role: 'coach',
        name: 'Zoe',
        email: 'zoe@example.com',
        coachId,
      });
      expect((await world.useCases.getUser(admin, { id: zoe.id })).data).toMatchObject({
        user: { name: 'Zoe' },
        coach: { id: coachId },
      });
      expect(world.state.audit.filter(({ action }) => action.endsWith('.read'))).toEqual([]);
    });

    it('finds no one of another partner or mode', async () => {
      const { id } = await givenClient(world);
      for (const context of [elsewhere(), elsewhere(admin.caller.partnerId, 'live')])
        expect((await refusalOf(world.useCases.getUser(context, { id }))).code).toBe('USER_NOT_FOUND');
      expect(world.state.audit.filter(({ action }) => action.endsWith('.read'))).toEqual([]);
    });
  });

  describe('listBookings', () => {
    const starts = async (input: object = {}, context = admin) =>
      (await world.useCases.listBookings(context, input)).data.map(({ start }) => start?.slice(5, 16));

    it('returns those of all coaches by start, and applies every filter', async () => {
      const [a, b] = [await givenCoach(world), await givenCoach(world, { name: 'Coach B', timeZone: 'Asia/Tokyo' })];
      const ana = await givenClient(world);
      const own = await bookAs(world, ana, a, '2026-04-14T12:00:00Z');
      const { data: jane } = await world.useCases.createStaff(world.partner(), { coach: b.coachId, name: 'Jane' });
      const of = { coachId: b.coachId, serviceId: b.serviceId!, staffId: jane.id };
      await world.useCases.createBooking(world.partner(), { ...of, start: '2026-04-15T00:00:00Z', attendee: ANA });
      await world.useCases.createBooking(world.partner(), {
        ...of,
        staffId: undefined,
        start: '2026-04-16T00:00:00Z',
        attendee: ANA,
      } as never);
      await world.useCases.cancelBooking(world.partner(), { id: own.id });
      expect(await starts()).toEqual(['04-14T12:00', '04-15T00:00', '04-16T00:00']);
      expect(await starts({ order: 'desc' })).toEqual(['04-16T00:00', '04-15T00:00', '04-14T12:00']);
      expect(await starts({ status: 'cancelled' })).toEqual(['04-14T12:00']);
      expect(await starts({ coachId: b.coachId, to: '2026-04-15' })).toEqual(['04-15T00:00']);
      // api 15: by the slug too, and by its zone.
      const { data: named } = await world.useCases.getCoach(world.partner(), { coach: b.coachId });
      expect(await starts({ coachId: named.slug, to: '2026-04-15' })).toEqual(['04-15T00:00']);
      expect(await starts({ coachId: 'no-such-coach' })).toEqual([]);
      expect(await starts({ staffId: jane.id })).toEqual(['04-15T00:00']);
      expect(await starts({ attendeeId: ana.id })).toEqual(['04-14T12:00']);
      expect(await starts({ timeless: 'true' })).toEqual([]);
      expect(await starts({ serviceId: b.serviceId! })).toEqual(['04-15T00:00', '04-16T00:00']);
      expect(await starts({ when: 'upcoming', coachId: a.coachId })).toEqual(['04-14T12:00']);
      expect(await starts({ when: 'past' })).toEqual([]);
      expect(await starts({ when: 'past' }, { ...admin, now: parseInstant('2026-04-15T12:00:00Z') })).toEqual([
        '04-14T12:00',
        '04-15T00:00',
      ]);
    });

    it('finds bookings of every coach by a part of the name or the e-mail, and by their source', async () => {
      const [a, b] = [await givenCoach(world), await givenCoach(world, { name: 'Coach B' })];
      const ana = await givenClient(world);
      await bookAs(world, ana, a, '2026-04-14T12:00:00Z');
      const of = {
        coachId: b.coachId,
        serviceId: b.serviceId!,
        attendee: { ...ANA, name: 'Lea', email: 'lea@x.example' },
      };
      await world.useCases.createBooking(world.partner(), {
        ...of,
        start: '2026-04-14T14:00:00Z',
        utm: { source: 'news' },
      });
      expect(await starts({ q: 'LEA@x' })).toEqual(['04-14T14:00']);
      expect(await starts({ q: ana.name.slice(0, 2) })).toEqual(['04-14T12:00']);
      expect(await starts({ q: 'lea', coachId: a.coachId })).toEqual([]);
      expect(await starts({ source: 'news' })).toEqual(['04-14T14:00']);
      const { data, meta } = await world.useCases.listBookings(admin, { source: 'direct', limit: 1 });
      expect(data.map(({ source, actions }) => [source, actions.includes('cancel')])).toEqual([['direct', true]]);
      expect(meta).not.toHaveProperty('total');
      for (const context of [elsewhere(), elsewhere(admin.caller.partnerId, 'live')])
        expect(await starts({ q: 'lea' }, context as typeof admin)).toEqual([]);
    });

    it('reads plain dates in the zone of the named coach, else in UTC', async () => {
      const tokyo = await givenCoach(world, {
        timeZone: 'Asia/Tokyo',
        schedule: { workingHours: [{ dayOfWeek: 3, start: '07:00', end: '12:00' }] },
      });
      const of = { coachId: tokyo.coachId, serviceId: tokyo.serviceId! };
      await world.useCases.createBooking(world.partner(), { ...of, start: '2026-04-14T22:00:00Z', attendee: ANA });
      const DAY = { from: '2026-04-15', to: '2026-04-15' };
      expect(await starts({ ...DAY, coachId: tokyo.coachId })).toHaveLength(1);
      expect(await starts(DAY)).toEqual([]);
    });

    it('returns pages, with the total', async () => {
      const coach = await givenCoach(world);
      const ana = await givenClient(world);
      for (const hour of ['10', '12', '14']) await bookAs(world, ana, coach, `2026-04-14T${hour}:00:00Z`);
      const first = await world.useCases.listBookings(admin, { limit: 2 });
      const rest = await world.useCases.listBookings(admin, { limit: 2, cursor: first.meta.nextCursor! });
      expect([...first.data, ...rest.data].map(({ start }) => start)).toEqual(
        ['10', '12', '14'].map((hour) => `2026-04-14T${hour}:00:00Z`),
      );
      expect([first.meta.total, rest.meta]).toEqual([3, { nextCursor: null, total: 3 }]);
      const other = world.useCases.listBookings(admin, { status: 'confirmed', cursor: first.meta.nextCursor! });
      expect((await refusalOf(other)).code).toBe('INVALID_REQUEST');
    });

    it('leaks nothing of another partner or mode by a filter, a count or a cursor', async () => {
      const coach = await givenCoach(world);
      const ana = await givenClient(world);
      for (const hour of ['10', '12']) await bookAs(world, ana, coach, `2026-04-14T${hour}:00:00Z`);
      const { nextCursor } = (await world.useCases.listBookings(world.partner(), { limit: 1 })).meta;
      for (const context of [elsewhere(), elsewhere(admin.caller.partnerId, 'live')]) {
        for (const filter of [{}, { coachId: coach.coachId }, { attendeeId: ana.id }])
          expect(await world.useCases.listBookings(context, filter)).toEqual({
            data: [],
            meta: { nextCursor: null, total: 0 },
          });
        expect((await refusalOf(world.useCases.listBookings(context, { limit: 1, cursor: nextCursor! }))).code).toBe(
          'INVALID_REQUEST',
        );
      }
    });

    it.each([{ status: 'gone' }, { timeless: 'true', from: '2026-04-14' } as const])('refuses %j', async (input) => {
      expect((await refusalOf(world.useCases.listBookings(admin, input))).code).toBe('INVALID_REQUEST');
    });
  });

  describe('listAudit', () => {
    const write = (at: Instant, action: AuditAction, more: object = {}) =>
      world.deps.audit.append({
        partnerId: admin.caller.partnerId,
        mode: 'test',
        id: world.deps.newId(),
        at,
        by: { kind: 'person', id: 'one', role: 'coach' },
        action,
        subject: { kind: 'client', id: 'ana' },
        ...more,
      });
    const actions = async (input: object = {}, context = admin) =>
      (await world.useCases.listAudit(context, input)).data.map(({ action }) => action);

    it('returns the newest first, and applies its filters', async () => {
      await write(NOW, 'profile.read');
      await write(plus(NOW, 1), 'key.revoked', {
        subject: { kind: 'key', id: 'k' },
        by: { kind: 'partner', id: 'sk1' },
      });
      await write(plus(NOW, 86_400_000), 'progress.read');
      expect(await actions()).toEqual(['progress.read', 'key.revoked', 'profile.read']);
      expect(await actions({ action: 'key.revoked' })).toEqual(['key.revoked']);
      expect(await actions({ action: 'key.revoked,profile.read' })).toEqual(['key.revoked', 'profile.read']);
      expect(await actions({ subjectId: 'ana', to: '2026-04-13' })).toEqual(['profile.read']);
      expect(await actions({ byId: 'sk1' })).toEqual(['key.revoked']);
      expect((await refusalOf(world.useCases.listAudit(admin, { from: '2026-04-14', to: '2026-04-13' }))).code).toBe(
        'RANGE_INVALID',
      );
    });

    it('names the accounts and coaches that still exist, and nobody else', async () => {
      const { coachId, name } = await givenCoach(world);
      const { id } = (
        await world.useCases.createUser(admin, { role: 'client', name: 'Ana Diaz', email: 'ana@example.com' })
      ).data;
      await write(plus(world.deps.realNow(), 1), 'profile.read', { subject: { kind: 'client', id } });
      await write(plus(world.deps.realNow(), 2), 'schedule.updated', {
        by: { kind: 'person', id, role: 'client' },
        subject: { kind: 'coach', id: coachId },
      });
      const found = (await world.useCases.listAudit(admin, { action: 'profile.read,schedule.updated' })).data;
      expect(found.map(({ by, subject }) => [by.name, subject.name])).toEqual([
        ['Ana Diaz', name],
        [undefined, 'Ana Diaz'],
      ]);
      expect(JSON.stringify(found)).not.toContain('ana@example.com');
    });

    it('returns pages, and nothing of another partner or mode', async () => {
      for (const n of [1, 2, 3]) await write(NOW, (['key.created', 'key.rolled', 'key.revoked'] as const)[n - 1]!);
      const first = await world.useCases.listAudit(admin, { limit: 2 });
      const rest = await world.useCases.listAudit(admin, { limit: 2, cursor: first.meta.nextCursor! });
      expect(new Set([...first.data, ...rest.data].map(({ action }) => action)).size).toBe(3);
      expect(rest.meta).toEqual({ nextCursor: null, total: 3 });
      for (const context of [elsewhere(), elsewhere(admin.caller.partnerId, 'live')])
        expect(await world.useCases.listAudit(context, {})).toEqual({ data: [], meta: { nextCursor: null, total: 0 } });
    });
  });
});
