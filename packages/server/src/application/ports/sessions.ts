import type { Device } from '../kernel/context.ts';
import type { LedgerScope } from './ledgers.ts';

/** Every session that came of one sign-in: each refresh token of it gives the next one. */
export interface SessionFamily extends LedgerScope {
  readonly id: string;
  readonly userId: string;
  /** Hashes of the refresh tokens that may be used now. More than one when an answer was lost and asked for again. */
  readonly tokenHashes: readonly string[];
  /** Of the token that gave those; absent after the sign-in itself. */
  readonly previousHash?: string;
  /** When that was, in real time. */
  readonly rotatedAt?: number;
  /** By the clock of the rules. */
  readonly expiresAt: number;
  /** Its absolute end, whatever is refreshed, by the clock of the rules. Absent in one from before there was an end. */
  readonly endsAt?: number;
  /** Real time of the last refresh. */
  readonly lastUsedAt?: number;
  /** What was signed in with. */
  readonly device?: Device;
  /** Of an admin who has to set up a second factor, and can do nothing else before. */
  readonly isRestricted?: boolean;
  /** Real time, when the store may forget it; a test clock does not move this. */
  readonly storedUntil: number;
  /** Real time. */
  readonly revokedAt?: number;
  readonly version: number;
  /** Real time. */
  readonly createdAt: number;
}

/** Whose sessions. */
export interface SessionOwner extends LedgerScope {
  readonly userId: string;
}

export interface Sessions {
  /** The caller gives an id that nobody had before. */
  insert(family: SessionFamily): Promise<void>;
  /** Null when there is none; the caller checks whose it is. */
  byId(id: string): Promise<SessionFamily | null>;
  /** Those of a person that were not revoked, in no order; some may have expired. */
  ofUser(owner: SessionOwner): Promise<readonly SessionFamily[]>;
  /** Compare-and-set: writes the family, whose version is one more, where the version is still the expected one. */
  replace(family: SessionFamily, expectedVersion: number): Promise<boolean>;
  /** Revokes one family, whatever its version; one that is revoked or unknown stays as it is. */
  revoke(id: string, at: number): Promise<void>;
  /** Revokes every family of a person, but for the one that is to be kept. */
  revokeAll(owner: SessionOwner, at: number, keptId?: string): Promise<void>;
  /** For erasure: forgets every family of a person. Answers how many there were. */
  removeAll(owner: SessionOwner): Promise<number>;
}
