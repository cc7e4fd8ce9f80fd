import { teamOf, type CoachHead, type StaffMember } from '../../domain/coach/coach.ts';
import { Refusal } from '../kernel/refusal.ts';

export function staffNotFound(head: CoachHead, id: string): Refusal {
  return new Refusal('STAFF_NOT_FOUND', `Coach ${head.slug} has nobody ${id} in the team.`);
}

/** Whoever left gets no bookings, and nobody inactive new ones. */
export function isAssignable(head: CoachHead, id: string): boolean {
  return teamOf(head).some((member) => member.id === id && member.active);
}

/** Who still runs a booking once it is moved: whoever has left the team does not move with it. */
export function staffWhoStays(head: CoachHead, booking: { readonly staffId?: string } | undefined): string | undefined {
  return teamOf(head).find(({ id }) => id === booking?.staffId)?.id;
}

/** Throws STAFF_NOT_FOUND for whom no booking can be given to. */
export function checkAssignable(head: CoachHead, id: string): void {
  if (!isAssignable(head, id)) throw staffNotFound(head, id);
}

/** The head's team with one of them changed. Throws STAFF_NOT_FOUND for one who is not in it. */
export function changeMember(
  head: CoachHead,
  id: string,
  change: (member: StaffMember) => StaffMember,
): Pick<CoachHead, 'staff'> {
  if (!teamOf(head).some((member) => member.id === id)) throw staffNotFound(head, id);
  return { staff: head.staff.map((member) => (member.id === id ? change(member) : member)) };
}
