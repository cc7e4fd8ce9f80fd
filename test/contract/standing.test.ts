import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testSecret } from '../../packages/server/src/adapters/http/testing/partners.ts';
import { startApp, type TestApp } from '../../packages/server/src/adapters/http/testing/start-app.ts';
import { standingOf } from '../../packages/server/src/application/access/standing.ts';
import { createWorld, everyDay, type World } from '../../packages/server/src/application/testing/world.ts';

const PASSWORD = 'correct horse battery';

/** Everything that staff may read or write at their coach's, by the paths of the contract. */
const DAILY = [
  'coaches/me/schedule',
  'coaches/me/time-off',
  'coaches/me/calendar/month',
  'coaches/me/bookings',
  'coaches/me/bookings/upcoming',
  'coaches/me/bookings/today',
  'coaches/me/bookings/stats?from=2026-04-01&to=2026-04-02',
  'coaches/me/staff',
  'coaches/me/clients',
  'coaches/me/leads',
  'me',
  'me/bookings',
] as const;

/** HTTP and the use cases together, asked with sessions that were good a moment ago. */
describe('S2 who left the team', () => {
  let world: World;
  let app: TestApp;
  let now: number;
  let coach: string;
  let staff: string;
  beforeEach(async () => {
    now = Date.parse('2026-04-13T08:00:00Z');
    world = createWorld();
    const { tokens, accessTokens, sessions } = world.deps;
    app = await startApp({
      useCases: world.useCases,
      tokens,
      accessTokens,
      sessions,
      standing: standingOf(world.deps),
      realNow: () => now,
    });
    const schedule = { workingHours: everyDay('09:00', '17:00') };
    const made = await send('POST', 'coaches', testSecret, { name: 'Coach A', timeZone: 'UTC', schedule });
    coach = made.data.id as string;
    staff = (await send('POST', `coaches/${coach}/staff`, testSecret, { name: 'Jane Smith' })).data.id as string;
    await invite('staff', { coachId: coach, staffId: staff });
    await invite('coach', { coachId: coach });
  });
  afterEach(() => app.close());

  /** An account whose password was chosen by the link that it was sent. */
  const invite = async (role: string, more: object) => {
    await send('POST', 'users', testSecret, { role, name: role, email: `${role}@example.com`, ...more });
    await world.drain();
    const token = /\/password\/(\S+)/.exec(world.sent.at(-1)!.text)![1]!;
    await send('POST', 'auth/password', testSecret, { token, password: PASSWORD });
  };
  interface Answer {
    readonly status: number;
    readonly code?: string;
    readonly data: Readonly<Record<string, unknown>>;
  }
  const send = async (method: string, path: string, bearer: string, body?: object): Promise<Answer> => {
    const headers = { authorization: `Bearer ${bearer}`, ...(body && { 'content-type': 'application/json' }) };
    const answer = await fetch(`${app.origin}/v1/${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { status: answer.status, ...((await answer.json()) as Omit<Answer, 'status'>) };
  };
  const login = (role: string) => send('POST', 'auth/login', testSecret, { email: `${role}@example.com`, password: PASSWORD });
  const tokenOf = async (role: string) => (await login(role)).data['accessToken'] as string;
  const statuses = async (token: string) => new Set(await Promise.all(DAILY.map(async (path) => (await send('GET', path, token)).status)));
  const headOf = () => world.state.heads.get(coach)!;
  const change = (more: object) => void world.state.heads.set(coach, { ...headOf(), ...more });
  const userOf = (role: string) => [...world.state.users.values()].find((user) => user.role === role)!;

  it.each<[string, 'staff' | 'coach', () => Promise<unknown>]>([
    ['becomes inactive', 'staff', () => send('PATCH', `coaches/${coach}/staff/${staff}`, testSecret, { active: false })],
    ['is removed', 'staff', () => send('DELETE', `coaches/${coach}/staff/${staff}`, testSecret)],
    ['has a closed account', 'staff', () => send('PATCH', `users/${userOf('staff').id}`, testSecret, { active: false })],
    ['has a closed account', 'coach', () => send('PATCH', `users/${userOf('coach').id}`, testSecret, { active: false })],
  ])('%s (%s): nothing is answered at once, nor is a new session', async (_, role, end) => {
    const token = await tokenOf(role);
    expect(await statuses(token)).toEqual(new Set([200]));
    await end();
    expect(await statuses(token)).toEqual(new Set([401]));
    expect((await login(role)).code).toBe('CREDENTIALS_WRONG');
  });

  it.each<[string, 'staff' | 'coach', () => void]>([
    ['the team was changed', 'staff', () => change({ staff: headOf().staff.map((member) => ({ ...member, active: false })) })],
    ['the coach was closed', 'staff', () => change({ deletedAt: 1 })],
    ['the coach was closed', 'coach', () => change({ deletedAt: 1 })],
    ['the role was changed', 'coach', () => void world.state.users.set(userOf('coach').id, { ...userOf('coach'), role: 'client' })],
    ['the account was erased', 'staff', () => void world.state.users.delete(userOf('staff').id)],
  ])('where only the store says that %s (%s): nothing is answered within three seconds', async (_, role, end) => {
    const token = await tokenOf(role);
    expect((await send('GET', 'me', token)).status).toBe(200);
    end();
    now += 3000;
    expect(await statuses(token)).toEqual(new Set([401]));
  });

  it('an inactive coach takes no bookings and still works', async () => {
    await send('PATCH', `coaches/${coach}`, testSecret, { active: false });
    now += 3000;
    expect(await statuses(await tokenOf('coach'))).toEqual(new Set([200]));
  });
});
