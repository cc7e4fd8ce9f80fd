import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant, plus } from '@coach-booking/time/instant';
import { liveSecret, testPartners } from '../../packages/server/test/http/partners.ts';
import { fakeAccessTokens } from '../../packages/server/test/application/fake-access-tokens.ts';
import { codeAt } from '../../packages/server/test/application/fake-codes.ts';
import { anAccount } from '../../packages/server/test/application/mailed-tokens.ts';
import { operationsFor, PASSWORD, SessionWorld, type Answer } from './session-world.ts';

const STEP = 30_000;
/** Milliseconds for one row, which asks every operation of an admin. */
const PATIENT = 120_000;
const HALF_A_DAY = 43_200_000;
const ADMIN = 'admin' as const;
const PARTNER = testPartners[0]!.id;
const FAR = instant(Date.UTC(2027, 0));

/** The operations of a person who needs a second factor and has none: read the account, sign out, and set one up. */
const BEFORE = ['getMe', 'listSessions', 'endSession', 'endSessions', 'enrolSecondFactor', 'confirmSecondFactor'];

/** The answer to every operation of an admin. */
const OUTCOMES = {
  everything: () => 'in',
  'the set-up alone': (id: string) => (BEFORE.includes(id) ? 'in' : 'SECOND_FACTOR_MISSING'),
  'nothing, since the session ended': () => 'SESSION_INVALID',
  'nothing, since it is no session': () => 'KEY_INVALID',
} as const;

interface Admin {
  readonly here: SessionWorld;
  readonly login: () => Promise<Answer>;
  /** Sets one up in a session, and returns the recovery codes. */
  readonly enrol: (token: string) => Promise<readonly string[]>;
  /** Completes a sign-in with this code. */
  readonly complete: (code: string) => Promise<Answer>;
  /** A code of now that was not used. */
  readonly code: () => string;
  /** Opens another person's session, with a second factor. */
  readonly another: () => Promise<string>;
  readonly isRequired: (required: boolean) => Promise<void>;
}
const tokenIn = ({ data }: Answer) => data['accessToken'] as string;
const enrolled = async (admin: Admin) => {
  const token = tokenIn(await admin.login());
  return { token, recovery: await admin.enrol(token) };
};
/** Returns the challenge token in a refusal, which an attacker might use as an access token. */
const challengeIn = ({ details }: Answer) => details!.secondFactor!.token;

/** The credentials of a person, and what each allows. The last word is the refusal where nothing was given. */
const ROWS: readonly (readonly [string, keyof typeof OUTCOMES, (admin: Admin) => Promise<string>])[] = [
  [
    'none is required, none is set up',
    'everything',
    async ({ isRequired, login }) => {
      await isRequired(false);
      return tokenIn(await login());
    },
  ],
  ['one is required, none is set up', 'the set-up alone', async ({ login }) => tokenIn(await login())],
  [
    'one is required, none is set up, after a refresh',
    'the set-up alone',
    async ({ here, login }) => {
      const { refreshToken } = (await login()).data;
      return tokenIn(await here.bySecret('POST', 'auth/refresh', { refreshToken }));
    },
  ],
  [
    'one is required since a session was opened, which was refreshed',
    'the set-up alone',
    async ({ here, login, isRequired }) => {
      await isRequired(false);
      const { refreshToken } = (await login()).data;
      await isRequired(true);
      here.now = plus(here.now, HALF_A_DAY);
      return tokenIn(await here.bySecret('POST', 'auth/refresh', { refreshToken }));
    },
  ],
  [
    'one is set up and not confirmed',
    'the set-up alone',
    async ({ here, login }) => {
      const token = tokenIn(await login());
      await here.send('POST', 'me/second-factor', token, { password: PASSWORD });
      return token;
    },
  ],
  ['one was set up in this session', 'everything', async (admin) => (await enrolled(admin)).token],
  [
    'one was set up in another session',
    'nothing, since the session ended',
    async (admin) => {
      const early = tokenIn(await admin.login());
      await enrolled(admin);
      return early;
    },
  ],
  [
    'the password was right, no code was given',
    'nothing, since it is no session',
    async (admin) => {
      await enrolled(admin);
      return challengeIn(await admin.login());
    },
  ],
  [
    'a code was given',
    'everything',
    async (admin) => {
      await enrolled(admin);
      return tokenIn(await admin.complete(admin.code()));
    },
  ],
  [
    'a recovery code was used',
    'everything',
    async (admin) => {
      const { recovery } = await enrolled(admin);
      return tokenIn(await admin.complete(recovery[0]!));
    },
  ],
  [
    'it was reset by another admin, in a session of before',
    'nothing, since the session ended',
    async (admin) => {
      const { token } = await enrolled(admin);
      await admin.here.send('POST', `users/${admin.here.userOf(ADMIN).id}/second-factor/reset`, await admin.another());
      return token;
    },
  ],
  [
    'it was reset by another admin, after a new sign-in',
    'the set-up alone',
    async (admin) => {
      await enrolled(admin);
      await admin.here.send('POST', `users/${admin.here.userOf(ADMIN).id}/second-factor/reset`, await admin.another());
      return tokenIn(await admin.login());
    },
  ],
  [
    'it was switched off',
    'the set-up alone',
    async (admin) => {
      const { token } = await enrolled(admin);
      await admin.here.send('POST', 'me/second-factor/disable', token, { password: PASSWORD, code: admin.code() });
      return tokenIn(await admin.login());
    },
  ],
];

