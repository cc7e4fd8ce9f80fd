import type { FlowCore } from './core.ts';
import type { CalendarActCalls } from './options.ts';
import type { CalendarFlowIntents, FoundPerson } from './state.ts';

/** The most people of each kind that are read: others are found by more letters. */
const LIMIT = 6;

type Known = Omit<FoundPerson, 'kind'>;

function personOf(kind: FoundPerson['kind'], { id, name, email, phone }: Known): FoundPerson {
  return { kind, id, name, ...(email && { email }), ...(phone && { phone }) };
}

/**
 * Returns the intents that search the people who have booked before, and their bookings. The results are not stored in
 * the state, and another search aborts the one under way.
 */
export function peopleIntents(
  client: CalendarActCalls,
  { coach }: FlowCore,
): Pick<CalendarFlowIntents, 'findPeople' | 'findBookings'> {
  let searching: AbortController | undefined;

  async function search<Found>(
    part: string,
    read: (q: string, signal: AbortSignal) => Promise<readonly Found[]>,
  ): Promise<readonly Found[] | null> {
    searching?.abort();
    const q = part.trim();
    if (!q) return [];
    const { signal } = (searching = new AbortController());
    try {
      return await read(q, signal);
    } catch {
      return null;
    }
  }

  async function people(q: string, signal: AbortSignal): Promise<FoundPerson[]> {
    const input = { coach, q, limit: LIMIT };
    const [clients, leads] = await Promise.all([
      client.listClients?.(input, { signal }),
      client.listLeads?.(input, { signal }),
    ]);
    const found = clients?.items ?? [];
    // A lead with an account by now is among the clients.
    const others = (leads?.items ?? []).filter(({ clientId }) => !found.some(({ id }) => id === clientId));
    return [...found.map((one) => personOf('client', one)), ...others.map((one) => personOf('lead', one))];
  }

  return {
    findPeople: (part) => search(part, people),
    findBookings: (part) =>
      search(part, async (q, signal) => {
        const page = await client.listCoachBookings?.({ coach, q, order: 'desc', limit: LIMIT * 2 }, { signal });
        return page?.items ?? [];
      }),
  };
}
