import { defineCoachCalendar } from './register.ts';

defineCoachCalendar();
