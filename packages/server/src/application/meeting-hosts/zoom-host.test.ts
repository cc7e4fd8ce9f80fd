import { beforeEach, describe, expect, it } from 'vitest';
import { createProviders } from '../../adapters/providers/provider-sites.ts';
import { createWorld, givenCoach, type World } from '../../../test/application/world.ts';
import { aConnection } from '../../../test/stores/provider-connections-suite.ts';
import { createCore } from '../create-use-cases.ts';
import type { ProviderConnection } from '../../domain/provider-connection/provider-connection.ts';
import { loseZoom, zoomAccountOf } from './zoom-host.ts';

const client = { clientId: 'client-1', clientSecret: 'secret-1' };
const ownApp = { ...client, accountId: 'acc-1' };

let world: World;
let coachId: string;
const open = async (app?: typeof client): Promise<void> => {
  world = createWorld({ mode: 'live', providers: createProviders(app && { zoom: { client: app } }) });
  coachId = (await givenCoach(world)).id;
};
const scope = () => {
  const { partnerId, mode } = world.partner().caller;
  return { partnerId, mode };
};
const hostOf = (staffId?: string) =>
  zoomAccountOf(createCore(world.deps), { ...scope(), coachId, ...(staffId !== undefined && { staffId }) });
const integrate = async (app: typeof client) => {
  const integration = { ...scope(), ...app, provider: 'zoom', updatedAt: world.deps.realNow(), version: 1 } as const;
  await world.deps.integrations.replace(integration, 0);
};
const account = async (emailVerified: boolean): Promise<void> => {
  const person = { name: 'Maria', email: 'maria@fit.example', role: 'coach', coachId } as const;
  const { data } = await world.useCases.createUser(world.partner(), person);
  const stored = (await world.deps.users.byId(data.id))!;
  await world.deps.users.replace({ ...stored, emailVerified, version: stored.version + 1 }, stored.version);
};
const connect = async (more: Partial<ProviderConnection>): Promise<ProviderConnection> => {
  const { task: _task, failure: _failure, ...bare } = aConnection({ ...scope(), coachId, provider: 'zoom', ...more });
  await world.deps.providerConnections.insert(bare);
  return bare;
};

describe('the account at Zoom in which meetings are made', () => {
  beforeEach(() => open());

  it('does not exist without an app of Zoom', async () => {
    await account(true);
    await connect({});
    expect(await hostOf()).toBeNull();
  });

  it('is that of the coach’s proven address in an account that all coaches share', async () => {
    await open(ownApp);
    expect(await hostOf()).toBeNull();
    await account(true);
    expect(await hostOf()).toEqual({ host: 'maria@fit.example' });
  });

  it('is none for an address that nobody has proven, since anybody may type one', async () => {
    await open(ownApp);
    await account(false);
    expect(await hostOf()).toBeNull();
  });

  it('is the user whom an admin named, for the coach and for a member of the team', async () => {
    await integrate(ownApp);
    await account(true);
    const staff = async (more: object) =>
      (await world.useCases.createStaff(world.partner(), { coach: coachId, name: 'Jane', ...more })).data.id;
    const [jane, omar] = [await staff({ zoomUser: 'jane@fit.example' }), await staff({})];
    expect(await hostOf(jane)).toEqual({ host: 'jane@fit.example' });
    expect(await hostOf(omar)).toEqual({ host: 'maria@fit.example' });
    await world.useCases.updateCoach(world.partner(), { coach: coachId, zoomUser: 'kAbC123' });
    expect(await hostOf()).toEqual({ host: 'kAbC123' });
    expect(await hostOf(omar)).toEqual({ host: 'kAbC123' });
    expect(await hostOf(jane)).toEqual({ host: 'jane@fit.example' });
  });

  it('is never a named user where partners share the server’s account', async () => {
    await open(ownApp);
    await account(true);
    await world.useCases.updateCoach(world.partner(), { coach: coachId, zoomUser: 'boss@fit.example' });
    expect(await hostOf()).toEqual({ host: 'maria@fit.example' });
  });

  it('is what the coach has connected, rather one that works', async () => {
    await open(client);
    await account(true);
    expect(await hostOf()).toBeNull();
    await connect({ provider: 'google' });
    expect(await hostOf()).toBeNull();
    const lost = await connect({ state: 'revoked' });
    expect(await hostOf()).toEqual({ connectionId: lost.id, host: 'me' });
    const good = await connect({});
    await connect({ state: 'revoked' });
    expect(await hostOf()).toEqual({ connectionId: good.id, host: 'me' });
  });

  it('is lost by its present token alone', async () => {
    await open(client);
    const { id } = await connect({});
    const lose = (token: string) =>
      loseZoom(createCore(world.deps), { ...scope(), coachId, connectionId: id }, token, 'zoom_124');
    await lose('access-0');
    expect(await world.deps.providerConnections.byId(id)).toMatchObject({ state: 'ok' });
    await lose('access-1');
    expect(await world.deps.providerConnections.byId(id)).toMatchObject({
      state: 'revoked',
      failure: { code: 'zoom_124' },
    });
  });
});
