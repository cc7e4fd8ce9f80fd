import { defineResume } from './elements.ts';

defineResume();
