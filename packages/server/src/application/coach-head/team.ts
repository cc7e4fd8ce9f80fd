import { teamOf, type CoachHead, type StaffMember } from '../../domain/coach/coach.ts';
import { Refusal } from '../kernel/refusal.ts';

export function staffNotFound(head: CoachHead, id: string): Refusal {
  return new Refusal('STAFF_NOT_FOUND', `Coach ${head.slug} has nobody ${id} in the team.`);
}

/** Returns whether a member can get bookings: former members get none, inactive ones no new ones. */
export function isAssignable(head: CoachHead, id: string): boolean {
  return teamOf(head).some((member) => member.id === id && member.active);
}

/** Returns the member who runs a booking after a move: a former member does not move with it. */
export function staffWhoStays(head: CoachHead, booking: { readonly staffId?: string } | undefined): string | undefined {
  return teamOf(head).find(({ id }) => id === booking?.staffId)?.id;
}

/** Checks that a booking can be assigned to the member. Throws STAFF_NOT_FOUND. */
export function checkAssignable(head: CoachHead, id: string): void {
  if (!isAssignable(head, id)) throw staffNotFound(head, id);
}

/** Returns the head's team with one member changed. Throws STAFF_NOT_FOUND for an unknown one. */
export function changeMember(
  head: CoachHead,
  id: string,
  change: (member: StaffMember) => StaffMember,
): Pick<CoachHead, 'staff'> {
  if (!teamOf(head).some((member) => member.id === id)) throw staffNotFound(head, id);
  return { staff: head.staff.map((member) => (member.id === id ? change(member) : member)) };
}
