import type { CoachHead } from '../../domain/coach/coach.ts';
import type { Core } from '../ports/core.ts';

/** Returns a number as it is stored; without a country code it is of the coach's country. */
export function readPhone(
  { phones }: Pick<Core, 'phones'>,
  { schedule }: CoachHead,
  typed: string | undefined,
): string | undefined {
  return typed === undefined ? undefined : phones.normalise(typed, schedule.timeZone);
}
