import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { lookupOf } from '../partner/key-lookup.ts';
import { createWorld, NOW, refusalOf, type World } from '../../../test/application/world.ts';
import { operatorCaller } from './operator-context.ts';

const HARBOUR: InputOf<'createPartner'> = {
  name: ' Harbour Strength ',
  slug: 'harbour',
  allowedOrigins: ['https://Fit.example:443/', 'https://fit.example'],
  admin: { name: 'Kim Park', email: 'kim@fit.example' },
};

describe('a business', () => {
  let world: World;
  let operator: (overrides?: Partial<Context>) => Context;
  beforeEach(() => {
    world = createWorld();
    operator = (overrides) => ({ ...world.partner(overrides), caller: operatorCaller('api', '203.0.113.7') });
  });
  const create = (input: Partial<typeof HARBOUR> = {}, overrides?: Partial<Context>) =>
    world.useCases.createPartner(operator(overrides), { ...HARBOUR, ...input });
  const ofPartner = (partnerId: string): Context => ({
    ...world.visitor(),
    caller: { kind: 'publishable', partnerId, mode: 'live', keyId: 'pk', address: '203.0.113.7' },
  });
  const tokenIn = (link: string): string => link.slice(link.lastIndexOf('/') + 1);
  const actions = () => world.state.audit.map(({ action, by, partnerId }) => [action, by.kind, by.id, partnerId]);

  it('opens a business with a key of each kind and mode, and an admin who chooses a password by the link', async () => {
    const { data } = await create();
    const { partner, keys, adminLink } = data;
    expect(partner).toMatchObject({
      slug: 'harbour',
      name: 'Harbour Strength',
      allowedOrigins: ['https://fit.example'],
      hosts: [],
      suspended: false,
    });
    expect(partner.keys.map(({ kind, mode }) => `${kind} ${mode}`)).toEqual([
      'publishable test',
      'publishable live',
      'secret test',
      'secret live',
    ]);
    for (const key of [keys.publishable.test, keys.publishable.live])
      expect((await world.deps.partners.byKey(key))?.id).toBe(partner.id);
    for (const key of [keys.secret.test, keys.secret.live])
      expect((await world.deps.partners.byKey(lookupOf('secret', key)))?.id).toBe(partner.id);
    expect(adminLink).toMatch(/^https:\/\/book\.example\/p\/harbour\/password\/./);

    const chosen = await world.useCases.resetPassword(ofPartner(partner.id), {
      token: tokenIn(adminLink),
      password: 'a quiet harbour wall',
    });
    expect(chosen.data.user).toMatchObject({ role: 'admin', name: 'Kim Park', email: 'kim@fit.example' });
    const again = world.useCases.resetPassword(ofPartner(partner.id), {
      token: tokenIn(adminLink),
      password: 'another quiet wall',
    });
    expect((await refusalOf(again)).code).toBe('TOKEN_INVALID');
    expect(actions()).toContainEqual(['partner.created', 'operator', 'api', partner.id]);
    expect(actions()).toContainEqual(['admin.link_made', 'operator', 'api', partner.id]);
  });

  it('gets no mail, and a link that works for seven days', async () => {
    const { data } = await create();
    await world.drain();
    expect(world.sent).toEqual([]);
    const later = (days: number) => ({ ...ofPartner(data.partner.id), now: plus(NOW, days * DAY) });
    const choose = (days: number) =>
      world.useCases.resetPassword(
        { ...later(days), dryRun: true },
        { token: tokenIn(data.adminLink), password: 'a quiet harbour wall' },
      );
    expect((await choose(6.99)).data.user.role).toBe('admin');
    expect((await refusalOf(choose(7))).code).toBe('TOKEN_INVALID');
  });

  it('S9 invites its first admin, without a notice of a changed password', async () => {
    const { data } = await create();
    expect(world.deps.tokens.readMail(tokenIn(data.adminLink), NOW)?.purpose).toBe('invitation');
    await world.useCases.resetPassword(ofPartner(data.partner.id), {
      token: tokenIn(data.adminLink),
      password: 'a quiet harbour wall',
    });
    await world.drain();
    expect(world.sent.filter(({ kind }) => kind === 'password_changed')).toEqual([]);
  });

  it('makes a business once for an idempotency key: a retry returns other secrets, and the lost open nothing', async () => {
    const first = await create({}, { idempotencyKey: 'key-of-a-retry' });
    const second = await create({}, { idempotencyKey: 'key-of-a-retry' });
    expect(second.data.partner.id).toBe(first.data.partner.id);
    expect(second.data.keys.publishable).toEqual(first.data.keys.publishable);
    expect(second.data.keys.secret.live).not.toBe(first.data.keys.secret.live);
    expect(await world.deps.partners.byKey(lookupOf('secret', first.data.keys.secret.live))).toBeNull();
    expect((await world.deps.partners.byKey(lookupOf('secret', second.data.keys.secret.live)))?.id).toBe(
      first.data.partner.id,
    );
    expect(await world.deps.partners.count()).toBe(1);
    expect((await refusalOf(create({ name: 'Other' }, { idempotencyKey: 'key-of-a-retry' }))).code).toBe(
      'IDEMPOTENCY_MISMATCH',
    );
  });

  it('refuses a slug or a host that another has, also in a dry run, and leaves nothing', async () => {
    await create({ hosts: ['book.fit.example'] });
    for (const dryRun of [true, false]) {
      expect((await refusalOf(create({}, { dryRun }))).code).toBe('SLUG_TAKEN');
      expect((await refusalOf(create({ slug: 'other', hosts: ['Book.fit.example:443'] }, { dryRun }))).code).toBe(
        'HOST_TAKEN',
      );
    }
    expect([await world.deps.partners.count(), world.state.users.size]).toEqual([1, 1]);
  });

  it.each<[string, Partial<typeof HARBOUR>]>([
    ['name', { name: ' ' }],
    ['slug', { slug: 'Harbour' }],
    ['slug', { slug: 'a'.repeat(24) }],
    ['allowedOrigins.0', { allowedOrigins: ['http://fit.example'] }],
    ['hosts.0', { hosts: ['book.example'] }],
    ['hosts.1', { hosts: ['fit.example', 'https://fit.example'] }],
    ['admin.email', { admin: { email: 'kim' } }],
    ['admin.name', { admin: { email: 'kim@fit.example', name: ' ' } }],
  ])('refuses an invalid %s: %j', async (path, input) => {
    expect(await refusalOf(create(input))).toMatchObject({
      code: 'INVALID_REQUEST',
      details: { problems: [{ path }] },
    });
    expect([await world.deps.partners.count(), world.state.users.size]).toEqual([0, 0]);
  });

  it('leaves no trace of a dry run', async () => {
    expect((await create({}, { dryRun: true })).data.partner.slug).toBe('harbour');
    expect([await world.deps.partners.count(), world.state.users.size, world.state.audit.length]).toEqual([0, 0, 0]);
  });

  it('finds a business by id and by slug, and lists it page by page', async () => {
    const ids = [];
    for (const slug of ['one', 'two', 'three']) ids.push((await create({ slug })).data.partner.id);
    for (const id of [ids[1]!, 'two'])
      expect((await world.useCases.getOperatedPartner(operator(), { id })).data.id).toBe(ids[1]);
    expect((await refusalOf(world.useCases.getOperatedPartner(operator(), { id: 'four' }))).code).toBe(
      'PARTNER_NOT_FOUND',
    );
    const first = await world.useCases.listPartners(operator(), { limit: 2 });
    expect([first.data.map(({ slug }) => slug), first.meta.total]).toEqual([['one', 'two'], 3]);
    const second = await world.useCases.listPartners(operator(), { limit: 2, cursor: first.meta.nextCursor! });
    expect([second.data.map(({ slug }) => slug), second.meta.nextCursor]).toEqual([['three'], null]);
  });

  it('suspends and resumes a business, both in its own log, and keeps its limits until they are reset', async () => {
    const { id } = (await create()).data.partner;
    const change = async (input: object) =>
      (await world.useCases.updateOperatedPartner(operator(), { id: 'harbour', ...input })).data;
    expect(await change({ suspended: true, limits: { writes: 7, reads: 9 } })).toMatchObject({
      suspended: true,
      limits: { writes: 7, reads: 9 },
    });
    expect((await world.deps.partners.byId(id))!.suspendedAt).toBe(NOW);
    expect(await change({ suspended: false, limits: { writes: null } })).toMatchObject({
      suspended: false,
      limits: { reads: 9 },
    });
    expect(await world.deps.partners.byId(id)).not.toHaveProperty('suspendedAt');
    await change({ name: 'Harbour', hosts: ['book.fit.example'] });
    expect(actions().filter(([action]) => String(action).startsWith('partner.'))).toEqual(
      ['created', 'suspended', 'resumed', 'updated'].map((verb) => [`partner.${verb}`, 'operator', 'api', id]),
    );
  });

  it('changes a business neither to another’s values, nor at another version', async () => {
    await create({ hosts: ['book.fit.example'] });
    await create({ slug: 'other' });
    const code = async (input: object) =>
      (await refusalOf(world.useCases.updateOperatedPartner(operator(), { id: 'other', ...input }))).code;
    expect([
      await code({ slug: 'harbour' }),
      await code({ hosts: ['book.fit.example'] }),
      await code({ name: 'X', version: 7 }),
    ]).toEqual(['SLUG_TAKEN', 'HOST_TAKEN', 'VERSION_CONFLICT']);
  });

  it('gets another link for its admin, on its own host where it has one, and for no other person', async () => {
    const { partner } = (await create({ hosts: ['book.fit.example'] })).data;
    const link = async (email: string) =>
      (await world.useCases.createAdminLink(operator(), { id: 'harbour', email })).data;
    const { adminLink, expiresAt } = await link('KIM@fit.example');
    expect(adminLink).toMatch(/^https:\/\/book\.fit\.example\/password\/./);
    expect(expiresAt).toBe('2026-04-20T08:00:00Z');
    expect(
      (
        await world.useCases.resetPassword(ofPartner(partner.id), {
          token: tokenIn(adminLink),
          password: 'a quiet harbour wall',
        })
      ).data.user.role,
    ).toBe('admin');
    expect((await refusalOf(link('nobody@fit.example'))).code).toBe('USER_NOT_FOUND');
  });

  it('gets its first admin by a link when there is none, as after a crash', async () => {
    const { partner } = (await create()).data;
    world.state.users.clear();
    const made = await world.useCases.createAdminLink(operator(), { id: partner.id, email: 'lee@fit.example' });
    expect(made.data.adminLink).toContain('/p/harbour/password/');
    expect([...world.state.users.values()]).toMatchObject([
      { role: 'admin', name: 'lee', mode: 'live', partnerId: partner.id },
    ]);
  });
});
