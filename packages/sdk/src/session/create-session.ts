import { atom, onMount } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import type { DraftStorage } from '../booking-flow/options.ts';
import { isAuthentication } from '../errors/authentication-error.ts';
import { completeLogin, login, logout, refresh } from '../resources/accounts.ts';
import type { Session, User } from '../schemas.ts';
import { createTransport } from '../transport/create-transport.ts';
import type { TransportOptions } from '../transport/options.ts';
import { keptSession, sessionIn } from './kept-session.ts';
import type { KeptSession } from './kept-session.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { SessionLocks } from './one-at-a-time.ts';

export interface SessionOptions extends Pick<
  TransportOptions,
  'baseUrl' | 'fetch' | 'timeout' | 'retries' | 'backoff' | 'testNow'
> {
  readonly publishableKey: string;
  /** `localStorage`, so that all tabs share the session and it outlives them; `sessionStorage` for this tab alone. */
  readonly storage: DraftStorage;
  /** Replaces `navigator.locks`, which keeps tabs from refreshing at the same time. */
  readonly locks?: SessionLocks;
  /** Returns the device's time in milliseconds. It may be wrong: a token is timed from its answer. */
  readonly clock?: () => number;
}

/**
 * The session of a person, refreshed as needed. Pass its `token` to a transport: `createTransport({ baseUrl, session:
 * session.token })`.
 */
export interface SessionStore {
  /** The person who signed in, or null. Follows other tabs while it has a listener. */
  readonly $session: ReadableAtom<User | null>;
  /**
   * Rejects with an `AuthenticationError` `CREDENTIALS_WRONG`, or `SECOND_FACTOR_REQUIRED`, whose
   * `details.secondFactor.token` is passed to `signInWithCode`; with a `RateLimitedError` `LOGIN_LIMIT` after too many
   * wrong passwords.
   */
  signIn(email: string, password: string): Promise<User>;
  /**
   * Continues with the code of the second factor, or a recovery code. Rejects with an `AuthenticationError`
   * `CODE_WRONG`, or `TOKEN_INVALID` once the sign-in is older than five minutes, and with a `RateLimitedError`
   * `LOGIN_LIMIT`.
   */
  signInWithCode(token: string, code: string): Promise<User>;
  /**
   * True for an admin who has to set up a second factor before this session can do anything else; a refresh after that
   * makes it false.
   */
  lacksSecondFactor(): boolean;
  /** Signs out here in any case, and on the server when it can be reached. */
  signOut(): Promise<void>;
  /**
   * Returns a valid access token, or null when no person is signed in. `expired` requests another one than this token,
   * or than `refused`. Rejects with the error of the call when there is none that lasts and the server cannot be
   * reached; the session stays.
   */
  token(asked?: { readonly expired?: boolean; readonly refused?: string }): Promise<string | null>;
}

/** The milliseconds below which a token might expire during a request. */
const MARGIN = 60_000;

/**
 * Returns the session of a page where people sign in. One refresh at a time over all tabs, since a refresh token works
 * once; a caller that waited gets the token of the other one. A session that the server has ended is signed out; a
 * network failure changes nothing.
 */
export function createSession(options: SessionOptions): SessionStore {
  const { publishableKey, storage, clock = Date.now, locks = globalThis.navigator?.locks, ...common } = options;
  const name = `coach-booking:1:session:${publishableKey}`;
  const transport = createTransport({ ...common, publishableKey });
  const alone = oneAtATime(locks, name);
  const store = sessionIn(storage, name);
  const $session = atom<User | null>(store.read()?.user ?? null);

  /** Creates a new object only for a change, so that no listener is called without one. */
  const show = (user: User | null): void => {
    if (JSON.stringify(user) !== JSON.stringify($session.get())) $session.set(user);
  };
  const keep = (session: Session): KeptSession => {
    const kept = keptSession(session, clock());
    store.write(kept);
    show(kept.user);
    return kept;
  };
  const forget = (): void => {
    store.write(null);
    show(null);
  };

  onMount($session, () => {
    const look = (event: StorageEvent) => {
      if (event.key === name || event.key === null) show(store.read()?.user ?? null);
    };
    show(store.read()?.user ?? null);
    globalThis.addEventListener?.('storage', look);
    return () => globalThis.removeEventListener?.('storage', look);
  });

  type Asked = Parameters<SessionStore['token']>[0];
  const isGood = ({ accessToken, until }: KeptSession, asked: Asked): boolean => {
    if (asked?.refused !== undefined) return accessToken !== asked.refused;
    return !asked?.expired && until - clock() > MARGIN;
  };

  async function next(asked: Asked, before: KeptSession): Promise<string | null> {
    const kept = store.read();
    if (!kept) {
      show(null);
      return null;
    }
    // Another caller was faster, perhaps in another tab.
    if (isGood(kept, asked) || (kept.refreshToken !== before.refreshToken && asked?.refused === undefined))
      return kept.accessToken;
    try {
      return keep(await refresh(transport, { refreshToken: kept.refreshToken })).accessToken;
    } catch (error) {
      if (isAuthentication(error) && (error.code === 'SESSION_INVALID' || error.code === 'SESSION_EXPIRED')) {
        forget();
        return null;
      }
      if (!asked?.expired && kept.until > clock()) return kept.accessToken;
      throw error;
    }
  }

  const begin = (asked: () => Promise<Session>): Promise<User> =>
    alone(async () => {
      const before = store.read();
      const session = await asked();
      keep(session);
      if (before) void logout(transport, { refreshToken: before.refreshToken }).catch(() => undefined);
      return session.user;
    });

  return {
    $session,
    signIn: (email, password) => begin(() => login(transport, { email, password })),
    signInWithCode: (token, code) => begin(() => completeLogin(transport, { token, code })),
    lacksSecondFactor: () => store.read()?.secondFactorMissing ?? false,
    signOut: () =>
      alone(async () => {
        const kept = store.read();
        forget();
        // The person is signed out here; a server that did not receive it ends the session after a month.
        if (kept) await logout(transport, { refreshToken: kept.refreshToken }).catch(() => undefined);
      }),
    async token(asked) {
      const kept = store.read();
      if (!kept || isGood(kept, asked)) {
        show(kept?.user ?? null);
        return kept?.accessToken ?? null;
      }
      return alone(() => next(asked, kept));
    },
  };
}
