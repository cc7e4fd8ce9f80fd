import type { components } from '@coach-booking/contract/types';
import type { FlowCore } from './core.ts';
import type { CalendarActCalls } from './options.ts';
import { calendarProblem } from './problem.ts';
import type { CalendarFlowIntents } from './state.ts';

type Schemas = components['schemas'];

/** Returns the intents by which a link leads into the calendar: to a booking, or to a form for a person. */
export function linkedIntents(
  client: CalendarActCalls,
  { coach, state, set, fail }: FlowCore,
): Pick<CalendarFlowIntents, 'findBooking' | 'findPerson'> {
  async function findBooking(id: string, found: (booking: Schemas['Booking']) => void): Promise<void> {
    try {
      const booking = await client.getBooking!({ id });
      if (booking.coachId === state().coach?.id) return found(booking);
      set({ problem: calendarProblem('stale', 'BOOKING_NOT_FOUND', 'findBooking') });
    } catch (error) {
      fail(error, 'findBooking', () => void findBooking(id, found));
    }
  }

  return {
    findBooking: (id, found) => void findBooking(id, found),
    async findPerson(id) {
      try {
        const page = await client.listCoachBookings?.({ coach, attendeeId: id, order: 'desc', limit: 1 });
        const { kind, name, email, phone } = page!.items[0]!.attendee;
        return { kind, id, name, ...(email && { email }), ...(phone && { phone }) };
      } catch {
        return null;
      }
    },
  };
}
