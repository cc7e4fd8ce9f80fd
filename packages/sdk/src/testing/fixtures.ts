import { examples } from '@coach-booking/contract/examples';
import type { OperationId, OutputOf } from '../transport/operation-types.ts';

/** The operations except those that answer text, events, or JSON without an envelope. */
type EnvelopeOperation = {
  [K in OperationId]: (typeof examples)[K]['body'] extends { data: unknown } ? K : never;
}[OperationId];

/** Returns the `data` of the example that the contract gives for an operation; a new copy each time. */
export function exampleOf<K extends EnvelopeOperation>(operation: K): OutputOf<K> {
  return structuredClone(examples[operation].body.data) as unknown as OutputOf<K>;
}

const coach = exampleOf('getCoach');

/**
 * The objects of the contract's examples, by their name in the glossary. They belong together: the booking is of the
 * service of the coach.
 */
export const fixtures = {
  coach,
  service: exampleOf('createService'),
  schedule: exampleOf('getSchedule'),
  slots: exampleOf('listSlots'),
  teamSlots: exampleOf('listTeamSlots'),
  daySchedule: exampleOf('getDaySchedule'),
  hold: exampleOf('createHold'),
  teamHold: exampleOf('createTeamHold'),
  booking: exampleOf('getBooking'),
  bookingCreated: exampleOf('createBooking'),
  teamBookingCreated: exampleOf('createTeamBooking'),
  bookingCancelled: exampleOf('cancelBooking'),
  bookingRescheduled: exampleOf('rescheduleBooking'),
  timeOff: exampleOf('addTimeOff'),
  calendar: exampleOf('getCalendar'),
  user: exampleOf('getMe'),
  session: exampleOf('login'),
  staff: exampleOf('createStaff'),
  client: exampleOf('getClient'),
  profile: exampleOf('getMyProfile'),
  lead: exampleOf('updateLead'),
};
