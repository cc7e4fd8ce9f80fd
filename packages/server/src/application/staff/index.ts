export { createStaff } from './create-staff.ts';
export { deleteStaff } from './delete-staff.ts';
export { listStaff } from './list-staff.ts';
export { updateStaff } from './update-staff.ts';
