import type { CoachHead, StaffMember } from '../../domain/coach/coach.ts';
import type { Booking } from '../../domain/booking/booking.ts';
import type { Core } from '../ports/core.ts';
import { emailKeyOf } from '../../domain/person/written.ts';
import type { Lead } from '../ports/leads.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import type { User } from '../ports/users.ts';

/** A member of a coach's team, by the address or by the account. Former members included. */
export interface KnownMember {
  readonly head: CoachHead;
  readonly member: StaffMember;
}

/** Everything that one address is known as, in one partner and mode. */
export interface KnownPerson {
  readonly scope: LedgerScope;
  readonly emailKey: string;
  readonly user: User | null;
  /**
   * The lead of the address, and those of earlier addresses that the account has proven: an account may have changed
   * its address.
   */
  readonly leads: readonly Lead[];
  readonly members: readonly KnownMember[];
  /** The coach that the account is, also a deleted one. */
  readonly coach: CoachHead | null;
}

const isSamePerson = (
  { id, email }: StaffMember,
  emailKeys: ReadonlySet<string>,
  staffId: string | undefined,
): boolean => id === staffId || (email !== undefined && emailKeys.has(emailKeyOf(email)));

/**
 * Finds the person with this address, in any case; with the leads of the account's earlier addresses. An address that
 * an account has given up leads to the lead and not to the account: the mailbox may belong to another person by now.
 */
export async function findPerson(
  core: Pick<Core, 'coaches' | 'leads' | 'users'>,
  scope: LedgerScope,
  email: string,
): Promise<KnownPerson> {
  const emailKey = emailKeyOf(email);
  const [user, lead, reachable] = await Promise.all([
    core.users.byEmail(scope, emailKey),
    core.leads.byEmail(scope, emailKey),
    core.coaches.withReachableStaff(scope),
  ]);
  const earlier = user ? await core.leads.ofClient(scope, user.id) : [];
  const leads = lead ? [lead, ...earlier.filter(({ id }) => id !== lead.id)] : earlier;
  const emailKeys = new Set([emailKey, ...earlier.map((one) => one.emailKey)]);
  const own = user?.coachId === undefined ? null : await core.coaches.byId(user.coachId);
  const heads = own && !reachable.some(({ id }) => id === own.id) ? [...reachable, own] : reachable;
  const members = heads.flatMap((head) =>
    head.staff.flatMap((member) => (isSamePerson(member, emailKeys, user?.staffId) ? { head, member } : [])),
  );
  return { scope, emailKey, user, leads, members, coach: user?.role === 'coach' ? own : null };
}

export function isKnown({ user, leads, members }: KnownPerson): boolean {
  return user !== null || leads.length > 0 || members.length > 0;
}

/** Returns the ids of this person in bookings and in the audit log. */
export function idsOf({ user, leads }: KnownPerson): string[] {
  return [user?.id ?? [], leads.map(({ id }) => id)].flat();
}

/** Returns the bookings that were made for them, as a guest or by the account, by id. */
export async function bookingsOf(
  { bookings }: Pick<Core, 'bookings'>,
  person: KnownPerson,
): Promise<readonly Booking[]> {
  const found = await Promise.all(idsOf(person).map((id) => bookings.ofAttendee(person.scope, id)));
  return found.flat().sort((a, b) => (a.id < b.id ? -1 : 1));
}
