import type { Instant } from '@coach-booking/time/instant';
import type { Device } from '../kernel/context.ts';
import type { LedgerScope } from './ledgers.ts';

/** All sessions of one sign-in: each refresh token of it is replaced by the next one. */
export interface SessionFamily extends LedgerScope {
  readonly id: string;
  readonly userId: string;
  /** Hashes of the refresh tokens that may be used now. More than one after an answer was lost and requested again. */
  readonly tokenHashes: readonly string[];
  /** Hash of the token that they replaced; absent after the sign-in itself. */
  readonly previousHash?: string;
  /** When that was, in real time. */
  readonly rotatedAt?: Instant;
  /** By the clock of the rules. */
  readonly expiresAt: Instant;
  /** Its absolute end, by the clock of the rules. Absent in one from before there was an end. */
  readonly endsAt?: Instant;
  /** Real time of the last refresh. */
  readonly lastUsedAt?: Instant;
  /** The device of the sign-in. */
  readonly device?: Device;
  /** Of an admin who has to set up a second factor, and can do nothing else before that. */
  readonly isRestricted?: boolean;
  /** Real time, when the store may forget it; a test clock does not move this. */
  readonly storedUntil: Instant;
  /** Real time. */
  readonly revokedAt?: Instant;
  readonly version: number;
  /** Real time. */
  readonly createdAt: Instant;
}

/** The person of sessions. */
export interface SessionOwner extends LedgerScope {
  readonly userId: string;
}

export interface Sessions {
  /** Inserts a family under a new id of the caller's. */
  insert(family: SessionFamily): Promise<void>;
  /** Returns null when there is none; the caller checks the scope. */
  byId(id: string): Promise<SessionFamily | null>;
  /** Returns those of a person that were not revoked, in no order; some may have expired. */
  ofUser(owner: SessionOwner): Promise<readonly SessionFamily[]>;
  /** Replaces the family by compare-and-set: its version is one more than the expected one. */
  replace(family: SessionFamily, expectedVersion: number): Promise<boolean>;
  /** Revokes one family, at any version; a revoked or unknown one stays as it is. */
  revoke(id: string, at: Instant): Promise<void>;
  /** Revokes every family of a person, except the one to be kept. */
  revokeAll(owner: SessionOwner, at: Instant, keptId?: string): Promise<void>;
  /** Removes every family of a person, for erasure. Returns their number. */
  removeAll(owner: SessionOwner): Promise<number>;
}
