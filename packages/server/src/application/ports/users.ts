import type { Instant } from '@coach-booking/time/instant';
import type { MessageChoices } from '../../domain/delivery/choices.ts';
import type { Role } from '../kernel/context.ts';
import type { Counted } from '../kernel/counts.ts';
import type { LedgerScope } from './ledgers.ts';

/** A person with a password. One per e-mail of a partner and mode. */
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
  /** The coach, or the coach for whom a member of staff works. */
  readonly coachId?: string;
  readonly staffId?: string;
  /** An inactive person cannot sign in and has no session. */
  readonly active: boolean;
  readonly passwordHash: string;
  /** Registered with an address that is not proven yet: no sign-in before the proof. */
  readonly awaitsProof?: boolean;
  /** Was given the account, and has not chosen a password yet. */
  readonly isInvited?: boolean;
  /** The address that replaces `email` once it is proven. */
  readonly newEmail?: { readonly email: string; readonly emailKey: string };
  /** Wrong passwords since the last sign-in. */
  readonly failedSignIns?: number;
  /** Hashes of the devices that signed in, like those of the addresses. */
  readonly knownDevices?: readonly string[];
  readonly secondFactor?: SecondFactor;
  /** Hashes of the addresses that signed in, the last one last; at most 20. */
  readonly knownAddresses: readonly string[];
  /** The choices about messages; absent until the person makes one. */
  readonly choices?: MessageChoices;
  /** The instant at which own reminders were changed, until those of the bookings made before are made. R45. */
  readonly remindersSince?: Instant;
  readonly version: number;
  /** By the clock of the rules. */
  readonly createdAt: Instant;
}

/** A second factor beside the password. */
export interface SecondFactor {
  /** Base32. Stored sealed: a reader of the store cannot make codes. */
  readonly secret: string;
  /** In force only once a first code was confirmed. */
  readonly isEnabled: boolean;
  /** The 30-second step of the last code; neither it nor an earlier one is accepted again. */
  readonly lastStep?: number;
  /** Hashes of the recovery codes that are left. */
  readonly recoveryHashes: readonly string[];
}

/** Addresses remembered of a person. */
export const KNOWN_ADDRESSES = 20;

/** The start of a page: behind the person with this name key and id. */
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
  /** The place where a search stopped before it had found as many as requested. */
  readonly scannedTo?: UserPosition;
}

/** The fields of a list by name. */
export interface UserKeys extends LedgerScope, UserPosition {
  readonly role: Role;
  readonly emailKey: string;
  readonly phone?: string;
}

export interface Users {
  list(query: UserQuery): Promise<UserPage>;
  /** Removes a user, for erasure. Returns false when there is none. */
  remove(id: string): Promise<boolean>;
  /** Returns null when there is none; the caller checks the scope. */
  byId(id: string): Promise<User | null>;
  /** Returns the existing ones, in no order. */
  byIds(ids: readonly string[]): Promise<readonly User[]>;
  /** Returns only the fields of a list by name, since there may be many. */
  keysOf(ids: readonly string[]): Promise<readonly UserKeys[]>;
  byEmail(scope: LedgerScope, emailKey: string): Promise<User | null>;
  /** Inserts a user. `id_taken`: this user was inserted before. */
  insert(user: User): Promise<'inserted' | 'id_taken' | 'email_taken'>;
  /** Replaces the user by compare-and-set: the version is one more than the expected one. The e-mail stays. */
  replace(user: User, expectedVersion: number): Promise<boolean>;
  /** Replaces the user like `replace`, with another e-mail. `stale`: the version is another. */
  changeEmail(user: User, expectedVersion: number): Promise<'changed' | 'stale' | 'email_taken'>;
  /** Returns people with `remindersSince`, of all partners or of one. */
  withNewReminders(limit: number, scope?: LedgerScope): Promise<readonly User[]>;
  /** Removes `remindersSince` where it is still this one. Does not change the version. */
  remindersMade(id: string, since: Instant): Promise<void>;
}
