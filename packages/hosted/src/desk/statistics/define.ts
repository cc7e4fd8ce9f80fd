import { defineStatistics } from './elements.ts';

defineStatistics();
