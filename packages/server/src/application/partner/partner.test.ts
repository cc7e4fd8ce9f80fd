import { beforeEach, describe, expect, it } from 'vitest';
import { minus } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import { isLiving, type Partner } from '../ports/partners.ts';
import { Refusal } from '../kernel/refusal.ts';
import { createWorld, NOW, PARTNER, type World } from '../../../test/application/world.ts';
import { MAX_KEYS } from './add-key.ts';
import { lookupOf } from './key-lookup.ts';

const fit: Partner = {
  id: PARTNER,
  slug: 'fit',
  name: 'Fit',
  hosts: [],
  limits: {},
  allowedOrigins: ['https://fit.example'],
  keys: [
    {
      id: 'sk1',
      kind: 'secret',
      mode: 'test',
      lookup: lookupOf('secret', 'sk_test_old'),
      ending: '_old',
      createdAt: minus(NOW, DAY),
    },
    { id: 'pk1', kind: 'publishable', mode: 'test', lookup: 'pk_test_fit', createdAt: minus(NOW, DAY) },
  ],
  branding: { name: 'Fit', accent: '#0f766e' },
  version: 1,
};
const liveKey = { id: 'sk2', kind: 'secret', mode: 'live', lookup: 'hash', ending: 'live', createdAt: NOW } as const;

/** Empty when it is not refused. */
const codeOf = async (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => '',
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return error.code;
    },
  );

let world: World;
let secret: Context;
const open = async (partner: Partner = fit) => {
  world = createWorld();
  secret = world.partner();
  await world.deps.partners.insert(partner);
};
beforeEach(() => open());

const stored = async (): Promise<Partner> => (await world.deps.partners.byId(PARTNER))!;
const admin = (): Context => world.person({ userId: 'u1', role: 'admin' });
const live = (): Context => ({ ...secret, caller: { ...secret.caller, mode: 'live', keyId: 'sk2' } });
const isAccepted = async (key: string): Promise<boolean> => {
  const lookup = lookupOf(key.startsWith('sk_') ? 'secret' : 'publishable', key);
  const found = (await world.deps.partners.byKey(lookup))?.keys.find((one) => one.lookup === lookup);
  return found !== undefined && isLiving(found, world.deps.realNow());
};
const actions = () =>
  world.state.audit.map(({ action, by, subject }) => `${by.kind} ${by.id} ${action} ${subject.kind} ${subject.id}`);

