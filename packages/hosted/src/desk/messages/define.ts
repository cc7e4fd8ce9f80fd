import { defineMessages } from './elements.ts';

defineMessages();
