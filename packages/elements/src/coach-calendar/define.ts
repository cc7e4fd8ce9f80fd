import { defineCoachCalendar } from './register.ts';

defineCoachCalendar();

// A declaration file contains only exports: without this line, the import that defines the element would have no types.
export type { CoachCalendar } from './coach-calendar.ts';
