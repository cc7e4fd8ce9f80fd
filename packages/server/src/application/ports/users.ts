import type { Role } from '../kernel/context.ts';
import type { Counted } from '../kernel/counts.ts';
import type { LedgerScope } from './ledgers.ts';

/** Somebody with a password. One per e-mail of a partner and mode. */
export interface User extends LedgerScope {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  /** The e-mail as it is compared. */
  readonly emailKey: string;
  readonly emailVerified: boolean;
  readonly phone?: string;
  readonly timeZone?: string;
  readonly language?: string;
  /** Of a coach, or of the coach whose staff this is. */
  readonly coachId?: string;
  readonly staffId?: string;
  /** An inactive person cannot sign in and has no session. */
  readonly active: boolean;
  readonly passwordHash: string;
  /** Registered by itself with an address that nobody has proven since: nobody signs in to it before. */
  readonly awaitsProof?: boolean;
  /** Was given the account, and has not chosen a password yet. */
  readonly isInvited?: boolean;
  /** The address that is to take the place of `email` once it has proven itself. */
  readonly newEmail?: { readonly email: string; readonly emailKey: string };
  /** Wrong passwords since the last sign-in. */
  readonly failedSignIns?: number;
  /** Hashes of what was signed in with, as of the addresses. */
  readonly knownDevices?: readonly string[];
  readonly secondFactor?: SecondFactor;
  /** Hashes of the addresses that signed in, the last one last; at most 20. */
  readonly knownAddresses: readonly string[];
  readonly version: number;
  /** By the clock of the rules. */
  readonly createdAt: number;
}

/** What a person has besides the password. */
export interface SecondFactor {
  /** Base32. Sealed where it is stored: who reads that cannot make codes. */
  readonly secret: string;
  /** Counts only once a first code was seen. */
  readonly isEnabled: boolean;
  /** The 30-second step of the last code; none is taken twice, nor one of before. */
  readonly lastStep?: number;
  /** Of the recovery codes that are left. */
  readonly recoveryHashes: readonly string[];
}

/** How many addresses of a person are remembered. */
export const KNOWN_ADDRESSES = 20;

/** Where a page begins: behind the person with this name key and id. */
export interface UserPosition {
  readonly nameKey: string;
  readonly id: string;
}

export interface UserQuery extends LedgerScope {
  readonly role?: Role;
  readonly coachId?: string;
  readonly active?: boolean;
  /** Part of a name or an e-mail, whatever its case and accents. */
  readonly search?: string;
  readonly after?: UserPosition;
  readonly limit: number;
}

export interface UserPage extends Counted {
  /** By name key and then id. */
  readonly users: readonly User[];
  /** Where a search stopped looking before it had found as many as were asked for. */
  readonly scannedTo?: UserPosition;
}

/** What a list by name is made of. */
export interface UserKeys extends LedgerScope, UserPosition {
  readonly role: Role;
  readonly emailKey: string;
}

export interface Users {
  list(query: UserQuery): Promise<UserPage>;
  /** For erasure. False when there is none. */
  remove(id: string): Promise<boolean>;
  /** Null when there is none; the caller checks whose it is. */
  byId(id: string): Promise<User | null>;
  /** Those that there are, in no order. */
  byIds(ids: readonly string[]): Promise<readonly User[]>;
  /** The same, of whom there may be many: only what a list by name is made of. */
  keysOf(ids: readonly string[]): Promise<readonly UserKeys[]>;
  byEmail(scope: LedgerScope, emailKey: string): Promise<User | null>;
  /** `id_taken`: this user was inserted before. */
  insert(user: User): Promise<'inserted' | 'id_taken' | 'email_taken'>;
  /**
   * Compare-and-set: writes the user, whose version is one more, where the version is still the expected one. The
   * e-mail stays.
   */
  replace(user: User, expectedVersion: number): Promise<boolean>;
  /** As `replace`, with another e-mail. `stale`: the version is another. */
  changeEmail(user: User, expectedVersion: number): Promise<'changed' | 'stale' | 'email_taken'>;
}
