import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '@coach-booking/time/units';
import { plus } from '@coach-booking/time/instant';
import { signedUp } from '../../../test/application/signed-up.ts';
import { createWorld, NOW, refusalOf, type World } from '../../../test/application/world.ts';
import type { Context } from '../kernel/context.ts';

const ana = { name: 'Ana Diaz', email: 'ana@example.com', password: 'seven green kettles' };
const ADMIN = 'd'.repeat(24);

describe('the sessions of a person, for an admin', () => {
  let world: World;
  let admin: Context;
  let userId: string;
  let first: Awaited<ReturnType<typeof signedUp>>;
  beforeEach(async () => {
    world = createWorld();
    admin = world.person({ userId: ADMIN, role: 'admin' });
    first = await signedUp(world, ana);
    userId = first.user.id;
  });

  const codeOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).code;
  const list = async (context = admin) => (await world.useCases.listUserSessions(context, { id: userId })).data;
  const again = async () => {
    world.passTime(HOUR);
    const visitor = world.visitor();
    const caller = { ...visitor.caller, address: '192.0.2.1', device: { browser: 'Firefox', system: 'Windows' } };
    return (await world.useCases.login({ ...visitor, caller }, ana)).data;
  };
  const acts = () =>
    world.state.audit.flatMap(({ action, by, subject }) =>
      /session/.test(action) ? [[action, by.id, subject.id]] : [],
    );

  it('lists them, the one used last first, without a token, a hash or an address', async () => {
    const second = await again();
    const [newest, oldest, ...more] = await list();
    expect(more).toEqual([]);
    expect(newest).toEqual({
      id: newest!.id,
      browser: 'Firefox',
      system: 'Windows',
      createdAt: '2026-04-13T09:00:00Z',
      lastUsedAt: '2026-04-13T09:00:00Z',
      expiresAt: newest!.expiresAt,
      current: false,
    });
    expect(oldest).toMatchObject({ createdAt: '2026-04-13T08:00:00Z', current: false });
    const text = JSON.stringify([newest, oldest]);
    for (const secret of [first.refreshToken, second.refreshToken, '192.0.2.1']) expect(text).not.toContain(secret);
    expect(await list({ ...admin, now: plus(NOW, 400 * DAY) })).toEqual([]);
  });

  it('ends one of them at once, and notes who did it', async () => {
    const second = await again();
    const sessionId = (await list())[0]!.id;
    const end = (more: Partial<Context> = {}) =>
      world.useCases.endUserSession({ ...admin, ...more }, { id: userId, sessionId });
    expect((await end({ dryRun: true })).data).toEqual({ id: sessionId, removed: true });
    expect([await list(), acts()]).toEqual([expect.objectContaining({ length: 2 }), []]);
    await end();
    expect(await codeOf(end())).toBe('SESSION_NOT_FOUND');
    expect(await codeOf(world.useCases.refresh(world.visitor(), second))).toBe('SESSION_INVALID');
    await world.useCases.refresh(world.visitor(), first);
    expect(acts()).toEqual([['account.session_ended', ADMIN, userId]]);
  });

  it('signs the person out everywhere, who may sign in again', async () => {
    await again();
    const endAll = (more: Partial<Context> = {}) =>
      world.useCases.endUserSessions({ ...admin, ...more }, { id: userId });
    expect((await endAll({ dryRun: true })).data).toEqual({ ended: 2 });
    expect((await endAll()).data).toEqual({ ended: 2 });
    expect([await list(), (await endAll()).data]).toEqual([[], { ended: 0 }]);
    expect(await codeOf(world.useCases.refresh(world.visitor(), first))).toBe('SESSION_INVALID');
    expect(acts()[0]).toEqual(['account.sessions_ended', ADMIN, userId]);
    await again();
    expect(await list()).toHaveLength(1);
  });

  it('ends no session of the admin who asks: that is in the own account', async () => {
    const own = world.person({ userId, role: 'admin' });
    const sessionId = (await list(own))[0]!.id;
    expect(await codeOf(world.useCases.endUserSession(own, { id: userId, sessionId }))).toBe('NOT_ALLOWED_NOW');
    expect(await codeOf(world.useCases.endUserSessions(own, { id: userId }))).toBe('NOT_ALLOWED_NOW');
    expect(await list(own)).toHaveLength(1);
  });

  it('knows nobody of another partner or mode, and no session of somebody else', async () => {
    const bo = await signedUp(world, { ...ana, email: 'bo@example.com' });
    const sessionId = (await world.useCases.listUserSessions(admin, { id: bo.user.id })).data[0]!.id;
    expect(await codeOf(world.useCases.endUserSession(admin, { id: userId, sessionId }))).toBe('SESSION_NOT_FOUND');
    for (const change of [{ partnerId: 'b'.repeat(24) }, { mode: 'live' as const }]) {
      const other: Context = { ...admin, caller: { ...admin.caller, ...change } };
      expect(await codeOf(list(other))).toBe('USER_NOT_FOUND');
      expect(await codeOf(world.useCases.endUserSessions(other, { id: userId }))).toBe('USER_NOT_FOUND');
      expect(await codeOf(world.useCases.endUserSession(other, { id: userId, sessionId }))).toBe('USER_NOT_FOUND');
    }
  });
});
