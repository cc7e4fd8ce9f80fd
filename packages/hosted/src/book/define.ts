import { defineBookClient } from './elements.ts';

defineBookClient();
