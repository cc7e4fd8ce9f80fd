export { getResume } from './get-resume.ts';
export { withdrawResume } from './withdraw-resume.ts';
