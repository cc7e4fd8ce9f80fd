import { defineCoachBooking } from './register.ts';

defineCoachBooking();

// Declarations keep only what is exported: without this, the import that defines the element would bring no types.
export type { CoachBooking } from './coach-booking.ts';
