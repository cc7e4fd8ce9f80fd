import { describe, expect, it } from 'vitest';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import { EXPECTED_OF_CONNECTIONS } from '../../../test/application/expected-connection-rights.ts';
import { asCoach, asStaff, givenClient } from '../../../test/application/given-client.ts';
import { givenPair, WAYS, type Pair } from '../../../test/application/ways-to-connect.ts';
import { createWorld, givenCoach } from '../../../test/application/world.ts';

interface Asked extends Pair {
  readonly context: Context;
  /** The coach in the path. */
  readonly of: string;
  /** The guest of the client's address, as the store has them. */
  readonly lead: string;
}
type Ask = (asked: Asked) => Promise<string>;

const START = '2026-04-16T09:00:00Z';
const RANGE = { from: '2026-04-14', to: '2026-04-16' };
/**
 * The letters of refusals. None reveals that the client exists, except the one for a coach who has bookings of the
 * client.
 */
const REFUSED: Readonly<Record<string, string>> = { PROFILE_NOT_SHARED: 'n', NOT_ALLOWED_NOW: 'x' };
const NOTHING = ['CLIENT_NOT_FOUND', 'LEAD_NOT_FOUND', 'BOOKING_NOT_FOUND', 'CONNECTION_NOT_FOUND', 'FORBIDDEN'];
const STATES = { asked: 'a', accepted: 's', declined: 'd', withdrawn: 'w' } as const;

const kindOf = (attendee?: { readonly kind: string }): string => (attendee ? attendee.kind[0]! : '-');
const knownAs = (lead?: { readonly clientId?: string }): string =>
  !lead ? '-' : lead.clientId === undefined ? 'l' : 'c';
const seen = (asked: Promise<unknown>): Promise<string> => asked.then(() => 's');

/** The operations of the coach’s side about a client. */
const OF_THE_COACH = {
  getClient: ({ world, context, of, client }) =>
    seen(world.useCases.getClient(context, { coach: of, client: client.id })),
  listClientWorkoutLogs: ({ world, context, of, client }) =>
    seen(world.useCases.listClientWorkoutLogs(context, { coach: of, client: client.id })),
  listClientDietLogs: ({ world, context, of, client }) =>
    seen(world.useCases.listClientDietLogs(context, { coach: of, client: client.id })),
  listClientProgress: ({ world, context, of, client }) =>
    seen(world.useCases.listClientProgress(context, { coach: of, client: client.id })),
  listClients: async ({ world, context, of, client }) => {
    const found = (await world.useCases.listClients(context, { coach: of })).data.find(({ id }) => id === client.id);
    return !found ? '-' : found.sharesProfile ? 's' : 'n';
  },
  listLeads: async ({ world, context, of, lead }) =>
    knownAs((await world.useCases.listLeads(context, { coach: of })).data.find(({ id }) => id === lead)),
  getLead: async ({ world, context, of, lead: id }) =>
    knownAs((await world.useCases.getLead(context, { coach: of, id })).data),
  updateLead: async ({ world, context, of, lead: id }) =>
    knownAs((await world.useCases.updateLead(context, { coach: of, id, notes: 'Called.' })).data),
  getBooking: async ({ world, context, booking: id }) =>
    kindOf((await world.useCases.getBooking(context, { id })).data.attendee),
  updateBooking: async ({ world, context, booking: id }) =>
    kindOf((await world.useCases.updateBooking(context, { id, notes: 'Changed.' })).data.attendee),
  listCoachBookings: async ({ world, context, of, booking }) =>
    kindOf(
      (await world.useCases.listCoachBookings(context, { coach: of })).data.find(({ id }) => id === booking)?.attendee,
    ),
  getCalendar: async ({ world, context, of, booking }) =>
    kindOf(
      (await world.useCases.getCalendar(context, { coach: of, ...RANGE })).data.bookings.find(
        ({ id }) => id === booking,
      )?.attendee,
    ),
} satisfies Record<string, Ask>;

const bookFor = async ({ world, context, coach }: Asked, whom: object): Promise<string> => {
  const input = { coachId: coach.coachId, serviceId: coach.serviceId!, start: START, ...whom };
  return kindOf((await world.useCases.createBooking(context, input)).data.attendee);
};
/** The ids by which the coach side may book, of the account and of the lead. */
const NAMED = {
  'createBooking clientId': (asked) => bookFor(asked, { clientId: asked.client.id }),
  'createBooking leadId': (asked) => bookFor(asked, { leadId: asked.lead }),
} satisfies Record<string, Ask>;

