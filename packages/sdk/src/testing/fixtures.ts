import { examples } from '../generated/examples.ts';
import type { OperationId, OutputOf } from '../transport/operation-types.ts';

type JsonOperation = Exclude<OperationId, 'getMetrics'>;

/** The `data` of the example that the contract gives for an operation; a new copy each time. */
export function exampleOf<K extends JsonOperation>(operation: K): OutputOf<K> {
  return structuredClone(examples[operation].body.data) as unknown as OutputOf<K>;
}

const coach = exampleOf('getCoach');

/** The things of the contract's examples, by their name in the glossary. They fit together: the booking is of the service of the coach. */
export const fixtures = {
  coach,
  service: exampleOf('createService'),
  schedule: exampleOf('getSchedule'),
  slots: exampleOf('listSlots'),
  daySchedule: exampleOf('getDaySchedule'),
  hold: exampleOf('createHold'),
  booking: exampleOf('getBooking'),
  bookingCreated: exampleOf('createBooking'),
  bookingCancelled: exampleOf('cancelBooking'),
  bookingRescheduled: exampleOf('rescheduleBooking'),
  timeOff: exampleOf('addTimeOff'),
  calendar: exampleOf('getCalendar'),
};
