import type { CallOptions, InputOf, OutputOf, Transport } from '@coach-booking/sdk';

/** Operations of the contract, written out: its table is in the first file, which these would make longer. */
export const TEAM_OPERATIONS = {
  listTeamSlots: { method: 'GET', path: '/v1/team/slots' },
  listCoaches: { method: 'GET', path: '/v1/coaches' },
  createTeamHold: { method: 'POST', path: '/v1/team/holds', query: ['dryRun'], creates: true },
  createTeamBooking: { method: 'POST', path: '/v1/team/bookings', query: ['dryRun'], creates: true },
} as const;

/** The free slots of several coaches, and with the first answer who they are. */
export type TeamSlots = OutputOf<'listTeamSlots'>;

/** The calls for several coaches. */
export type TeamCalls = {
  readonly [Name in keyof typeof TEAM_OPERATIONS]: (
    input: InputOf<Name>,
    call?: CallOptions,
  ) => Promise<OutputOf<Name>>;
};

/** Returns the calls for several coaches, on a transport. */
export function teamCalls(transport: Transport): TeamCalls {
  const calls = Object.entries(TEAM_OPERATIONS).map(([name, operation]) => [
    name,
    async (input: object, call?: CallOptions) => (await transport.request(operation, input, call)).data,
  ]);
  return Object.fromEntries(calls) as TeamCalls;
}
