import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import type { Connections, StoredConnection } from '../../src/application/ports/connections.ts';
import { anId, now, scope } from './fixtures.ts';

const aConnection = (given: Partial<StoredConnection> = {}): StoredConnection => ({
  ...scope,
  clientId: anId(),
  coachId: anId(),
  since: now,
  version: 1,
  ...given,
});

const elsewhere = [{ ...scope, partnerId: 'another' }, { ...scope, mode: 'live' } as const];

/** The tests that every implementation of the port passes. */
export function connectionsSuite(open: () => Connections): void {
  const found = (of: StoredConnection) => open().find(of, of.clientId, of.coachId);
  const store = async (...all: StoredConnection[]) => {
    for (const each of all) await open().insert(each);
  };

  describe('a connection', () => {
    it('finds a connection by client and coach, as it was given', async () => {
      const [one, ended] = [
        aConnection({ byBooking: true }),
        aConnection({ refusedAt: plus(now, 5), refusal: 'withdrawn' }),
      ];
      const { since: _, ...asked } = aConnection({ askedAt: now });
      for (const each of [one, ended, asked]) {
        expect(await open().insert(each)).toBe(true);
        expect(await found(each)).toEqual(each);
      }
      expect(await open().find(scope, one.coachId, one.clientId)).toBeNull();
      for (const other of elsewhere) expect(await open().find(other, one.clientId, one.coachId)).toBeNull();
    });

    it('makes one connection for two people, however many make it at once', async () => {
      const { clientId, coachId } = aConnection();
      const made = await Promise.all(
        Array.from({ length: 8 }, (_, i) => open().insert(aConnection({ clientId, coachId, since: plus(now, i) }))),
      );
      expect(made.filter(Boolean)).toHaveLength(1);
      expect(await open().allOf(scope, clientId)).toHaveLength(1);
    });

    it('ends and begins a connection again, once per version', async () => {
      const one = aConnection();
      await store(one);
      const ended = { ...one, refusedAt: plus(now, 5), refusal: 'withdrawn', version: 2 } as const;
      const again = { ...ended, since: plus(now, 9), version: 3 };
      expect(await open().replace(ended, 1)).toBe(true);
      expect(await open().replace(ended, 1)).toBe(false);
      expect(await open().allOf(scope, one.clientId)).toEqual([ended]);
      expect(await open().replace(again, 2)).toBe(true);
      expect(await open().allOf(scope, one.clientId)).toEqual([again]);
      for (const other of elsewhere) expect(await open().replace({ ...one, ...other, version: 4 }, 3)).toBe(false);
      expect(await open().replace(aConnection({ version: 2 }), 1)).toBe(false);
    });
  });

  it("lists a client's connections in every state, by coach", async () => {
    const clientId = anId();
    const [one, asked, ended] = [
      aConnection({ clientId }),
      aConnection({ clientId, askedAt: now }),
      aConnection({ clientId, refusedAt: now }),
    ];
    await store(ended, one, asked, aConnection(), ...elsewhere.map((other) => aConnection({ clientId, ...other })));
    expect(await open().allOf(scope, clientId)).toEqual([one, asked, ended]);
  });

  it("lists a coach's connections in every state, in pages by client, or among some clients", async () => {
    const coachId = anId();
    const all = [1, 2, 3, 4].map((n) =>
      aConnection({ coachId, ...(n === 2 && { refusedAt: plus(now, 1), refusal: 'declined' as const }) }),
    );
    await store(...[...all].reverse(), aConnection(), ...elsewhere.map((other) => aConnection({ coachId, ...other })));
    const query = { ...scope, coachId, limit: 3 };
    expect(await open().ofCoach(query)).toEqual(all.slice(0, 3));
    expect(await open().ofCoach({ ...query, after: all[2]!.clientId })).toEqual(all.slice(3));
    expect(await open().ofCoach({ ...query, after: all[3]!.clientId })).toEqual([]);
    const clientIds = [all[3]!, all[1]!].map(({ clientId }) => clientId).concat(anId());
    expect(await open().ofCoach({ ...query, clientIds })).toEqual([all[1], all[3]]);
    expect(await open().ofCoach({ ...query, clientIds, after: all[1]!.clientId })).toEqual([all[3]]);
    expect(await open().ofCoach({ ...query, clientIds: [] })).toEqual([]);
  });

  it('removes connections when their client is erased, refused ones too', async () => {
    const clientId = anId();
    const other = aConnection({ clientId, ...elsewhere[0] });
    await store(aConnection({ clientId }), aConnection({ clientId, refusedAt: now }), other);
    expect(await open().removeAll(scope, clientId)).toBe(2);
    expect(await open().removeAll(scope, clientId)).toBe(0);
    expect(await open().allOf(scope, clientId)).toEqual([]);
    expect(await found(other)).toEqual(other);
  });
}
