import { defineConnections } from './elements.ts';

defineConnections();
