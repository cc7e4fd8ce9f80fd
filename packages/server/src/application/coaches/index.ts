export { createCoach } from './create-coach.ts';
export { getCoach } from './get-coach.ts';
export { listCoaches } from './list-coaches.ts';
export { removeCoachPhoto, setCoachPhoto } from './coach-photo.ts';
export { updateCoach } from './update-coach.ts';