describe('S15 the rights of an admin in live mode, by their second factor', { timeout: PATIENT }, () => {
  let here: SessionWorld;
  beforeAll(async () => {
    here = await SessionWorld.open(liveSecret);
  });
  afterAll(() => here.app.close());

  /** Opens another person's session without checks. */
  const another = async (): Promise<string> => {
    const ofPartner = { partnerId: PARTNER, mode: 'live' } as const;
    const { id: userId } = anAccount(here.world, PARTNER, 'live', ADMIN);
    const session = {
      ...ofPartner,
      userId,
      id: here.world.deps.newId(),
      tokenHashes: [],
      storedUntil: instant(0),
      version: 1,
      createdAt: instant(0),
    };
    await here.world.deps.sessions.insert({ ...session, expiresAt: FAR });
    return fakeAccessTokens.sign({
      ...ofPartner,
      userId,
      role: ADMIN,
      sessionId: session.id,
      issuedAt: instant(0),
      expiresAt: FAR,
    });
  };
  const isRequired = async (required: boolean): Promise<void> => {
    const { partners } = here.world.deps;
    const partner = (await partners.byId(PARTNER))!;
    const requireSecondFactor = required ? 'admins' : 'none';
    await partners.replace({ ...partner, requireSecondFactor, version: partner.version + 1 }, partner.version);
  };
  const code = () => codeAt('', (here.now = plus(here.now, STEP)));
  const login = () => here.login(ADMIN);
  const enrol = async (token: string) => {
    await here.send('POST', 'me/second-factor', token, { password: PASSWORD });
    const { data } = await here.send('POST', 'me/second-factor/confirm', token, { code: code() });
    return data['recoveryCodes'] as string[];
  };
  const complete = async (given: string) =>
    here.bySecret('POST', 'auth/second-factor', { token: challengeIn(await login()), code: given });

  it.each(ROWS)('allows, where %s, %s', async (_, outcome, given) => {
    await here.begin();
    await isRequired(true);
    await here.invite(ADMIN);
    const token = await given({ here, login, enrol, complete, code, another, isRequired });
    const asked = operationsFor(ADMIN);
    expect(await here.askAll(asked, token)).toEqual(
      Object.fromEntries(asked.map(({ id }) => [id, OUTCOMES[outcome](id)])),
    );
  });

  it('opens nothing with a used recovery code, or with a code that was used', async () => {
    await here.begin();
    await here.invite(ADMIN);
    const [recovery] = await enrol(tokenIn(await login()));
    const used = code();
    expect([(await complete(recovery!)).status, (await complete(used)).status]).toEqual([200, 200]);
    expect([(await complete(recovery!)).code, (await complete(used)).code]).toEqual(['CODE_WRONG', 'CODE_WRONG']);
  });
});
