export { addDietLog, addProgress, addWorkoutLog } from './add-log.ts';
export { deleteDietLog, deleteProgress, deleteWorkoutLog } from './delete-log.ts';
export { listClientDietLogs, listClientProgress, listClientWorkoutLogs } from './list-client-logs.ts';
export { listMyDietLogs, listMyProgress, listMyWorkoutLogs } from './list-my-logs.ts';
export { updateDietLog, updateProgress, updateWorkoutLog } from './update-log.ts';
