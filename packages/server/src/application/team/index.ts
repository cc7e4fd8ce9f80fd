export { listTeamSlots } from './list-team-slots.ts';
