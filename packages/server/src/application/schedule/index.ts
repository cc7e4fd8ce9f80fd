export { addTimeOff } from './add-time-off.ts';
export { getSchedule } from './get-schedule.ts';
export { listTimeOff } from './list-time-off.ts';
export { removeDateOverride } from './remove-date-override.ts';
export { removeTimeOff } from './remove-time-off.ts';
export { setDateOverride } from './set-date-override.ts';
export { patchSchedule, updateSchedule } from './update-schedule.ts';
