import type { DraftStorage } from '../booking-flow/options.ts';
import type { Session, User } from '../schemas.ts';

/** The stored part of a session. Shared by the tabs of a page through its storage. */
export interface KeptSession {
  readonly accessToken: string;
  /** The end of its life, by the device's own clock in milliseconds. */
  readonly until: number;
  readonly refreshToken: string;
  readonly user: User;
  /** Set for an admin who has to set up a second factor first. */
  readonly secondFactorMissing?: boolean;
}

/**
 * Returns the milliseconds that the token lasts by its own claims: a device's clock may be wrong, so only the
 * difference of two of the server's times counts.
 */
function lifeOf({ accessToken, expiresAt }: Session, now: number): number {
  try {
    const { iat, exp } = JSON.parse(atob(accessToken.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/')));
    if (exp > iat) return (exp - iat) * 1000;
  } catch {
    // Not in the form of today: then the clocks must do.
  }
  return Date.parse(expiresAt) - now;
}

export function keptSession(session: Session, now: number): KeptSession {
  const { accessToken, refreshToken, user, secondFactorMissing } = session;
  return {
    accessToken,
    refreshToken,
    user,
    until: now + lifeOf(session, now),
    ...(secondFactorMissing && { secondFactorMissing }),
  };
}

function parsed(text: string | null): KeptSession | null {
  try {
    const kept: Partial<KeptSession> | null = JSON.parse(text ?? 'null');
    return kept?.accessToken && kept.refreshToken && kept.user && kept.until !== undefined
      ? (kept as KeptSession)
      : null;
  } catch {
    return null;
  }
}

/**
 * Returns a session in a storage that may be full, forbidden or hold the data of another version. Without it the
 * session lasts as long as the page.
 */
export function sessionIn(storage: DraftStorage, name: string) {
  let own: KeptSession | null = null;
  let isStored = true;
  return {
    /** Returns the session that this or another tab wrote last; null when no person is signed in. */
    read(): KeptSession | null {
      try {
        return isStored ? parsed(storage.getItem(name)) : own;
      } catch {
        return own;
      }
    },
    /** Writes the session; null removes it. */
    write(kept: KeptSession | null): void {
      own = kept;
      isStored = true;
      try {
        if (kept) storage.setItem(name, JSON.stringify(kept));
        else storage.removeItem(name);
      } catch {
        isStored = false;
      }
    },
  };
}
