import { defineBookings } from './elements.ts';

defineBookings();
