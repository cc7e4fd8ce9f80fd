import { defineToday } from './elements.ts';

defineToday();
