import type { Booking } from '../../domain/booking/booking.ts';
import type { Core } from '../ports/core.ts';

export type JoinUrlNeeds = Pick<Core, 'tokens' | 'publicUrl'>;

/** Returns the page by which attendee and coach side join a booking's meeting. It never changes. */
export function joinUrlOf({ tokens, publicUrl }: JoinUrlNeeds, { id }: Pick<Booking, 'id'>): string {
  return `${publicUrl()}/join/${tokens.signJoin(id)}`;
}
