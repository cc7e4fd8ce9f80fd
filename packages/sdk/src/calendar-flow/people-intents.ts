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
 * Returns the intent that searches the people who have booked before. Its results are not stored in the state, and
 * another search aborts the one under way.
 */
export function peopleIntents(client: CalendarActCalls, { coach }: FlowCore): Pick<CalendarFlowIntents, 'findPeople'> {
  let searching: AbortController | undefined;
  return {
    async findPeople(part) {
      searching?.abort();
      const q = part.trim();
      if (!q) return [];
      const { signal } = (searching = new AbortController());
      const input = { coach, q, limit: LIMIT };
      try {
        const [clients, leads] = await Promise.all([
          client.listClients?.(input, { signal }),
          client.listLeads?.(input, { signal }),
        ]);
        const found = clients?.items ?? [];
        // A lead with an account by now is among the clients.
        const others = (leads?.items ?? []).filter(({ clientId }) => !found.some(({ id }) => id === clientId));
        return [...found.map((one) => personOf('client', one)), ...others.map((one) => personOf('lead', one))];
      } catch {
        return null;
      }
    },
  };
}
