import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { testSecret } from '../../packages/server/test/http/partners.ts';
import type { Role } from '../../packages/server/src/application/kernel/context.ts';
import { operationsFor, SessionWorld } from './session-world.ts';

type End = (here: SessionWorld) => Promise<unknown> | void;
interface Row {
  readonly role: Role;
  readonly how: string;
  readonly end: End;
  /**
   * The time within which the change is seen: where only the store has it, a server may use its cache for three
   * seconds.
   */
  readonly within: 'at once' | 'within 3 s';
  /** The answer to an earlier session, for every operation, and what opens another. */
  readonly session: 'in' | 'SESSION_INVALID';
  readonly refresh: 'in' | 'SESSION_INVALID';
  readonly login: 'in' | 'CREDENTIALS_WRONG';
  readonly link: 'in' | 'CREDENTIALS_WRONG' | 'TOKEN_INVALID';
}

const OUT = { session: 'SESSION_INVALID', refresh: 'SESSION_INVALID', login: 'CREDENTIALS_WRONG' } as const;
/** An earlier session has ended; the person may sign in, with their present role. */
const ANEW = { session: 'SESSION_INVALID', refresh: 'SESSION_INVALID', login: 'in', link: 'in' } as const;
const STAYS = { session: 'in', refresh: 'in', login: 'in', link: 'in' } as const;

const patchUser =
  (role: Role, body: (here: SessionWorld) => object): End =>
  (here) =>
    here.bySecret('PATCH', `users/${here.userOf(role).id}`, body(here));
const closed = (role: Role) => patchUser(role, () => ({ active: false }));
const erased =
  (role: Role): End =>
  (here) =>
    here.bySecret('POST', 'people/erase', { email: here.emailOf(role) });
const patchStaff =
  (body: object): End =>
  (here) =>
    here.bySecret('PATCH', `coaches/${here.coach}/staff/${here.staff}`, body);
const head =
  (change: object): End =>
  ({ world, coach }) =>
    void world.state.heads.set(coach, { ...world.state.heads.get(coach)!, ...change });
const user =
  (role: Role, change: object): End =>
  (here) =>
    void here.world.state.users.set(here.userOf(role).id, { ...here.userOf(role), ...change });
const gone =
  (role: Role): End =>
  (here) =>
    void here.world.state.users.delete(here.userOf(role).id);
const teamWithout: End = (here) => head({ staff: [] })(here);
const anotherCoach: End = async (here) => {
  const { data } = await here.bySecret('POST', 'coaches', { name: 'Coach B', timeZone: 'UTC' });
  await patchUser('coach', () => ({ role: 'coach', coachId: data['id'] }))(here);
};

