import { MeData } from './data-part.ts';
import { MeMeals } from './logs/meals-part.ts';
import { MeProgress } from './logs/progress-part.ts';
import { MeWorkouts } from './logs/workouts-part.ts';
import { MeMove } from './move-part.ts';
import { MeProfile } from './profile-part.ts';
import { MeReads } from './reads-part.ts';
import { MeRegister } from './register-part.ts';
import { MeSessions } from './sessions-part.ts';

/** The elements of the pages of a client, by tag. */
export const meElements = {
  'coach-me-data': MeData,
  'coach-me-meals': MeMeals,
  'coach-me-move': MeMove,
  'coach-me-profile': MeProfile,
  'coach-me-progress': MeProgress,
  'coach-me-reads': MeReads,
  'coach-me-register': MeRegister,
  'coach-me-sessions': MeSessions,
  'coach-me-workouts': MeWorkouts,
} as const;
