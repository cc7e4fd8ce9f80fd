import { beforeEach, describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import type { ConnectingBooking } from '../../domain/client/connection.ts';
import type { Connections } from '../ports/connections.ts';
import { createMemoryConnections } from '../../adapters/memory/connections.ts';
import { acceptBetween, connectThrough, declineBetween, endCalledOff, withdrawFrom } from './connect-through.ts';

const names = { partnerId: 'p', mode: 'test', clientId: 'ana', coachId: 'coach' } as const;
const attendee = { kind: 'client', id: 'ana' } as const;
const confirmed = (at: number): ConnectingBooking => ({
  createdAt: instant(at),
  status: 'confirmed',
  attendee,
  history: [{ at: instant(at), by: 'attendee', to: 'confirmed' }],
});
const pending: ConnectingBooking = {
  createdAt: instant(5),
  status: 'pending',
  attendee,
  history: [{ at: instant(5), by: 'attendee', to: 'pending' }],
};
const scheduled: ConnectingBooking = {
  createdAt: instant(6),
  status: 'scheduled',
  attendee,
  history: [{ at: instant(6), by: 'coach', to: 'scheduled' }],
};

describe('a connection', () => {
  let connections: Connections;
  beforeEach(() => (connections = createMemoryConnections()));
  const stored = () => connections.allOf(names, 'ana');

  it('comes with a booking that is agreed, ends when it is withdrawn, is asked by a later one and comes again with a yes', async () => {
    expect(await connectThrough(connections, names, pending)).toBe(false);
    expect(await connectThrough(connections, names, confirmed(10))).toBe(true);
    expect(await withdrawFrom(connections, names, instant(20))).toBe(true);
    expect(await withdrawFrom(connections, names, instant(21))).toBe(false);
    expect(await connectThrough(connections, names, confirmed(10))).toBe(false);
    expect(await connectThrough(connections, names, confirmed(30))).toBe(false);
    expect(await stored()).toEqual([
      { ...names, since: instant(10), refusedAt: instant(20), refusal: 'withdrawn', askedAt: instant(30), version: 3 },
    ]);
    await acceptBetween(connections, names, instant(40));
    expect(await stored()).toEqual([
      { ...names, since: instant(40), refusedAt: instant(20), refusal: 'withdrawn', version: 4 },
    ]);
  });

  it('connects once by bookings that are agreed at the same moment, since the first of them', async () => {
    const all = await Promise.all([40, 10, 30].map((at) => connectThrough(connections, names, confirmed(at))));
    expect(all).toEqual([true, true, true]);
    expect(await stored()).toMatchObject([{ since: instant(10) }]);
  });

  it('decides a connection anew when another process wrote in between', async () => {
    await connectThrough(connections, names, confirmed(10));
    let isFirst = true;
    const slow: Connections = {
      ...connections,
      async replace(connection, version) {
        if (isFirst) await withdrawFrom(connections, names, instant(20));
        isFirst = false;
        return connections.replace(connection, version);
      },
    };
    expect(await connectThrough(slow, names, confirmed(5))).toBe(false);
    expect(await stored()).toMatchObject([{ refusal: 'withdrawn' }]);
  });

  it('keeps a connection that cannot be withdrawn, because there is none', async () => {
    expect(await withdrawFrom(connections, names, instant(20))).toBe(false);
    expect(await stored()).toEqual([]);
  });

  it('declines a connection also where nothing was stored, and where all was called off before', async () => {
    await declineBetween(connections, names, { askedAt: instant(5), now: instant(20) });
    expect(await stored()).toEqual([
      { ...names, askedAt: instant(5), refusedAt: instant(20), refusal: 'declined', version: 1 },
    ]);
    const other = { ...names, coachId: 'other' };
    await connectThrough(connections, other, confirmed(10));
    await endCalledOff(connections, other, async () => []);
    await declineBetween(connections, other, { askedAt: instant(5), now: instant(20) });
    expect((await connections.find(other, 'ana', 'other'))?.refusal).toBe('declined');
  });

  it('ends with what it rested on, and reads the bookings only where something can end', async () => {
    const never = () => Promise.reject(new Error('read'));
    await endCalledOff(connections, names, never);
    await connectThrough(connections, names, scheduled);
    await endCalledOff(connections, names, async () => [scheduled]);
    expect(await stored()).toMatchObject([{ askedAt: instant(6) }]);
    await acceptBetween(connections, names, instant(20));
    await endCalledOff(connections, names, never);
    expect(await stored()).toMatchObject([{ since: instant(20) }]);
  });
});
