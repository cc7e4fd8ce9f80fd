import { defineCoachBooking } from './register.ts';

defineCoachBooking();

// A declaration file contains only exports: without this line, the import that defines the element would have no types.
export type { CoachBooking } from './coach-booking.ts';
