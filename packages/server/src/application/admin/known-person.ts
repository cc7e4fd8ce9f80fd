import type { CoachHead, StaffMember } from '../../domain/coach/coach.ts';
import type { Booking } from '../../domain/booking/booking.ts';
import type { Incentive } from '../../domain/incentive/incentive.ts';
import type { Core } from '../ports/core.ts';
import { emailKeyOf } from '../../domain/person/written.ts';
import { refuseInput } from '../kernel/scope.ts';
import type { Intent } from '../../domain/recovery/intent.ts';
import { intentsOf } from '../recovery/erase-intents.ts';
import type { Lead } from '../ports/leads.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import type { User } from '../ports/users.ts';

/** A member of a coach's team, by the address or by the account. Former members included. */
export interface KnownMember {
  readonly head: CoachHead;
  readonly member: StaffMember;
}

/** Everything that one person is known as, in one partner and mode. */
export interface KnownPerson {
  readonly scope: LedgerScope;
  /** Absent of a lead without an e-mail. */
  readonly emailKey?: string;
  readonly user: User | null;
  /**
   * The lead of the address, and those of earlier addresses that the account has proven: an account may have changed
   * its address.
   */
  readonly leads: readonly Lead[];
  /** Of all these addresses. */
  readonly intents: readonly Intent[];
  readonly members: readonly KnownMember[];
  /** The coach that the account is, also a deleted one. */
  readonly coach: CoachHead | null;
}

const isSamePerson = (
  { id, email }: StaffMember,
  emailKeys: ReadonlySet<string>,
  staffId: string | undefined,
): boolean => id === staffId || (email !== undefined && emailKeys.has(emailKeyOf(email)));

/** By what a person is named: exactly one of these. */
export interface PersonName {
  readonly email?: string | undefined;
  readonly leadId?: string | undefined;
  readonly clientId?: string | undefined;
}

type Reads = Pick<Core, 'coaches' | 'leads' | 'users' | 'intents'>;

const inScope = <T extends LedgerScope>(stored: T | null, { partnerId, mode }: LedgerScope): T | null =>
  stored?.partnerId === partnerId && stored.mode === mode ? stored : null;

/**
 * Finds the person who is named. A lead or a client with an e-mail is the same person as that e-mail; a lead without
 * one is a person of their own (R18). Throws INVALID_REQUEST unless exactly one name was sent.
 */
export async function findPerson(core: Reads, scope: LedgerScope, name: PersonName): Promise<KnownPerson> {
  const { email, leadId, clientId } = name;
  if ([email, leadId, clientId].filter((given) => given !== undefined).length !== 1)
    refuseInput('email', 'Send one of email, leadId and clientId.');
  if (email !== undefined) return personOf(core, scope, emailKeyOf(email));
  const nobody: KnownPerson = { scope, user: null, leads: [], intents: [], members: [], coach: null };
  if (clientId !== undefined) {
    const user = inScope(await core.users.byId(clientId), scope);
    return user?.role === 'client' ? personOf(core, scope, user.emailKey) : nobody;
  }
  const lead = inScope(await core.leads.byId(leadId!), scope);
  if (!lead) return nobody;
  return lead.emailKey === undefined ? { ...nobody, leads: [lead] } : personOf(core, scope, lead.emailKey);
}

/**
 * Finds the person with the address of this key; with the leads of the account's earlier addresses. An address that an
 * account has given up leads to the lead and not to the account: the mailbox may belong to another person by now.
 */
async function personOf(core: Reads, scope: LedgerScope, emailKey: string): Promise<KnownPerson> {
  const [user, lead, reachable] = await Promise.all([
    core.users.byEmail(scope, emailKey),
    core.leads.byEmail(scope, emailKey),
    core.coaches.withReachableStaff(scope),
  ]);
  const earlier = user ? await core.leads.ofClient(scope, user.id) : [];
  const leads = lead ? [lead, ...earlier.filter(({ id }) => id !== lead.id)] : earlier;
  const emailKeys = new Set([emailKey, ...earlier.flatMap((one) => one.emailKey ?? [])]);
  const own = user?.coachId === undefined ? null : await core.coaches.byId(user.coachId);
  const heads = own && !reachable.some(({ id }) => id === own.id) ? [...reachable, own] : reachable;
  const members = heads.flatMap((head) =>
    head.staff.flatMap((member) => (isSamePerson(member, emailKeys, user?.staffId) ? { head, member } : [])),
  );
  const intents = await intentsOf(core, scope, [...emailKeys]);
  return { scope, emailKey, user, leads, intents, members, coach: user?.role === 'coach' ? own : null };
}

/** Returns the addresses by which the person is known. */
export function emailKeysOf({ emailKey, leads }: KnownPerson): string[] {
  return [...new Set([emailKey, ...leads.map((lead) => lead.emailKey)].flatMap((key) => key ?? []))];
}

export function isKnown({ user, leads, intents, members }: KnownPerson): boolean {
  return user !== null || leads.length > 0 || intents.length > 0 || members.length > 0;
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

/** Returns the codes for a lower price that are for these addresses; one may be for an address without a booking. */
export async function incentivesOf(
  { incentives }: Pick<Core, 'incentives'>,
  person: KnownPerson,
): Promise<readonly Incentive[]> {
  return (await Promise.all(emailKeysOf(person).map((key) => incentives.ofPerson(person.scope, key)))).flat();
}