/** Every person who can leave, in every way, and those who only seem to. */
const ROWS: readonly Row[] = [
  {
    role: 'staff',
    how: 'becomes inactive',
    end: patchStaff({ active: false }),
    within: 'at once',
    ...OUT,
    link: 'CREDENTIALS_WRONG',
  },
  {
    role: 'staff',
    how: 'is taken out of the team',
    end: (here) => here.bySecret('DELETE', `coaches/${here.coach}/staff/${here.staff}`),
    within: 'at once',
    ...OUT,
    link: 'TOKEN_INVALID',
  },
  {
    role: 'staff',
    how: 'has a closed account',
    end: closed('staff'),
    within: 'at once',
    ...OUT,
    link: 'TOKEN_INVALID',
  },
  { role: 'staff', how: 'is erased', end: erased('staff'), within: 'at once', ...OUT, link: 'TOKEN_INVALID' },
  {
    role: 'staff',
    how: 'becomes a client',
    end: patchUser('staff', () => ({ role: 'client' })),
    within: 'at once',
    ...ANEW,
  },
  {
    role: 'staff',
    how: 'is out of the stored team',
    end: teamWithout,
    within: 'within 3 s',
    ...OUT,
    link: 'CREDENTIALS_WRONG',
  },
  {
    role: 'staff',
    how: 'has a coach who closed',
    end: head({ deletedAt: 1 }),
    within: 'within 3 s',
    ...OUT,
    link: 'CREDENTIALS_WRONG',
  },
  {
    role: 'staff',
    how: 'is not stored any more',
    end: gone('staff'),
    within: 'within 3 s',
    ...OUT,
    link: 'TOKEN_INVALID',
  },
  { role: 'staff', how: 'gets another name', end: patchStaff({ name: 'Jane S.' }), within: 'within 3 s', ...STAYS },
  { role: 'staff', how: 'has an inactive coach', end: head({ active: false }), within: 'within 3 s', ...STAYS },

  {
    role: 'coach',
    how: 'has a closed account',
    end: closed('coach'),
    within: 'at once',
    ...OUT,
    link: 'TOKEN_INVALID',
  },
  {
    role: 'coach',
    how: 'becomes a client',
    end: patchUser('coach', () => ({ role: 'client' })),
    within: 'at once',
    ...ANEW,
  },
  { role: 'coach', how: 'works for another coach', end: anotherCoach, within: 'at once', ...ANEW },
  {
    role: 'coach',
    how: 'is closed',
    end: head({ deletedAt: 1 }),
    within: 'within 3 s',
    ...OUT,
    link: 'CREDENTIALS_WRONG',
  },
  {
    role: 'coach',
    how: 'is stored in another role',
    end: user('coach', { role: 'client' }),
    within: 'within 3 s',
    ...ANEW,
    refresh: 'in',
  },
  { role: 'coach', how: 'is inactive', end: head({ active: false }), within: 'within 3 s', ...STAYS },

  {
    role: 'admin',
    how: 'has a closed account',
    end: closed('admin'),
    within: 'at once',
    ...OUT,
    link: 'TOKEN_INVALID',
  },
  {
    role: 'admin',
    how: 'becomes a client',
    end: patchUser('admin', () => ({ role: 'client' })),
    within: 'at once',
    ...ANEW,
  },
  {
    role: 'admin',
    how: 'is not stored any more',
    end: gone('admin'),
    within: 'within 3 s',
    ...OUT,
    link: 'TOKEN_INVALID',
  },

  {
    role: 'admin',
    how: 'gets another name',
    end: patchUser('admin', () => ({ name: 'Other' })),
    within: 'within 3 s',
    ...STAYS,
  },

  {
    role: 'client',
    how: 'gets another name',
    end: patchUser('client', () => ({ name: 'Other' })),
    within: 'within 3 s',
    ...STAYS,
  },
  {
    role: 'client',
    how: 'has a closed account',
    end: closed('client'),
    within: 'at once',
    ...OUT,
    link: 'TOKEN_INVALID',
  },
  { role: 'client', how: 'is erased', end: erased('client'), within: 'at once', ...OUT, link: 'TOKEN_INVALID' },
  {
    role: 'client',
    how: 'is stored as closed',
    end: user('client', { active: false }),
    within: 'within 3 s',
    ...OUT,
    link: 'TOKEN_INVALID',
  },
  {
    role: 'client',
    how: 'signs out all others of their sessions',
    end: async (here) =>
      here.send('POST', 'me/sessions/end-all', (await here.login('client')).data['accessToken'] as string),
    within: 'at once',
    ...ANEW,
  },
];

const all = (role: Role, outcome: string) => Object.fromEntries(operationsFor(role).map(({ id }) => [id, outcome]));
const codeOf = ({ code }: { readonly code?: string }) => code ?? 'in';

describe('S2 the rights of a session that was opened before', () => {
  let here: SessionWorld;
  beforeAll(async () => {
    here = await SessionWorld.open(testSecret);
  });
  afterAll(() => here.app.close());

  const cases = ROWS.map((row) => {
    const { role, how, within, session, refresh, login } = row;
    return [`${role} who ${how}: ${session} ${within}, to refresh ${refresh}, to sign in ${login}`, row] as const;
  });
  it.each(cases)('limits the session of %s', async (_, row) => {
    const { role, end, within } = row;
    await here.begin();
    await here.invite(role);
    const { accessToken: token, refreshToken } = (await here.login(role)).data as Record<string, string>;
    await here.bySecret('POST', 'auth/password-reset', { email: here.emailOf(role) });
    const link = await here.mailed(role, 'password');
    expect((await here.send('GET', 'me', token!)).status).toBe(200);
    await end(here);
    if (within === 'within 3 s') here.now = plus(here.now, 3000);
    expect(await here.askAll(operationsFor(role), token!)).toEqual(all(role, row.session));
    const outcomes = {
      refresh: codeOf(await here.bySecret('POST', 'auth/refresh', { refreshToken })),
      login: codeOf(await here.login(role)),
      link: codeOf(await here.bySecret('POST', 'auth/password', { token: link, password: 'seven green kettles' })),
    };
    expect(outcomes).toEqual({ refresh: row.refresh, login: row.login, link: row.link });
  });
});
