import type { Instant } from '@coach-booking/time/instant';
import type { Profile } from '../../domain/client/profile.ts';
import type { LedgerScope } from './ledgers.ts';

/** A client's profile. Health data: a read for another person is written to the audit log. */
export interface StoredProfile extends LedgerScope {
  readonly clientId: string;
  readonly profile: Profile;
  readonly version: number;
  /** By the clock of the rules. */
  readonly updatedAt: Instant;
}

/** The profiles of clients, at most one each. */
export interface Profiles {
  of(scope: LedgerScope, clientId: string): Promise<StoredProfile | null>;
  /** Returns false when the client has one already. */
  insert(profile: StoredProfile): Promise<boolean>;
  /** Replaces the profile by compare-and-set: its version is one more than the expected one. */
  replace(profile: StoredProfile, expectedVersion: number): Promise<boolean>;
  /** Returns, for an export, all that is stored of the client here. */
  allOf(scope: LedgerScope, clientId: string): Promise<readonly StoredProfile[]>;
  /** Removes all, for erasure. Returns their number. */
  removeAll(scope: LedgerScope, clientId: string): Promise<number>;
}
