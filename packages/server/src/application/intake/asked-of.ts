import type { Service } from '../../domain/coach/coach.ts';
import type { Intake } from '../../domain/intake/intake.ts';
import type { Context } from '../kernel/context.ts';
import { scopeOf } from '../kernel/scope.ts';
import { guestIdsOf } from '../people/own-bookings.ts';
import type { Core } from '../ports/core.ts';

export type AskedOfNeeds = Pick<Core, 'cachedPartner' | 'leads' | 'users' | 'realNow' | 'bookings'>;

/**
 * Returns whether the caller has booked this coach before: only of a client who is signed in, since a typed address
 * proves nothing, and an answer that differed for known ones would show them.
 */
const hasBooked = async (core: AskedOfNeeds, context: Context, coachId: string): Promise<boolean> => {
  const { caller } = context;
  if (caller.kind !== 'session' || caller.role !== 'client') return false;
  const scope = scopeOf(context);
  const attendeeIds = [caller.userId, ...(await guestIdsOf(core, scope, caller.userId))];
  const bookings = await core.bookings.ofAttendees({ ...scope, coachId, attendeeIds });
  return bookings.some(({ status }) => status !== 'cancelled');
};

/** Returns what the caller is asked for a service of a coach: its own or else the partner's. */
export async function askedOf(
  core: AskedOfNeeds,
  context: Context,
  coachId: string,
  service: Pick<Service, 'intake'>,
): Promise<Intake> {
  const intake = service.intake ?? (await core.cachedPartner(context.caller.partnerId))?.intake ?? { questions: [] };
  if (!intake.questions.some(({ newClientsOnly }) => newClientsOnly)) return intake;
  if (!(await hasBooked(core, context, coachId))) return intake;
  return { ...intake, questions: intake.questions.filter(({ newClientsOnly }) => !newClientsOnly) };
}