describe('the partner', () => {
  it('has a room for meetings that could not be made, which null takes away', async () => {
    const set = async (videoFallback: unknown) =>
      (await world.useCases.updatePartner(secret, { videoFallback } as never)).data.videoFallback;
    const url = 'https://meet.fit.example';
    expect(await set({ provider: 'jitsi', url: `${url}/` })).toEqual({ provider: 'jitsi', url });
    const { data: coach } = await world.useCases.createCoach(secret, { name: 'Ana', timeZone: 'UTC' });
    expect((await world.useCases.getCoach(secret, { coach: coach.id })).data.videoFallbackSet).toBe(true);
    expect(await codeOf(set({ provider: 'fixed', url: 'https://a:b@meet.example' }))).toBe('INVALID_REQUEST');
    expect((await stored()).videoFallback).toEqual({ provider: 'jitsi', url });
    expect(await set(null)).toBeUndefined();
    expect(await stored()).not.toHaveProperty('videoFallback');
  });

  it('returns the partner with its keys, of which secret ones only their end', async () => {
    const { data } = await world.useCases.getPartner(secret, {});
    const createdAt = '2026-04-12T08:00:00Z';
    expect(data).toEqual({
      id: PARTNER,
      name: 'Fit',
      slug: 'fit',
      challenge: false,
      confirmByEmail: false,
      requireSecondFactor: 'none',
      allowedOrigins: ['https://fit.example'],
      hosts: [],
      branding: { name: 'Fit', accent: '#0f766e' },
      guestCaps: { bookingsPerEmail: null, bookingsPerAddress: null, holdsPerAddress: null },
      keys: [
        { id: 'sk1', kind: 'secret', mode: 'test', hint: '…_old', createdAt },
        { id: 'pk1', kind: 'publishable', mode: 'test', hint: 'pk_test_fit', createdAt },
      ],
      version: 1,
    });
  });

  it('changes only the given fields, and records the caller', async () => {
    const { data } = await world.useCases.updatePartner(admin(), { name: ' Harbour ', version: 1 });
    expect(await stored()).toEqual({ ...fit, name: 'Harbour', version: 2 });
    expect(data.version).toBe(2);
    expect(actions()).toEqual([`person u1 partner.updated partner ${PARTNER}`]);
  });

  it('stores origins as browsers send them, each once', async () => {
    const allowedOrigins = ['https://Fit.example:443/', 'https://fit.example', 'http://localhost:3000'];
    await world.useCases.updatePartner(secret, { allowedOrigins });
    expect((await stored()).allowedOrigins).toEqual(['https://fit.example', 'http://localhost:3000']);
  });

  it('names the problem of each invalid origin', async () => {
    const change = world.useCases.updatePartner(secret, {
      allowedOrigins: ['https://fit.example', '*', 'http://fit.example'],
    });
    await expect(change).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
      details: { problems: [{ path: 'allowedOrigins.1' }, { path: 'allowedOrigins.2' }] },
    });
    expect(await stored()).toEqual(fit);
  });

  it.each<[string, InputOf<'updatePartner'>['branding'], object]>([
    [
      'takes a logo beside what it has',
      { logoUrl: 'https://fit.example/a b.svg' },
      { ...fit.branding, logoUrl: 'https://fit.example/a%20b.svg' },
    ],
    ['takes away what is null', { accent: null }, { name: 'Fit' }],
    ['takes a tone', { tone: 'informal' }, { ...fit.branding, tone: 'informal' }],
    [
      'takes texts without blanks around them',
      { texts: [{ language: 'de', key: 'confirm', text: ' Los ' }] },
      { ...fit.branding, texts: [{ language: 'de', key: 'confirm', text: 'Los' }] },
    ],
    ['stores no empty list of texts', { texts: [], tone: null }, fit.branding],
    ['writes colours in small letters', { accent: '#AABBCC' }, { name: 'Fit', accent: '#aabbcc' }],
  ])('changes the branding: it %s', async (_, branding, expected) => {
    await world.useCases.updatePartner(secret, { branding: branding! });
    expect((await stored()).branding).toEqual(expected);
  });

  it.each([
    'http://fit.example/logo.svg',
    'javascript:alert(1)',
    'https://ana:secret@fit.example/logo.svg',
    'logo.svg',
  ])('refuses a logo from %s', async (logoUrl) =>
    expect(await codeOf(world.useCases.updatePartner(secret, { branding: { logoUrl } }))).toBe('INVALID_REQUEST'),
  );

  it('refuses a text that is there twice in a language, and one of blanks', async () => {
    const text = (language: 'de' | 'en', words: string) => ({ language, key: 'confirm', text: words });
    const change = (...texts: ReturnType<typeof text>[]) =>
      world.useCases.updatePartner(secret, { branding: { texts } });
    await expect(change(text('de', 'A'), text('en', 'A'), text('de', 'B'))).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
      details: { problems: [{ path: 'branding.texts.2.key' }] },
    });
    expect(await codeOf(change(text('de', ' ')))).toBe('INVALID_REQUEST');
    expect(await stored()).toEqual(fit);
  });

  it('refuses a change at another version, and returns the present one', async () => {
    await world.useCases.updatePartner(secret, { name: 'First', version: 1 });
    const second = world.useCases.updatePartner(secret, { name: 'Second', version: 1 });
    await expect(second).rejects.toMatchObject({ code: 'VERSION_CONFLICT', details: { version: 2 } });
    expect((await stored()).name).toBe('First');
  });

  it('keeps all concurrent changes without a version', async () => {
    const { updatePartner, createKey } = world.useCases;
    await Promise.all([
      updatePartner(secret, { name: 'New' }),
      updatePartner(secret, { branding: { accent: '#000000' } }),
      createKey(secret, { kind: 'secret', mode: 'test' }),
    ]);
    expect(await stored()).toMatchObject({ name: 'New', branding: { name: 'Fit', accent: '#000000' }, version: 4 });
    expect((await stored()).keys).toHaveLength(3);
  });

  it('keeps a page to manage bookings for each mode, on an allowed origin', async () => {
    const update = (fields: InputOf<'updatePartner'>, context = secret) =>
      world.useCases.updatePartner(context, fields);
    expect((await update({ manageUrl: 'https://fit.example/my-booking' })).data.manageUrl).toBe(
      'https://fit.example/my-booking',
    );
    expect((await update({ name: 'Fit' }, live())).data).not.toHaveProperty('manageUrl');
    expect(await codeOf(update({ manageUrl: 'https://other.example/b' }))).toBe('INVALID_REQUEST');
    const both = { manageUrl: 'https://other.example/b', allowedOrigins: ['https://other.example'] };
    expect((await update(both)).data.manageUrl).toBe('https://other.example/b');
    await update({ manageUrl: 'https://other.example/live' }, live());
    expect((await update({ manageUrl: null })).data).not.toHaveProperty('manageUrl');
    expect((await stored()).manageUrls).toEqual({ live: 'https://other.example/live' });
  });

  it('stays as it is in a dry run, and nothing is recorded', async () => {
    const dry = { ...secret, dryRun: true };
    expect((await world.useCases.updatePartner(dry, { name: 'New' })).data.name).toBe('New');
    await world.useCases.createKey(dry, { kind: 'secret', mode: 'test' });
    await world.useCases.rollKey(dry, { id: 'pk1' });
    await world.useCases.revokeKey(dry, { id: 'pk1' });
    expect(await stored()).toEqual(fit);
    expect(world.state.audit).toEqual([]);
  });

  it('reports a partner that does not exist', async () => {
    world = createWorld();
    expect(await codeOf(world.useCases.getPartner(world.partner(), {}))).toBe('PARTNER_NOT_FOUND');
  });
});

