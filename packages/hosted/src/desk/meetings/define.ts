import { defineMeetings } from './elements.ts';

defineMeetings();
