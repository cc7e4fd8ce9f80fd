import type { Profile } from '../../domain/client/profile.ts';
import type { LedgerScope } from './ledgers.ts';

/** A client's profile. Health data: whoever reads it for somebody else writes that to the audit log. */
export interface StoredProfile extends LedgerScope {
  readonly clientId: string;
  readonly profile: Profile;
  readonly version: number;
  /** By the clock of the rules. */
  readonly updatedAt: number;
}

/** The profiles of clients, at most one each. */
export interface Profiles {
  of(scope: LedgerScope, clientId: string): Promise<StoredProfile | null>;
  /** False when the client has one already. */
  insert(profile: StoredProfile): Promise<boolean>;
  /** Compare-and-set: writes the profile, whose version is one more, where the version is still the expected one. */
  replace(profile: StoredProfile, expectedVersion: number): Promise<boolean>;
  /** For an export: all that is stored of the client here. */
  allOf(scope: LedgerScope, clientId: string): Promise<readonly StoredProfile[]>;
  /** For erasure. Answers how many there were. */
  removeAll(scope: LedgerScope, clientId: string): Promise<number>;
}
