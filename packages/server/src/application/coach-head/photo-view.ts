import type { components } from '@coach-booking/contract/types';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { Core } from '../ports/core.ts';

/** Returns where the photo of a coach is; null without one. */
export function photoView(
  { publicUrl }: Pick<Core, 'publicUrl'>,
  { id, photo }: Pick<CoachHead, 'id' | 'photo'>,
): components['schemas']['CoachPhoto'] | null {
  if (!photo) return null;
  const base = `${publicUrl()}/photos/${id}/${photo.id}`;
  return { url: `${base}-512.webp`, small: `${base}-128.webp` };
}
