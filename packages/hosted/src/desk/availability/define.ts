import { defineAvailability } from './elements.ts';

defineAvailability();
