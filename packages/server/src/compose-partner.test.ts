import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composePartner } from './compose-partner.ts';
import { composeServer } from './compose.ts';
import { readConfig } from './config.ts';

const harbour = 'create --name Harbour --slug harbour --origin https://fit.example --admin kim@fit.example'.split(' ');

describe('npm run partner', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'partner-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const environment = () => ({
    DATA_DIR: dataDir,
    NODE_ENV: 'production',
    SIGNING_SECRET: 's'.repeat(48),
    ENCRYPTION_KEY: 'k'.repeat(43),
    PUBLIC_URL: 'https://book.example',
    PORT: '0',
    LOG_LEVEL: 'silent',
  });
  const run = (...args: string[]) => composePartner(readConfig(environment()), args);
  const runJson = async (...args: string[]) => JSON.parse(await run(...args, '--json')) as Record<string, unknown>;
  const codeOf = (asked: Promise<unknown>) =>
    asked.then(
      () => 'done',
      (error: { code?: string; name: string }) => error.code ?? error.name,
    );

  it('opens a business in an empty store, as one JSON object, once', async () => {
    const created = await runJson(...harbour);
    expect(created).toMatchObject({
      partner: { slug: 'harbour', name: 'Harbour', allowedOrigins: ['https://fit.example'], suspended: false },
      keys: {
        publishable: {
          test: expect.stringMatching(/^pk_test_.{40}/) as string,
          live: expect.stringMatching(/^pk_live_.{40}/) as string,
        },
        secret: {
          test: expect.stringMatching(/^sk_test_.{40}/) as string,
          live: expect.stringMatching(/^sk_live_.{40}/) as string,
        },
      },
      adminLink: expect.stringMatching(/^https:\/\/book\.example\/p\/harbour\/password\/./) as string,
    });
    expect(Object.keys(created)).toEqual(['partner', 'keys', 'adminLink']);
    expect(await codeOf(run(...harbour))).toBe('SLUG_TAKEN');
    expect(await runJson('list')).toHaveLength(1);
    // None of the secrets is shown again.
    const shown = await run('show', 'harbour', '--json');
    expect(shown).not.toMatch(/sk_(test|live)_/);
  });

  it('prints the same for people: state, keys, next steps', async () => {
    expect(await run('list')).toContain('No businesses yet');
    const output = await run(...harbour);
    for (const part of [
      'Harbour is open.',
      'sk_live_',
      'pk_live_',
      '/p/harbour/password/',
      'https://book.example/p/harbour/admin',
    ])
      expect(output).toContain(part);
    expect(await run('list')).toContain('harbour');
    expect(await run('show', '--slug', 'harbour')).toContain('https://fit.example');
  });

  it('adds origins and hosts, makes keys and links, suspends and resumes', async () => {
    await run(...harbour);
    expect(
      await runJson('add-origin', 'harbour', '--origin', 'https://two.example', '--origin', 'http://localhost:3000'),
    ).toMatchObject({
      allowedOrigins: ['https://fit.example', 'https://two.example', 'http://localhost:3000'],
    });
    expect(await runJson('add-host', 'harbour', '--host', 'Book.fit.example')).toMatchObject({
      hosts: ['book.fit.example'],
    });
    expect(await runJson('create-key', 'harbour', '--kind', 'secret', '--mode', 'live')).toMatchObject({
      key: expect.stringMatching(/^sk_live_/) as string,
    });
    expect(await runJson('reset-admin', 'harbour', '--admin', 'kim@fit.example')).toMatchObject({
      adminLink: expect.stringMatching(/^https:\/\/book\.fit\.example\/password\//) as string,
      secondFactor: 'none',
    });
    expect(await run('reset-admin', 'harbour', '--admin', 'kim@fit.example', '--second-factor')).not.toContain(
      'econd factor',
    );
    expect(await runJson('suspend', 'harbour')).toMatchObject({ suspended: true });
    expect(await run('show', 'harbour')).toContain('suspended since');
    expect(await runJson('resume', 'harbour')).toMatchObject({ suspended: false });
  });

  it.each<[string, string[], string]>([
    ['no command', [], 'CommandRefused'],
    ['an option that it does not know', [...harbour, '--sllug', 'x'], 'CommandRefused'],
  ])('refuses %s and creates no store for it', async (_, args, code) => {
    expect(await codeOf(run(...args))).toBe(code);
    expect(await readdir(dataDir)).toEqual([]);
  });

  it.each<[string, string[], string]>([
    ['an origin that is none', [...harbour, '--origin', 'fit.example/booking'], 'INVALID_REQUEST'],
    ['a business that is not there', ['show', 'harbour'], 'PARTNER_NOT_FOUND'],
    ['another command', ['close', 'harbour'], 'CommandRefused'],
    ['an option that is missing', harbour.slice(0, -2), 'CommandRefused'],
    ['a kind of key that is none', ['create-key', 'harbour', '--kind', 'open', '--mode', 'live'], 'CommandRefused'],
  ])('refuses %s', async (_, args, code) => expect(await codeOf(run(...args))).toBe(code));

  it('makes a link that a server of the same store accepts', async () => {
    const { adminLink, keys } = (await runJson(...harbour)) as {
      adminLink: string;
      keys: { publishable: { live: string } };
    };
    const server = await composeServer(readConfig({ ...environment(), PUBLIC_URL: '' }));
    try {
      const response = await fetch(`${server.url}/v1/auth/password`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-publishable-key': keys.publishable.live,
          origin: 'https://fit.example',
        },
        body: JSON.stringify({
          token: adminLink.slice(adminLink.lastIndexOf('/') + 1),
          password: 'a quiet garden wall',
        }),
      });
      // Beside the server, which notices it.
      expect(await runJson('add-origin', 'harbour', '--origin', 'https://two.example')).toMatchObject({
        slug: 'harbour',
      });
      expect([response.status, await response.json()]).toMatchObject([
        200,
        { data: { user: { role: 'admin', email: 'kim@fit.example' } } },
      ]);
    } finally {
      await server.stop();
    }
  });

  it('shows the webhook endpoints of a mode, what was sent to them, and one delivery whole', async () => {
    await run(...harbour);
    expect(await run('webhooks', 'harbour', '--mode', 'live')).toContain('No webhook endpoints in this mode.');
    expect(await runJson('webhooks', 'harbour', '--mode', 'test')).toEqual({ endpoints: [], deliveries: [] });
    expect(await codeOf(run('webhooks', 'harbour'))).toBe('CommandRefused');
    expect(await codeOf(run('webhooks', 'harbour', '--mode', 'live', '--state', 'lost'))).toBe('CommandRefused');
    const unknown = `evt_${'0'.repeat(24)}:webhook:${'0'.repeat(24)}`;
    expect(await codeOf(run('webhooks', 'harbour', '--mode', 'live', '--delivery', unknown))).toBe(
      'WEBHOOK_DELIVERY_NOT_FOUND',
    );
  });
});
