import { beforeEach, describe, expect, it } from 'vitest';
import { createProviders } from '../../adapters/providers/provider-sites.ts';
import { createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';
import type { InputOf } from '../kernel/contract.ts';

describe('the integrations of a partner', () => {
  let world: World;
  beforeEach(() => {
    const client = { clientId: 'server-1', clientSecret: 'server-secret', webhookSecret: 'server-hook' };
    world = createWorld({ mode: 'live', providers: createProviders({ zoom: { client } }) });
  });
  const set = async (given: Partial<InputOf<'setIntegration'>> = {}, dryRun = false) => {
    const own = { provider: 'google', clientId: ' own-1 ', clientSecret: 'own-secret\n' } as const;
    return (await world.useCases.setIntegration(world.partner({ dryRun }), { ...own, ...given })).data;
  };
  const list = async () => (await world.useCases.listIntegrations(world.partner(), {})).data;

  it('lists a client for each provider, with the address to register and no secret', async () => {
    await set();
    expect(await list()).toEqual([
      {
        provider: 'google',
        source: 'partner',
        clientId: 'own-1',
        clientSecretSet: true,
        webhookSecretSet: false,
        redirectUri: 'https://book.example/oauth/google/callback',
        version: 1,
        updatedAt: '2026-04-13T08:00:00Z',
      },
      {
        provider: 'microsoft',
        source: 'none',
        clientSecretSet: false,
        webhookSecretSet: false,
        redirectUri: 'https://book.example/oauth/microsoft/callback',
        version: 0,
      },
      {
        provider: 'zoom',
        source: 'server',
        clientSecretSet: true,
        webhookSecretSet: true,
        redirectUri: 'https://book.example/oauth/zoom/callback',
        version: 0,
      },
    ]);
    expect(JSON.stringify(await list())).not.toMatch(/secret["-]|server-1|hook"/);
  });

  it('offers a provider to coaches, and with an account of Zoom all of its users at once', async () => {
    const { id: coach } = await givenCoach(world);
    const offered = async () =>
      (await world.useCases.listConnectedAccounts(world.partner(), { coach })).data.providers.map((one) => [
        one.offered,
        one.forAll,
      ]);
    await set();
    expect(await offered()).toEqual([
      [true, false],
      [false, false],
      [true, false],
    ]);
    await set({ provider: 'zoom', accountId: 'account-1' });
    expect((await offered())[2]).toEqual([false, true]);
    await world.useCases.removeIntegration(world.partner(), { provider: 'zoom' });
    expect((await offered())[2]).toEqual([true, false]);
  });

  it('replaces a client whole, by the version that was read', async () => {
    await set({ provider: 'zoom', accountId: 'account-1', webhookSecret: 'hook-1' });
    expect(await set({ provider: 'zoom', version: 1 })).toMatchObject({ version: 2, webhookSecretSet: false });
    expect(await refusalOf(set({ provider: 'zoom', version: 1 }))).toMatchObject({ code: 'VERSION_CONFLICT' });
    await set({ provider: 'microsoft' }, true);
    expect((await list())[1]).toMatchObject({ source: 'none' });
  });

  it('refuses a space in a value, and an account of Google', async () => {
    expect((await refusalOf(set({ clientSecret: 'a b' }))).code).toBe('INVALID_REQUEST');
    expect((await refusalOf(set({ accountId: 'a' }))).code).toBe('INVALID_REQUEST');
    const none = world.useCases.removeIntegration(world.partner(), { provider: 'google' });
    expect((await refusalOf(none)).code).toBe('INTEGRATION_NOT_FOUND');
  });

  it('notes a change in the audit log, without a value', async () => {
    await set();
    const { data } = await world.useCases.listAudit(world.partner(), { action: 'integration.set' });
    expect(data).toMatchObject([{ subject: { kind: 'integration', id: 'google' } }]);
  });
});