describe('a new key', () => {
  it.each(['publishable', 'secret'] as const)(
    'accepts a new %s key at once, and stores a secret nowhere',
    async (kind) => {
      const { data } = await world.useCases.createKey(secret, { kind, mode: 'test' });
      expect(data.key).toMatch(kind === 'secret' ? /^sk_test_/ : /^pk_test_/);
      expect(await isAccepted(data.key)).toBe(true);
      const persisted = JSON.stringify([await stored(), world.state.audit, [...world.state.idempotency.values()]]);
      expect(persisted.includes(data.key)).toBe(kind === 'publishable');
      expect(data.hint).toBe(kind === 'secret' ? `…${data.key.slice(-4)}` : data.key);
      expect(actions()).toEqual([`partner sk1 key.created key ${data.id}`]);
    },
  );

  it('makes one key for one idempotency key, whose last answer works', async () => {
    const context = { ...secret, idempotencyKey: 'once' };
    const first = await world.useCases.createKey(context, { kind: 'secret', mode: 'test' });
    const second = await world.useCases.createKey(context, { kind: 'secret', mode: 'test' });
    expect(second.data.id).toBe(first.data.id);
    expect((await stored()).keys).toHaveLength(3);
    expect([await isAccepted(first.data.key), await isAccepted(second.data.key)]).toEqual([false, true]);
  });

  it('restores no key by a retry after it was revoked', async () => {
    const context = { ...secret, idempotencyKey: 'once' };
    const { data } = await world.useCases.createKey(context, { kind: 'secret', mode: 'test' });
    await world.useCases.revokeKey(secret, { id: data.id });
    expect(await codeOf(world.useCases.createKey(context, { kind: 'secret', mode: 'test' }))).toBe('KEY_NOT_FOUND');
  });

  it('limits the number of working keys, and drops dead ones at last', async () => {
    const many = (length: number, change: object) =>
      Array.from({ length }, (_, i) => ({
        ...fit.keys[1]!,
        id: `${JSON.stringify(change)}${i}`,
        lookup: `pk_${JSON.stringify(change)}${i}`,
        ...change,
      }));
    await open({ ...fit, keys: [...many(30, { revokedAt: 1 }), ...many(MAX_KEYS - 1, {})] });
    await world.useCases.createKey(secret, { kind: 'publishable', mode: 'test' });
    const { keys } = await stored();
    expect(keys).toHaveLength(20 + MAX_KEYS);
    expect(keys[0]!.id).toBe('{"revokedAt":1}10');
    expect(await codeOf(world.useCases.createKey(secret, { kind: 'publishable', mode: 'test' }))).toBe(
      'INVALID_REQUEST',
    );
  });
});

