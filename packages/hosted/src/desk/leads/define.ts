import { defineLeads } from './elements.ts';

defineLeads();
