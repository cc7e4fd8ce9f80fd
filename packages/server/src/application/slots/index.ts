export { getDaySchedule } from './get-day-schedule.ts';
export { listSlots } from './list-slots.ts';
