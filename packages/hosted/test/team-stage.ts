import type { Member, TeamCalls, Week } from '../src/desk/team/calls.ts';

export const members: readonly Member[] = [
  {
    id: '665f00000000000000000041',
    name: 'Jane Smith',
    email: 'jane@fit.example',
    phone: '+12125550123',
    active: true,
  },
  { id: '665f00000000000000000042', name: 'Omar Haddad', active: false },
];

const session = (staffId: string | undefined, serviceTitle: string, status = 'confirmed') =>
  ({ ...(staffId && { staffId }), serviceTitle, status }) as Week['days'][number]['bookings'][number];

/** A week: three sessions of one member and one of the coach; one of the other member was cancelled. */
export const week = {
  days: [
    { bookings: [session(members[0]!.id, 'First call'), session(undefined, 'First call')] },
    { bookings: [session(members[0]!.id, 'Strength session'), session(members[1]!.id, 'First call', 'cancelled')] },
    { bookings: [session(members[0]!.id, 'Strength session', 'completed')] },
  ],
} as unknown as Week;

/** Returns the calls of the team: what is read is there, what is written is taken. */
export function teamCalls(change: Partial<TeamCalls> = {}, team: readonly Member[] = members): TeamCalls {
  return {
    listStaff: async () => team,
    getCalendarWeek: async () => week,
    createStaff: async ({ coach: _, ...fields }: { coach: string }) => ({ id: '665f00000000000000000049', ...fields }),
    updateStaff: async ({ coach: _, id, ...fields }: { coach: string; id: string }) => ({
      ...team.find((member) => member.id === id),
      ...fields,
    }),
    deleteStaff: async ({ id }: { id: string }) => ({ id, removed: true }),
    getCoach: async () => ({ id: '665f00000000000000000001' }),
    createUser: async () => ({}),
    ...change,
  } as unknown as TeamCalls;
}
