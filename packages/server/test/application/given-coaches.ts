import type { InputOf } from '../../src/application/kernel/contract.ts';
import { everyDay, givenCoach, type World } from './world.ts';

/** The day of the bookings: tomorrow. */
export const DAY = '2026-04-14';
/** Returns an instant of a date, in UTC. */
export const at = (time: string, date = DAY): string => `${date}T${time}:00Z`;

type CoachInput = Partial<InputOf<'createCoach'>>;

/** Creates coaches named A, B, C …, who work from nine to twelve, UTC, on the hour, and offer the same hour. */
export async function givenCoaches(world: World, overrides: readonly CoachInput[]) {
  const coaches: Awaited<ReturnType<typeof givenCoach>>[] = [];
  for (const [index, more] of overrides.entries()) {
    const name = `Coach ${String.fromCharCode(65 + index)}`;
    const schedule = { workingHours: everyDay('09:00', '12:00'), slotInterval: 60, minimumNotice: 0 };
    coaches.push(await givenCoach(world, { name, schedule, ...more }));
  }
  return coaches;
}
