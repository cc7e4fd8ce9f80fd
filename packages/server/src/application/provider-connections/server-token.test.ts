import { expect, describe, it } from 'vitest';
import { HOUR } from '@coach-booking/time/units';
import { createProviders } from '../../adapters/providers/provider-sites.ts';
import { createWorld, PARTNER } from '../../../test/application/world.ts';
import { anIntegration } from '../../../test/stores/provider-connections-suite.ts';
import { createCore } from '../create-use-cases.ts';
import { serverTokenOf } from './server-token.ts';

const SCOPE = { partnerId: PARTNER, mode: 'live' } as const;

describe('the token of a server-to-server app', () => {
  const open = (withServer = true) => {
    const client = { clientId: 'server-1', clientSecret: 'secret-1', accountId: 'account-1' };
    const world = createWorld({ mode: 'live', providers: createProviders(withServer ? { zoom: { client } } : {}) });
    let made = 0;
    world.outbound.reply = () => ({
      status: 200,
      text: JSON.stringify({ access_token: `token-${(made += 1)}`, expires_in: 3600 }),
    });
    return world;
  };

  it('is asked for once for all processes, and again when its time is over or it was refused', async () => {
    const world = open();
    const processes = [createCore(world.deps), createCore(world.deps)];
    const ask = (refused?: string) =>
      Promise.all([0, 1, 0, 1].map((n) => serverTokenOf(processes[n]!, SCOPE, 'zoom', refused)));
    expect(new Set(await ask())).toEqual(new Set(['token-1']));
    const { url, headers, body } = world.outbound.calls[0]!;
    expect(url).toBe('https://zoom.us/oauth/token');
    expect(Buffer.from(headers['authorization']!.slice(6), 'base64').toString()).toBe('server-1:secret-1');
    expect(body).toBe('grant_type=account_credentials&account_id=account-1');
    world.passTime(HOUR);
    expect(new Set(await ask())).toEqual(new Set(['token-2']));
    expect(new Set(await ask('token-2'))).toEqual(new Set(['token-3']));
    expect(world.outbound.calls).toHaveLength(3);
  });

  it("comes from the partner's own app before the server's", async () => {
    const world = open();
    await world.deps.integrations.replace(anIntegration({ ...SCOPE, accountId: 'own' }), 0);
    await serverTokenOf(createCore(world.deps), SCOPE, 'zoom');
    expect(world.outbound.calls[0]?.body).toContain('account_id=own');
  });

  it('fails without an app, in mode test, and where the provider refuses the client', async () => {
    const none = serverTokenOf(createCore(open(false).deps), SCOPE, 'zoom');
    await expect(none).rejects.toMatchObject({ kind: 'refused', code: 'NO_INTEGRATION' });
    const world = open();
    const core = createCore(world.deps);
    await expect(serverTokenOf(core, { ...SCOPE, mode: 'test' }, 'zoom')).rejects.toMatchObject({ code: 'TEST_MODE' });
    world.outbound.reply = () => ({ status: 400, text: '{"reason":"Invalid client","error":"invalid_client"}' });
    await expect(serverTokenOf(core, SCOPE, 'zoom')).rejects.toMatchObject({ kind: 'refused', code: 'invalid_client' });
    world.outbound.reply = () => ({ status: 200, text: '{"access_token":"late","expires_in":3600}' });
    expect(await serverTokenOf(core, SCOPE, 'zoom')).toBe('late');
  });
});
