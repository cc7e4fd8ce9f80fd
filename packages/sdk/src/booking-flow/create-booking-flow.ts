import { createBookingFlowSteps } from './booking-flow-steps.ts';
import { createLazyBookingFlow } from './lazy-booking-flow.ts';
import type { BookingFlow } from './lazy-booking-flow.ts';
import type { BookingClient, BookingFlowOptions } from './options.ts';

/**
 * Creates the flow of one coach's bookings. It makes one request at the start (the present month, with the coach), one
 * per month and service after that, and one per act of the visitor. No intent throws; a failure appears as `problem`.
 */
export function createBookingFlow(client: BookingClient, options: BookingFlowOptions): BookingFlow {
  return createLazyBookingFlow(client, options, () => createBookingFlowSteps);
}
