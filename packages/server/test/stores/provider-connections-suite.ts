import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { ProviderConnection } from '../../src/domain/provider-connection/provider-connection.ts';
import type { Integration, Integrations, ServerToken, ServerTokens } from '../../src/application/ports/integrations.ts';
import type {
  ConnectionAttempt,
  ConnectionAttempts,
  ProviderConnections,
} from '../../src/application/ports/provider-connections.ts';
import { anId, now } from './fixtures.ts';

/** A connection with something in every field. */
export function aConnection(given: Partial<ProviderConnection> = {}): ProviderConnection {
  return {
    id: anId(),
    partnerId: anId(),
    mode: 'live',
    provider: 'google',
    coachId: anId(),
    account: 'ana@mail.example',
    subjectKey: 'subject-1',
    clientId: 'client-1',
    scopes: ['openid', 'calendar.events.freebusy'],
    state: 'ok',
    accessToken: 'access-1',
    refreshToken: 'refresh-1',
    expiresAt: plus(now, MINUTE),
    refreshingUntil: now,
    grant: 2,
    failure: { code: 'TIMEOUT', at: now },
    task: 'tell',
    madeBy: { userId: anId() },
    version: 1,
    createdAt: now,
    connectedAt: plus(now, 5),
    ...given,
  };
}

/** An attempt with something in every field. */
export function anAttempt(given: Partial<ConnectionAttempt> = {}): ConnectionAttempt {
  return {
    id: anId(),
    partnerId: anId(),
    mode: 'live',
    coachId: anId(),
    provider: 'zoom',
    userId: anId(),
    sessionId: anId(),
    verifier: 'verifier-1',
    clientId: 'client-1',
    redirectUri: 'https://book.example/oauth/zoom/callback',
    returnTo: 'https://book.example/desk/settings/connections',
    // Of real time: the store removes one that ran out by itself.
    expiresAt: plus(now, 100_000 * MINUTE * 60),
    ...given,
  };
}

/** An integration with something in every field. */
export function anIntegration(given: Partial<Integration> = {}): Integration {
  return {
    partnerId: anId(),
    mode: 'live',
    provider: 'zoom',
    clientId: 'client-1',
    clientSecret: 'secret-1',
    accountId: 'account-1',
    webhookSecret: 'hook-1',
    updatedAt: now,
    version: 1,
    ...given,
  };
}

export function aServerToken(given: Partial<ServerToken> = {}): ServerToken {
  return { id: anId(), token: 'token-1', expiresAt: now, refreshingUntil: now, version: 1, ...given };
}

/** The stores of what is connected with providers. */
export interface ProviderStores {
  readonly providerConnections: ProviderConnections;
  readonly connectionAttempts: ConnectionAttempts;
  readonly integrations: Integrations;
  readonly serverTokens: ServerTokens;
}

