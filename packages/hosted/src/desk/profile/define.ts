import { defineProfile } from './elements.ts';

defineProfile();
