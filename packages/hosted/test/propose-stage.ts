import type { ProposeCalls, ProposedTo } from '../src/desk/propose/calls.ts';
import { services } from './service-stage.ts';
import { bestTimes } from './suggestion-stage.ts';

/** Two leads, of whom one is known to be in Berlin. */
export const proposedTo: readonly ProposedTo[] = [
  { id: '665f00000000000000000051', name: 'Ana Diaz', timeZone: 'Europe/Berlin' },
  { id: '665f00000000000000000052', name: 'Bo Lindqvist' },
];

/** Returns the calls of Leads › Propose times. */
export function proposeCalls(change: Partial<ProposeCalls> = {}): ProposeCalls {
  return {
    getCoach: async () => ({ slug: 'coach-a', name: 'Coach A', timeZone: 'America/New_York', services }),
    listLeads: async () => ({ items: proposedTo, nextCursor: null }),
    recommendSlots: async () => bestTimes,
    ...change,
  } as unknown as ProposeCalls;
}
