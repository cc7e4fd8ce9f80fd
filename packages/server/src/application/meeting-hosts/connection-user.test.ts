import { describe, expect, it } from 'vitest';
import { createProviders } from '../../adapters/providers/provider-sites.ts';
import { createWorld, givenCoach, PARTNER } from '../../../test/application/world.ts';
import { aConnection } from '../../../test/stores/provider-connections-suite.ts';
import { zoomAccountOf } from './zoom-host.ts';
import { meetingConnectionUser } from './connection-user.ts';
import { createCore } from '../create-use-cases.ts';

describe('the meetings of a connected account', () => {
  it.each([
    ['zoom', [{ kind: 'meetings' }]],
    ['jitsi', []],
  ] as const)('names an account as used for meetings only where a service meets there: %s', async (provider, uses) => {
    const client = { clientId: 'client-1', clientSecret: 'secret-1' };
    const world = createWorld({ mode: 'live', providers: createProviders({ zoom: { client } }) });
    const video = provider === 'zoom' ? { provider } : { provider, url: 'https://meet.fit.example' };
    const services = [{ title: 'Session', duration: 60, locationKind: 'online' as const, video }];
    const { id: coachId } = await givenCoach(world, { services });
    const { task: _task, ...one } = aConnection({ partnerId: PARTNER, provider: 'zoom', coachId });
    await world.deps.providerConnections.insert(one);
    const core = createCore(world.deps);
    const recordAdapters = () => ({ zoom: { accountOf: (query: never) => zoomAccountOf(core, query) } }) as never;
    expect(await meetingConnectionUser({ ...core, recordAdapters }).usesOf(one)).toEqual(uses);
  });
});
