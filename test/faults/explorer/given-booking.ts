import { expect } from 'vitest';
import { ANA } from '../../../packages/server/test/application/world.ts';
import type { Exploration } from './explore.ts';
import type { Given } from './scenarios.ts';

/** Milliseconds for one exploration: some ten thousand states in the longest. What may not hang may take its time. */
export const PATIENT = 240_000;

/** Expects that no invariant was broken, and that much was explored. */
export function expectClean({ violation, states, ends }: Exploration): void {
  expect(violation).toBeNull();
  expect(states).toBeGreaterThan(50);
  expect(ends).toBeGreaterThan(1);
}

/** Returns a booking from before, settled. */
export async function booked({ world, coachId, serviceId }: Given, start: string, more: object = {}): Promise<string> {
  const { data } = await world.useCases.createBooking(world.partner(), {
    coachId,
    serviceId,
    start,
    attendee: ANA,
    ...more,
  });
  await world.settleDown();
  return data.id;
}
