import type { components } from '@coach-booking/contract/types';
import type { CoachHead } from '../../domain/coach/coach.ts';

export function coachName({ id, slug, name }: CoachHead): components['schemas']['CoachName'] {
  return { id, slug, name };
}
