import { defineTeam } from './elements.ts';

defineTeam();