describe('a rolled key', () => {
  it('works beside its successor for the overlap, and no longer', async () => {
    const { data: old } = await world.useCases.createKey(secret, { kind: 'secret', mode: 'test' });
    const { data } = await world.useCases.rollKey(admin(), { id: old.id, overlapHours: 2 });
    expect(data).toMatchObject({ kind: 'secret', mode: 'test' });
    world.passTime(2 * HOUR - 1);
    expect([await isAccepted(old.key), await isAccepted(data.key)]).toEqual([true, true]);
    world.passTime(1);
    expect([await isAccepted(old.key), await isAccepted(data.key)]).toEqual([false, true]);
    expect(actions().at(-1)).toBe(`person u1 key.rolled key ${old.id}`);
  });

  it('works for a day longer by default, and returns until when', async () => {
    await world.useCases.rollKey(secret, { id: 'pk1' });
    const { data } = await world.useCases.getPartner(secret, {});
    expect(data.keys.find(({ id }) => id === 'pk1')!.expiresAt).toBe('2026-04-14T08:00:00Z');
  });

  it('extends no rolled key that is rolled again', async () => {
    await world.useCases.rollKey(secret, { id: 'pk1', overlapHours: 1 });
    await world.useCases.rollKey(secret, { id: 'pk1', overlapHours: 720 });
    expect((await stored()).keys.find(({ id }) => id === 'pk1')!.expiresAt).toBe(NOW + HOUR);
  });

  it('makes one successor of a rolled key for any number of requests', async () => {
    const context = { ...secret, idempotencyKey: 'once' };
    const first = await world.useCases.rollKey(context, { id: 'pk1', overlapHours: 0 });
    const second = await world.useCases.rollKey(context, { id: 'pk1', overlapHours: 0 });
    expect(second.data.id).toBe(first.data.id);
    expect((await stored()).keys).toHaveLength(3);
  });

  it.each(['pk1', 'nobody'])('cannot be %s that no longer works or never did', async (id) => {
    await world.useCases.revokeKey(secret, { id: 'pk1' });
    expect(await codeOf(world.useCases.rollKey(secret, { id }))).toBe('KEY_NOT_FOUND');
  });
});

describe('a revoked key', () => {
  it('rejects a revoked key, and still lists it', async () => {
    expect(await world.useCases.revokeKey(secret, { id: 'pk1' })).toEqual({ data: { id: 'pk1', removed: true } });
    expect(await isAccepted('pk_test_fit')).toBe(false);
    expect((await world.useCases.getPartner(secret, {})).data.keys[1]).toMatchObject({
      id: 'pk1',
      revokedAt: '2026-04-13T08:00:00Z',
    });
    expect(actions()).toEqual(['partner sk1 key.revoked key pk1']);
  });

  it('revokes a key once for any number of requests', async () => {
    await world.useCases.revokeKey(secret, { id: 'pk1' });
    world.passTime(HOUR);
    await world.useCases.revokeKey(secret, { id: 'pk1' });
    expect((await stored()).keys[1]!.revokedAt).toBe(NOW);
    expect(world.state.audit).toHaveLength(1);
  });

  it('refuses to revoke the caller’s own key, but an admin may', async () => {
    expect(await codeOf(world.useCases.revokeKey(secret, { id: 'sk1' }))).toBe('LAST_KEY');
    expect(await codeOf(world.useCases.revokeKey(admin(), { id: 'sk1' }))).toBe('');
  });

  it('refuses to revoke an unknown key', async () =>
    expect(await codeOf(world.useCases.revokeKey(secret, { id: 'f'.repeat(24) }))).toBe('KEY_NOT_FOUND'));
});

describe('test mode', () => {
  it('S6 makes no live key, not even the first one', async () => {
    expect(await codeOf(world.useCases.createKey(secret, { kind: 'secret', mode: 'live' }))).toBe(
      'NOT_PERMITTED_FIELD',
    );
  });

  it('hides live keys from test mode', async () => {
    await open({ ...fit, keys: [...fit.keys, liveKey] });
    expect((await world.useCases.getPartner(secret, {})).data.keys.map(({ id }) => id)).toEqual(['sk1', 'pk1']);
    expect(await codeOf(world.useCases.rollKey(secret, { id: 'sk2' }))).toBe('KEY_NOT_FOUND');
    expect(await codeOf(world.useCases.revokeKey(secret, { id: 'sk2' }))).toBe('KEY_NOT_FOUND');
  });

  it('changes nothing that live pages depend on, even after all live keys were revoked', async () => {
    await open({ ...fit, keys: [...fit.keys, { ...liveKey, revokedAt: NOW }] });
    expect(await codeOf(world.useCases.updatePartner(secret, { allowedOrigins: [] }))).toBe('NOT_PERMITTED_FIELD');
    expect(await codeOf(world.useCases.createKey(secret, { kind: 'secret', mode: 'live' }))).toBe(
      'NOT_PERMITTED_FIELD',
    );
  });

  it('manages test mode itself from live mode', async () => {
    await open({ ...fit, keys: [...fit.keys, liveKey] });
    expect((await world.useCases.getPartner(live(), {})).data.keys.map(({ id }) => id)).toEqual(['sk1', 'pk1', 'sk2']);
    expect(await codeOf(world.useCases.revokeKey(live(), { id: 'sk1' }))).toBe('');
    expect(await codeOf(world.useCases.updatePartner(live(), { name: 'New' }))).toBe('');
  });
});
