import { defineClients } from './elements.ts';

defineClients();
