import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { givenTeam } from '../../../test/application/given-team.ts';
import { refusalOf } from '../../../test/application/world.ts';

/** The table of session-rights.test.ts has the rights of a session from before. */
describe('S2 the account of a member of staff', () => {
  const credentials = { email: 'jane@example.com', password: 'correct horse battery' };
  const withAccount = async () => {
    const all = await givenTeam();
    const { world, coach, jane } = all;
    const account = {
      role: 'staff',
      name: 'Jane Smith',
      email: credentials.email,
      coachId: coach.id,
      staffId: jane.id,
    } as const;
    const { data: user } = await world.useCases.createUser(world.partner(), account);
    await world.drain();
    const token = /\/password\/(\S+)/.exec(world.sent.at(-1)!.text)![1]!;
    await world.useCases.resetPassword(world.visitor(), { token, password: credentials.password });
    world.state.sessions.clear();
    const asCoach = world.person({ userId: 'c'.repeat(24), role: 'coach', coachId: coach.id });
    const login = async () => (await world.useCases.login(world.visitor(), credentials)).data;
    const codeOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).code;
    const refresh = ({ refreshToken }: { refreshToken: string }) =>
      world.useCases.refresh(world.visitor(), { refreshToken });
    const set = (active: boolean) => world.useCases.updateStaff(asCoach, { coach: 'me', id: jane.id, active });
    const isRevoked = () => [...world.state.sessions.values()].map(({ revokedAt }) => revokedAt !== undefined);
    return { ...all, user, asCoach, login, codeOf, refresh, set, isRevoked };
  };

  it('regains access only by a new sign-in, also when a crash had left the old session', async () => {
    const { world, login, codeOf, refresh, set, isRevoked } = await withAccount();
    const session = await login();
    const { revokeAll } = world.deps.sessions;
    world.deps.sessions.revokeAll = () => Promise.reject(new Error('killed'));
    await expect(set(false)).rejects.toThrow('killed');
    world.deps.sessions.revokeAll = revokeAll;
    await set(false);
    await set(true);
    expect(isRevoked()).toEqual([true]);
    expect(await codeOf(refresh(session))).toBe('SESSION_INVALID');
    expect((await login()).user.role).toBe('staff');
  });

  it('keeps its session when something else of the member changes', async () => {
    const { world, asCoach, jane, login, set, isRevoked } = await withAccount();
    await login();
    await world.useCases.updateStaff(asCoach, { coach: 'me', id: jane.id, name: 'Jane S.' });
    await set(true);
    expect(isRevoked()).toEqual([false]);
  });

  it('closes the account of a member whom the coach removes', async () => {
    const { world, user, jane, asCoach } = await withAccount();
    await world.useCases.deleteStaff({ ...asCoach, dryRun: true }, { coach: 'me', id: jane.id });
    expect(world.state.users.get(user.id)!.active).toBe(true);
    await world.useCases.deleteStaff(asCoach, { coach: 'me', id: jane.id });
    expect(world.state.users.get(user.id)!.active).toBe(false);
  });

  it('counts as closed where the process died before it was, and while the coach is closed', async () => {
    const { world, coach, jane, asCoach, login, codeOf, refresh } = await withAccount();
    const session = await login();
    const { replace } = world.deps.users;
    world.deps.users.replace = () => Promise.reject(new Error('killed'));
    await expect(world.useCases.deleteStaff(asCoach, { coach: 'me', id: jane.id })).rejects.toThrow('killed');
    world.deps.users.replace = replace;
    expect([await codeOf(login()), await codeOf(refresh(session))]).toEqual(['CREDENTIALS_WRONG', 'SESSION_INVALID']);
    const own = { email: 'a@example.com', password: credentials.password };
    await world.useCases.createUser(world.partner(), {
      role: 'coach',
      name: 'Coach A',
      email: own.email,
      coachId: coach.id,
    });
    await world.drain();
    const token = /\/password\/(\S+)/.exec(world.sent.at(-1)!.text)![1]!;
    await world.useCases.resetPassword(world.visitor(), { token, password: own.password });
    expect((await world.useCases.login(world.visitor(), own)).data.user.role).toBe('coach');
    const head = world.state.heads.get(coach.id)!;
    world.state.heads.set(coach.id, { ...head, deletedAt: instant(1) });
    expect(await codeOf(world.useCases.login(world.visitor(), own))).toBe('CREDENTIALS_WRONG');
  });
});
