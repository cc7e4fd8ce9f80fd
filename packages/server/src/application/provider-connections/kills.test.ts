import { describe, expect, it } from 'vitest';
import { createProviders } from '../../adapters/providers/provider-sites.ts';
import { createWorld, givenCoach, PARTNER } from '../../../test/application/world.ts';
import { aConnection } from '../../../test/stores/provider-connections-suite.ts';
import { withFaultPoints } from '../../fault-points.ts';
import { createCore } from '../create-use-cases.ts';
import type { Core } from '../ports/core.ts';
import { connectionWork } from './connection-work.ts';
import { endConnection } from './end-connection.ts';
import { revokeConnection } from './revoke-connection.ts';

const SCOPE = { partnerId: PARTNER, mode: 'live' } as const;

describe('a process that dies', () => {
  const given = async () => {
    const client = { clientId: 'client-1', clientSecret: 'secret-1' };
    const world = createWorld({ mode: 'live', providers: createProviders({ google: { client } }) });
    const { id: coachId } = await givenCoach(world);
    const { data: user } = await world.useCases.createUser(world.partner(), {
      name: 'Ana',
      email: 'ana@fit.example',
      role: 'coach',
      coachId,
    });
    await world.drain();
    const { task: _task, failure: _failure, ...bare } = aConnection({ ...SCOPE, coachId });
    const one = { ...bare, refreshingUntil: null };
    await world.deps.providerConnections.insert(one);
    return { world, one, user };
  };
  /** Everything of a world, up to a point at which the process is gone. */
  const dying = (core: Core, point: string): Core => ({
    ...core,
    ...withFaultPoints(core, {
      [point]: () => {
        throw new Error('killed');
      },
    }),
  });

  it.each([
    'after providerConnections.replace, before deliveries.insert',
    'after deliveries.insert',
    'before providerConnections.byId, after deliveries.insert',
  ])('leaves a lost connection, %s, that another process reports by one mail', async (point) => {
    const { world, one } = await given();
    const core = createCore(world.deps);
    await revokeConnection(dying(core, point), one.id, 'invalid_grant').catch(() => undefined);
    await Promise.all([connectionWork(core), connectionWork(core)]);
    await connectionWork(core);
    await world.drain();
    expect(world.sent.filter(({ kind }) => kind === 'connection_revoked')).toHaveLength(1);
    expect(await core.providerConnections.withTask(10)).toEqual([]);
  });

  it.each([
    'before providerConnections.replace',
    'after providerConnections.replace',
    'before integrations.byProvider',
    'before providerConnections.remove',
    'after providerConnections.remove',
  ])('leaves a connection, %s, that is whole or that another process ends with all that uses it', async (point) => {
    const { world, one } = await given();
    const core = createCore(world.deps);
    const used = new Set([one.id]);
    const users = [
      {
        usesOf: async () => [],
        end: async ({ id }: { readonly id: string }) => {
          used.delete(id);
        },
      },
    ];
    const using = { ...core, connectionUsers: users };
    await endConnection(dying(using, point), one.id).catch(() => undefined);
    await connectionWork(using);
    const left = await core.providerConnections.byId(one.id);
    const isWhole = left?.task === undefined && left?.state === 'ok' && used.has(one.id);
    expect(isWhole || (left === null && used.size === 0)).toBe(true);
    expect(isWhole).toBe(point === 'before providerConnections.replace');
  });
});
