import { describe, expect, it } from 'vitest';
import type { Connections, StoredConnection } from '../connections.ts';
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

/** What every implementation of the port does. */
export const connectionsSuite = (open: () => Connections): void => {
  const found = (of: StoredConnection) => open().find(of, of.clientId, of.coachId);
  const store = async (...all: StoredConnection[]) => {
    for (const each of all) await open().insert(each);
  };

  describe('a connection', () => {
    it('is found by client and coach, as it was given', async () => {
      const [one, ended] = [aConnection(), aConnection({ withdrawnAt: now + 5 })];
      for (const each of [one, ended]) {
        expect(await open().insert(each)).toBe(true);
        expect(await found(each)).toEqual(each);
      }
      expect(await open().find(scope, one.coachId, one.clientId)).toBeNull();
      for (const other of elsewhere) expect(await open().find(other, one.clientId, one.coachId)).toBeNull();
    });

    it('is one for two people, however many make it at once', async () => {
      const { clientId, coachId } = aConnection();
      const made = await Promise.all(
        Array.from({ length: 8 }, (_, i) => open().insert(aConnection({ clientId, coachId, since: now + i }))),
      );
      expect(made.filter(Boolean)).toHaveLength(1);
      expect(await open().allOf(scope, clientId)).toHaveLength(1);
    });

    it('is ended and begun again, once per version', async () => {
      const one = aConnection();
      await store(one);
      const ended = { ...one, withdrawnAt: now + 5, version: 2 };
      const again = { ...one, since: now + 9, withdrawnAt: now + 5, version: 3 };
      expect(await open().replace(ended, 1)).toBe(true);
      expect(await open().replace(ended, 1)).toBe(false);
      expect(await open().ofClient(scope, one.clientId)).toEqual([]);
      expect(await open().replace(again, 2)).toBe(true);
      expect(await open().ofClient(scope, one.clientId)).toEqual([again]);
      for (const other of elsewhere) expect(await open().replace({ ...one, ...other, version: 4 }, 3)).toBe(false);
      expect(await open().replace(aConnection({ version: 2 }), 1)).toBe(false);
    });
  });

  it("a client's connections are those that stand, the oldest first; an export has all", async () => {
    const clientId = anId();
    const [late, early] = [aConnection({ clientId, since: now + 5 }), aConnection({ clientId, since: now - 5 })];
    const ended = aConnection({ clientId, since: now, withdrawnAt: now });
    await store(late, ended, early, aConnection(), ...elsewhere.map((other) => aConnection({ clientId, ...other })));
    expect(await open().ofClient(scope, clientId)).toEqual([early, late]);
    expect(await open().allOf(scope, clientId)).toEqual([early, ended, late]);
  });

  it("a coach's connections are those that stand, in pages by client, or among some clients", async () => {
    const coachId = anId();
    const all = [1, 2, 3, 4].map(() => aConnection({ coachId }));
    const ended = aConnection({ coachId, withdrawnAt: now });
    await store(...[...all].reverse(), ended, aConnection(), ...elsewhere.map((other) => aConnection({ coachId, ...other })));
    const query = { ...scope, coachId, limit: 3 };
    expect(await open().ofCoach(query)).toEqual(all.slice(0, 3));
    expect(await open().ofCoach({ ...query, after: all[2]!.clientId })).toEqual(all.slice(3));
    expect(await open().ofCoach({ ...query, after: all[3]!.clientId })).toEqual([]);
    const clientIds = [all[3]!, ended, all[1]!].map(({ clientId }) => clientId).concat(anId());
    expect(await open().ofCoach({ ...query, clientIds })).toEqual([all[1], all[3]]);
    expect(await open().ofCoach({ ...query, clientIds, after: all[1]!.clientId })).toEqual([all[3]]);
    expect(await open().ofCoach({ ...query, clientIds: [] })).toEqual([]);
  });

  it('are gone when their client is erased, withdrawn ones too', async () => {
    const clientId = anId();
    const other = aConnection({ clientId, ...elsewhere[0] });
    await store(aConnection({ clientId }), aConnection({ clientId, withdrawnAt: now }), other);
    expect(await open().removeAll(scope, clientId)).toBe(2);
    expect(await open().removeAll(scope, clientId)).toBe(0);
    expect(await open().allOf(scope, clientId)).toEqual([]);
    expect(await found(other)).toEqual(other);
  });
};
