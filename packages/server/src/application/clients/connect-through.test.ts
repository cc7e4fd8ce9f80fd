import { beforeEach, describe, expect, it } from 'vitest';
import type { ConnectingBooking } from '../../domain/client/connection.ts';
import type { Connections } from '../ports/connections.ts';
import { createMemoryConnections } from '../ports/connections.memory.ts';
import { connectThrough, withdrawFrom } from './connect-through.ts';

const names = { partnerId: 'p', mode: 'test', clientId: 'ana', coachId: 'coach' } as const;
const confirmed = (at: number): ConnectingBooking => ({ createdAt: at, history: [{ at, by: 'attendee', to: 'confirmed' }] });
const pending: ConnectingBooking = { createdAt: 5, history: [{ at: 5, by: 'attendee', to: 'pending' }] };

describe('a connection', () => {
  let connections: Connections;
  beforeEach(() => (connections = createMemoryConnections()));

  it('comes with a booking that is agreed, ends when it is withdrawn and comes again with a later one', async () => {
    expect(await connectThrough(connections, names, pending)).toBe(false);
    expect(await connectThrough(connections, names, confirmed(10))).toBe(true);
    expect(await withdrawFrom(connections, names, 20)).toBe(true);
    expect(await withdrawFrom(connections, names, 21)).toBe(false);
    expect(await connectThrough(connections, names, confirmed(10))).toBe(false);
    expect(await connectThrough(connections, names, confirmed(30))).toBe(true);
    expect(await connections.allOf(names, 'ana')).toEqual([{ ...names, since: 30, withdrawnAt: 20, version: 3 }]);
  });

  it('of bookings that are agreed at the same moment is one, since the first of them', async () => {
    const all = await Promise.all([40, 10, 30].map((at) => connectThrough(connections, names, confirmed(at))));
    expect(all).toEqual([true, true, true]);
    expect(await connections.allOf(names, 'ana')).toMatchObject([{ since: 10 }]);
  });

  it('is decided anew when somebody else wrote in between', async () => {
    await connectThrough(connections, names, confirmed(10));
    let isFirst = true;
    const slow: Connections = {
      ...connections,
      async replace(connection, version) {
        if (isFirst) await withdrawFrom(connections, names, 20);
        isFirst = false;
        return connections.replace(connection, version);
      },
    };
    expect(await connectThrough(slow, names, confirmed(5))).toBe(false);
    expect(await connections.ofClient(names, 'ana')).toEqual([]);
  });

  it('that cannot be withdrawn, because there is none, stays as it is', async () => {
    expect(await withdrawFrom(connections, names, 20)).toBe(false);
    expect(await connections.allOf(names, 'ana')).toEqual([]);
  });
});
