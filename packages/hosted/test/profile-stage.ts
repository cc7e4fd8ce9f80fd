import type { Coach } from '@coach-booking/sdk';
import type { ProfileCalls } from '../src/desk/profile/calls.ts';
import { coach } from './admin-stage.ts';

/** A picture of its own, since the stage has no server. */
const face =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#0f766e"/><circle cx="5" cy="4" r="2" fill="#f5e6d3"/><path d="M1 10c0-3 2-4 4-4s4 1 4 4" fill="#f5e6d3"/></svg>',
  );

export const photo = { url: face, small: face };

export const profiled: Coach = {
  ...coach,
  photo,
  bio: 'Ten years of strength training.\nBarbells, and patience.',
  strengths: ['Powerlifting'],
  specialties: ['Strength', 'Mobility after injuries'],
  certifications: ['NASM-CPT', 'CSCS'],
  experience: 10,
  capacity: { total: 10, booked: 3, available: 7 },
};

/** Returns the calls of the profile: what is read is there, what is written is taken. */
export function profileCalls(change: Partial<ProfileCalls> = {}, shown: Coach = profiled): ProfileCalls {
  return {
    getCoach: async () => shown,
    updateCoach: async ({ coach: _coach, ...fields }: { coach: string; capacity?: number | null }) => {
      const { capacity = shown.capacity.total, ...rest } = fields;
      return { ...shown, ...rest, capacity: { ...shown.capacity, total: capacity } };
    },
    setCoachPhoto: async () => photo,
    removeCoachPhoto: async () => ({ id: shown.id, removed: true }),
    ...change,
  } as unknown as ProfileCalls;
}
