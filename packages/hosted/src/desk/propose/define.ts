import { definePropose } from './elements.ts';

definePropose();
