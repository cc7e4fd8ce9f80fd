import { defineCoachCalendar } from './register.ts';

defineCoachCalendar();

// Declarations keep only what is exported: without this, the import that defines the element would bring no types.
export type { CoachCalendar } from './coach-calendar.ts';