/** The tests that every implementation of the ports passes. */
export function providerConnectionsSuite(open: () => ProviderStores): void {
  describe('connections with providers', () => {
    it('reads connections as they were written, and inserts none twice', async () => {
      const { providerConnections: store } = open();
      const one = aConnection();
      expect(await store.insert(one)).toBe(true);
      expect(await store.insert(one)).toBe(false);
      expect(await store.byId(one.id)).toEqual(one);
      const { failure: _failure, task: _task, ...bare } = aConnection({ refreshingUntil: null, coachId: one.coachId });
      await store.insert(bare);
      expect(await store.byId(bare.id)).toEqual(bare);
      expect(await store.byId(anId())).toBeNull();
    });

    it('lists those of a coach of a partner and mode, the oldest first', async () => {
      const { providerConnections: store } = open();
      const whose = { partnerId: anId(), coachId: anId() };
      const second = aConnection({ ...whose, createdAt: plus(now, 2) });
      const first = aConnection({ ...whose, createdAt: plus(now, 1) });
      for (const one of [second, first, aConnection({ ...whose, mode: 'test' }), aConnection()])
        await store.insert(one);
      const scope = { partnerId: whose.partnerId, mode: 'live' } as const;
      expect((await store.ofCoach(scope, whose.coachId)).map(({ id }) => id)).toEqual([first.id, second.id]);
    });

    it("lists those of a provider's user, of whatever coach, partner and mode", async () => {
      const { providerConnections: store } = open();
      const subjectKey = anId();
      const { subjectKey: _key, ...older } = aConnection();
      const two = [aConnection({ subjectKey }), aConnection({ subjectKey, mode: 'test' })];
      for (const one of [...two, older, aConnection()]) await store.insert(one);
      const ids = (await store.ofSubject(subjectKey)).map(({ id }) => id);
      expect(ids.toSorted()).toEqual(two.map(({ id }) => id).toSorted());
      expect(await store.ofSubject(anId())).toEqual([]);
    });

    it('replaces and removes a connection by its version alone', async () => {
      const { providerConnections: store } = open();
      const one = aConnection();
      await store.insert(one);
      expect(await store.replace({ ...one, state: 'revoked' }, 2)).toBe(false);
      expect(await store.replace({ ...one, state: 'revoked' }, 1)).toBe(true);
      expect(await store.byId(one.id)).toMatchObject({ state: 'revoked', version: 2 });
      expect(await store.remove(one.id, 1)).toBe(false);
      expect(await store.remove(one.id, 2)).toBe(true);
      expect(await store.byId(one.id)).toBeNull();
    });

    it('finds the connections for which something is left to do', async () => {
      const { providerConnections: store } = open();
      const due = aConnection({ task: 'end' });
      const { task: _task, ...idle } = aConnection();
      for (const one of [due, idle]) await store.insert(one);
      const ids = (await store.withTask(1000)).map(({ id }) => id);
      expect(ids).toContain(due.id);
      expect(ids).not.toContain(idle.id);
    });
  });

  describe('attempts to connect', () => {
    it('gives an attempt to one caller alone', async () => {
      const { connectionAttempts: store } = open();
      const one = anAttempt();
      await store.insert(one);
      expect(await store.byId(one.id)).toEqual(one);
      const taken = await Promise.all([store.take(one.id), store.take(one.id), store.take(one.id)]);
      expect(taken.filter(Boolean)).toEqual([one]);
      expect(await store.byId(one.id)).toBeNull();
    });
  });

  describe('integrations of partners', () => {
    it('keeps one for a partner, mode and provider, by compare-and-set', async () => {
      const { integrations: store } = open();
      const one = anIntegration();
      expect(await store.replace(one, 0)).toBe(true);
      expect(await store.replace(one, 0)).toBe(false);
      expect(await store.byProvider(one, 'zoom')).toEqual(one);
      expect(await store.byProvider({ ...one, mode: 'test' }, 'zoom')).toBeNull();
      expect(await store.byProvider(one, 'google')).toBeNull();
      expect(await store.replace({ ...one, clientId: 'client-2' }, 1)).toBe(true);
      const { accountId: _account, webhookSecret: _hook, ...bare } = anIntegration({ ...one, provider: 'google' });
      await store.replace(bare, 0);
      expect(await store.of(one)).toEqual([bare, { ...one, clientId: 'client-2', version: 2 }]);
      expect(await store.remove(one, 'zoom')).toBe(true);
      expect(await store.remove(one, 'zoom')).toBe(false);
      expect(await store.of(one)).toEqual([bare]);
    });
  });

  describe('tokens of servers', () => {
    it('replaces a token by its version alone', async () => {
      const { serverTokens: store } = open();
      const one = aServerToken();
      expect(await store.byId(one.id)).toBeNull();
      expect(await store.replace(one, 0)).toBe(true);
      expect(await store.replace(one, 0)).toBe(false);
      expect(await store.byId(one.id)).toEqual(one);
      expect(await store.replace({ ...one, token: 'token-2', refreshingUntil: null }, 1)).toBe(true);
      expect(await store.byId(one.id)).toEqual({ ...one, token: 'token-2', refreshingUntil: null, version: 2 });
    });
  });
}
