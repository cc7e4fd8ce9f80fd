import type { Connections, CoachConnections, StoredConnection } from '../ports/connections.ts';

const BATCH_SIZE = 1000;

/** Returns all current connections of a coach, read a thousand at a time. */
export async function allConnections(
  connections: Connections,
  query: Omit<CoachConnections, 'after' | 'limit'>,
): Promise<readonly StoredConnection[]> {
  const all: StoredConnection[] = [];
  for (;;) {
    const after = all.at(-1)?.clientId;
    const next = await connections.ofCoach({ ...query, ...(after !== undefined && { after }), limit: BATCH_SIZE });
    all.push(...next);
    if (next.length < BATCH_SIZE) return all;
  }
}
