import { beforeEach, describe, expect, it } from 'vitest';
import type { ConnectingBooking } from '../../domain/client/connection.ts';
import type { Connections } from '../ports/connections.ts';
import { createMemoryConnections } from '../../adapters/memory/connections.ts';
import { acceptBetween, connectThrough, declineBetween, endCalledOff, withdrawFrom } from './connect-through.ts';

const names = { partnerId: 'p', mode: 'test', clientId: 'ana', coachId: 'coach' } as const;
const attendee = { kind: 'client', id: 'ana' } as const;
const confirmed = (at: number): ConnectingBooking => ({
  createdAt: at,
  status: 'confirmed',
  attendee,
  history: [{ at, by: 'attendee', to: 'confirmed' }],
});
const pending: ConnectingBooking = {
  createdAt: 5,
  status: 'pending',
  attendee,
  history: [{ at: 5, by: 'attendee', to: 'pending' }],
};
const scheduled: ConnectingBooking = {
  createdAt: 6,
  status: 'scheduled',
  attendee,
  history: [{ at: 6, by: 'coach', to: 'scheduled' }],
};

describe('a connection', () => {
  let connections: Connections;
  beforeEach(() => (connections = createMemoryConnections()));
  const stored = () => connections.allOf(names, 'ana');

  it('comes with a booking that is agreed, ends when it is withdrawn, is asked by a later one and comes again with a yes', async () => {
    expect(await connectThrough(connections, names, pending)).toBe(false);
    expect(await connectThrough(connections, names, confirmed(10))).toBe(true);
    expect(await withdrawFrom(connections, names, 20)).toBe(true);
    expect(await withdrawFrom(connections, names, 21)).toBe(false);
    expect(await connectThrough(connections, names, confirmed(10))).toBe(false);
    expect(await connectThrough(connections, names, confirmed(30))).toBe(false);
    expect(await stored()).toEqual([
      { ...names, since: 10, refusedAt: 20, refusal: 'withdrawn', askedAt: 30, version: 3 },
    ]);
    await acceptBetween(connections, names, 40);
    expect(await stored()).toEqual([{ ...names, since: 40, refusedAt: 20, refusal: 'withdrawn', version: 4 }]);
  });

  it('of bookings that are agreed at the same moment is one, since the first of them', async () => {
    const all = await Promise.all([40, 10, 30].map((at) => connectThrough(connections, names, confirmed(at))));
    expect(all).toEqual([true, true, true]);
    expect(await stored()).toMatchObject([{ since: 10 }]);
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
    expect(await stored()).toMatchObject([{ refusal: 'withdrawn' }]);
  });

  it('that cannot be withdrawn, because there is none, stays as it is', async () => {
    expect(await withdrawFrom(connections, names, 20)).toBe(false);
    expect(await stored()).toEqual([]);
  });

  it('is declined also where nothing was stored, and where all was called off before', async () => {
    await declineBetween(connections, names, { askedAt: 5, now: 20 });
    expect(await stored()).toEqual([{ ...names, askedAt: 5, refusedAt: 20, refusal: 'declined', version: 1 }]);
    const other = { ...names, coachId: 'other' };
    await connectThrough(connections, other, confirmed(10));
    await endCalledOff(connections, other, async () => []);
    await declineBetween(connections, other, { askedAt: 5, now: 20 });
    expect((await connections.find(other, 'ana', 'other'))?.refusal).toBe('declined');
  });

  it('ends with what it rested on, and reads the bookings only where something can end', async () => {
    const never = () => Promise.reject(new Error('read'));
    await endCalledOff(connections, names, never);
    await connectThrough(connections, names, scheduled);
    await endCalledOff(connections, names, async () => [scheduled]);
    expect(await stored()).toMatchObject([{ askedAt: 6 }]);
    await acceptBetween(connections, names, 20);
    await endCalledOff(connections, names, never);
    expect(await stored()).toMatchObject([{ since: 20 }]);
  });
});
