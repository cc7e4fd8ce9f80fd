import type { FlowCore } from './core.ts';
import type { CalendarFlowIntents, FoundPerson } from './state.ts';

/** How many are read of each kind: who is not among them is found by more letters. */
const LIMIT = 6;

type Known = Omit<FoundPerson, 'kind'>;

function personOf(kind: FoundPerson['kind'], { id, name, email, phone }: Known): FoundPerson {
  return { kind, id, name, ...(email && { email }), ...(phone && { phone }) };
}

/**
 * The intent that looks for who has booked before. What it finds is not kept in the state, and another search ends the
 * one that is still under way.
 */
export function peopleIntents({ client, coach }: FlowCore): Pick<CalendarFlowIntents, 'findPeople'> {
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
        // Who has an account now is there as a client.
        const others = (leads?.items ?? []).filter(({ clientId }) => !found.some(({ id }) => id === clientId));
        return [...found.map((one) => personOf('client', one)), ...others.map((one) => personOf('lead', one))];
      } catch {
        return null;
      }
    },
  };
}