/** The operations of the client. */
const OF_THE_CLIENT = {
  listMyBookings: async ({ world, context, booking }) =>
    kindOf((await world.useCases.listMyBookings(context, {})).data.find(({ id }) => id === booking)?.attendee),
  getBooking: OF_THE_COACH.getBooking,
  updateBooking: OF_THE_COACH.updateBooking,
  listMyConnections: async ({ world, context, coach }) => {
    const found = (await world.useCases.listMyConnections(context, {})).data.find(
      ({ coachId }) => coachId === coach.coachId,
    );
    return found ? STATES[found.state] : '-';
  },
  acceptConnection: ({ world, context, coach }) =>
    seen(world.useCases.acceptConnection(context, { id: coach.coachId })),
  declineConnection: ({ world, context, coach }) =>
    seen(world.useCases.declineConnection(context, { id: coach.coachId })),
  withdrawConnection: ({ world, context, coach }) =>
    seen(world.useCases.withdrawConnection(context, { id: coach.coachId })),
} satisfies Record<string, Ask>;

/** In the order of the table's columns. */
const GROUPS = [OF_THE_COACH, NAMED, NAMED, OF_THE_CLIENT] as const;
type CallerOf = (pair: Pair) => Promise<Context> | Context;
interface CallerCase {
  readonly group: 0 | 1 | 2 | 3;
  readonly as: CallerOf;
  /** The path names the caller's own coach. */
  readonly of?: 'me';
  readonly unrelated?: true;
}
const theOther = ({ world }: Pair) => givenCoach(world, { name: 'Coach B' });
const admin = ({ world }: Pair) => world.person({ userId: 'd'.repeat(24), role: 'admin' });
const CALLERS: readonly (readonly [string, CallerCase])[] = [
  ['the coach', { group: 0, as: ({ world, coach }) => asCoach(world, coach), of: 'me' }],
  ['their staff', { group: 0, as: ({ world, coach }) => asStaff(world, coach) }],
  ['an admin', { group: 0, as: admin }],
  ['the partner’s server', { group: 0, as: ({ world }) => world.partner() }],
  ['the coach who books', { group: 1, as: ({ world, coach }) => asCoach(world, coach) }],
  ['their staff who book', { group: 1, as: ({ world, coach }) => asStaff(world, coach) }],
  ['an admin who books', { group: 2, as: admin }],
  ['the partner’s server that books', { group: 2, as: ({ world }) => world.partner() }],
  ['the client', { group: 3, as: ({ client }) => client.me() }],
  [
    'another coach',
    { group: 0, as: async (pair) => asCoach(pair.world, await theOther(pair)), of: 'me', unrelated: true },
  ],
  [
    'another coach, by the path',
    { group: 1, as: async (pair) => asCoach(pair.world, await theOther(pair)), unrelated: true },
  ],
  [
    'another coach’s staff',
    { group: 0, as: async (pair) => asStaff(pair.world, await theOther(pair)), of: 'me', unrelated: true },
  ],
  [
    'another client',
    {
      group: 3,
      as: async ({ world }) => (await givenClient(world, { email: 'bo@example.com' })).me(),
      unrelated: true,
    },
  ],
];

const outcomeOf = async (asked: Promise<string>): Promise<string> =>
  asked.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    return REFUSED[error.code] ?? (NOTHING.includes(error.code) ? '-' : error.code);
  });

const expected = new Map(
  EXPECTED_OF_CONNECTIONS.trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .map(([way, ...groups]) => [way!, groups.map((letters) => letters.split(' '))] as const),
);

describe('S1 the rights to a client’s data, by the way of their connection', () => {
  it('has an expected row for every way', () => {
    expect([...expected.keys()]).toEqual(Object.keys(WAYS));
  });

  const cases = Object.keys(WAYS).flatMap((way) => CALLERS.map(([name, caller]) => [way, name, caller] as const));
  it.each(cases)('grants by %s: %s', async (way, _, { group, as, of, unrelated: stranger }) => {
    const pair = await givenPair(createWorld(), way);
    const context = { ...(await as(pair)), now: pair.world.deps.realNow(), dryRun: true };
    const lead = [...pair.world.state.leads.values()][0]?.id ?? 'e'.repeat(24);
    const asked = { ...pair, context, of: of ?? pair.coach.coachId, lead };
    const operations = Object.entries<Ask>(GROUPS[group]);
    const outcomes: [string, string][] = [];
    for (const [operation, ask] of operations) outcomes.push([operation, await outcomeOf(ask(asked))]);
    const letters = expected.get(way)?.[group] ?? [];
    expect(Object.fromEntries(outcomes)).toEqual(
      Object.fromEntries(operations.map(([operation], n) => [operation, stranger ? '-' : letters[n]])),
    );
  });
});
