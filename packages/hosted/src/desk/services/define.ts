import { defineServices } from './elements.ts';

defineServices();
