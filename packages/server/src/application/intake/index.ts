export { getIntake } from './get-intake.ts';
