import type { Member, TeamCalls } from '../src/desk/team/calls.ts';

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

/** Returns the calls of the team: what is read is there, what is written is taken. */
export function teamCalls(change: Partial<TeamCalls> = {}, team: readonly Member[] = members): TeamCalls {
  return {
    listStaff: async () => team,
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
