import { defineCoachBooking } from './register.ts';

defineCoachBooking();
