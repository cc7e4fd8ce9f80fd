import type { Resumed, ResumeCalls } from '../src/resume/calls.ts';

/** The booking that a link restores, with something in every field, in the shape of the server's answers. */
export const resumed: Resumed = {
  state: 'open',
  coach: { id: '665f00000000000000000001', slug: 'maria-santos', name: 'Maria Santos' },
  service: { id: '665f00000000000000000011', title: 'Personal training' },
  chosen: '2028-04-18T09:00:00Z',
  slot: { start: '2028-04-18T09:00:00Z', end: '2028-04-18T10:00:00Z' },
  alternatives: ['2028-04-19T09:00:00Z', '2028-04-18T11:00:00Z', '2028-04-17T09:00:00Z'].map((start) => ({
    start,
    end: new Date(Date.parse(start) + 3_600_000).toISOString(),
  })),
  contact: { name: 'Ana Diaz', email: 'ana@example.com' },
  timeZone: 'UTC',
  incentive: { type: 'percent', value: 20, code: 'K7M4P9XD', expiresAt: '2028-04-21T09:00:00Z' },
  expiresAt: '2028-04-21T09:00:00Z',
};

/** Returns the calls of a server with this link. */
export function resumeCallsOf(given: Partial<Resumed> = {}): ResumeCalls {
  return {
    getResume: async () => ({ ...resumed, ...given }) as Resumed,
    withdrawResume: async () => ({ id: '665f000000000000000000c1', removed: true }),
  };
}
