import type { Role } from '../context.ts';
import type { Counted } from './counts.ts';
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
  /** Hashes of the addresses that signed in, the last one last; at most 20. */
  readonly knownAddresses: readonly string[];
  readonly version: number;
  /** By the clock of the rules. */
  readonly createdAt: number;
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
  readonly lookedTo?: UserPosition;
}

export interface Users {
  list(query: UserQuery): Promise<UserPage>;
  /** For erasure. False when there is none. */
  remove(id: string): Promise<boolean>;
  /** Null when there is none; the caller checks whose it is. */
  byId(id: string): Promise<User | null>;
  /** Those that there are, in no order. */
  byIds(ids: readonly string[]): Promise<readonly User[]>;
  byEmail(scope: LedgerScope, emailKey: string): Promise<User | null>;
  /** `id_taken`: this user was inserted before. */
  insert(user: User): Promise<'inserted' | 'id_taken' | 'email_taken'>;
  /** Compare-and-set: writes the user, whose version is one more, where the version is still the expected one. The e-mail stays. */
  replace(user: User, expectedVersion: number): Promise<boolean>;
}
