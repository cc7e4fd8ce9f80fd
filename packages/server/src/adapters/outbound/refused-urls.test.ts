import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUseCases } from '../../application/create-use-cases.ts';
import { createWorld, NOW } from '../../../test/application/world.ts';
import { testSecret } from '../../../test/http/partners.ts';
import { startApp, type TestApp } from '../../../test/http/start-app.ts';
import { NOT_PUBLIC } from '../../../test/outbound/addresses.ts';
import { createGuard } from './guard.ts';
import { createOutbound } from './undici-outbound.ts';

describe('over HTTP, a webhook endpoint', () => {
  let app: TestApp;
  const resolved = new Map<string, string>();
  beforeAll(async () => {
    const resolve = async (name: string) => [resolved.get(name)!];
    const outbound = createOutbound({ guard: createGuard({ resolve }), realNow: () => NOW });
    const { createWebhookEndpoint } = createUseCases({ ...createWorld().deps, outbound });
    app = await startApp({ useCases: { createWebhookEndpoint } });
  });
  afterAll(() => app.close());
  const create = async (url: string): Promise<readonly [number, string | undefined]> => {
    const answer = await fetch(`${app.origin}/v1/webhook-endpoints`, {
      method: 'POST',
      headers: { authorization: `Bearer ${testSecret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ url }),
    });
    const body = (await answer.json()) as { readonly code?: string; readonly message: string };
    return [answer.status, body.code];
  };

  it.each(NOT_PUBLIC.map((address, n) => [address, `row-${n}.example`] as const))(
    'refuses an endpoint at %s, written or behind a name',
    async (address, name) => {
      resolved.set(name, address);
      const host = address.includes(':') ? `[${address}]` : address;
      for (const url of [`https://${host}/hooks`, `https://${name}/hooks`])
        expect(await create(url)).toEqual([422, 'URL_NOT_ALLOWED']);
    },
  );

  it('makes an endpoint at a public address, and refuses one without TLS or a valid address', async () => {
    resolved.set('fit.example', '1.1.1.1');
    expect(await create('https://fit.example/hooks')).toEqual([201, undefined]);
    expect(await create('http://fit.example/hooks')).toEqual([422, 'URL_NOT_ALLOWED']);
    expect(await create('javascript:alert(1)')).toEqual([400, 'INVALID_REQUEST']);
  });
});
