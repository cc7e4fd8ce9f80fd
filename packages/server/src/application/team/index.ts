export { listTeamSlots } from './list-team-slots.ts';
export { createTeamBooking } from './create-team-booking.ts';
export { createTeamHold } from './create-team-hold.ts';
