import type { Booking } from '../../domain/booking/booking.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { Lead } from '../ports/leads.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import type { User } from '../ports/users.ts';
import { isInScope } from '../kernel/scope.ts';

type Reads = Pick<Core, 'leads' | 'users' | 'realNow'>;

/**
 * Returns whether a lead belongs to the user who has proven its address: the one it is linked to, or the present owner
 * where it is not linked yet.
 */
const isOf = ({ clientId, emailKey }: Lead, user: User): boolean =>
  clientId === undefined ? user.emailVerified && user.emailKey === emailKey : clientId === user.id;

/**
 * Returns the lead of the account's present address: also one that was made after the proof, which is linked to the
 * client here.
 */
const leadOfAddress = async ({ leads, realNow }: Reads, user: User): Promise<Lead | null> => {
  const lead = user.emailVerified ? await leads.byEmail(user, user.emailKey) : null;
  if (!lead || !isOf(lead, user)) return null;
  return lead.clientId === undefined ? leads.link(user, user.emailKey, user.id, realNow()) : lead;
};

/** Returns the leads as which a client booked without a session: those whose address they have proven. */
export async function guestIdsOf(core: Reads, scope: LedgerScope, clientId: string): Promise<readonly string[]> {
  const [user, linked] = await Promise.all([core.users.byId(clientId), core.leads.ofClient(scope, clientId)]);
  const current = user?.role === 'client' ? await leadOfAddress(core, user) : null;
  return [...new Set([...linked, ...(current?.clientId === clientId ? [current] : [])].map(({ id }) => id))];
}

/** Returns whether a guest's booking belongs to the caller, who has a session and has proven its address. */
export async function isOwnAsGuest({ leads, users }: Reads, context: Context, booking: Booking): Promise<boolean> {
  const { caller } = context;
  if (caller.kind !== 'session' || caller.role !== 'client') return false;
  if (booking.attendee.kind !== 'lead' || !isInScope(context, booking)) return false;
  const [lead, user] = await Promise.all([leads.byId(booking.attendee.id), users.byId(caller.userId)]);
  return lead !== null && user !== null && isOf(lead, user);
}
