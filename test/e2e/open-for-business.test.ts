import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser/chromium.mjs';
import { scratchFolder, startServerProcess, type ServerProcess } from '../support/server-process.ts';

const root = join(import.meta.dirname, '../..');
const PASSWORD = 'seven green kettles';

/** Returns a free port. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
};

interface Opened {
  readonly partner: { readonly id: string };
  readonly keys: Readonly<Record<'publishable' | 'secret', Readonly<Record<'test' | 'live', string>>>>;
  readonly adminLink: string;
}

/** An empty store, the server as it runs in production, the command, and a site of a business on another origin. */
describe('a server that opens for business', () => {
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  let environment: Record<string, string>;
  let server: ServerProcess;
  let browser: Browser;
  let site: Server;
  let siteOrigin: string;
  let markup = '';
  let harbour: Opened;
  let forge: Opened;

  const partner = async (...args: string[]): Promise<unknown> => {
    const { PATH = '' } = process.env;
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/partner.mjs', ...args, '--json'], {
      cwd: root,
      env: { PATH, ...environment },
    });
    return JSON.parse(stdout);
  };
  const create = async (name: string, slug: string, origin: string) =>
    (await partner(
      'create',
      '--name',
      name,
      '--slug',
      slug,
      '--origin',
      origin,
      '--admin',
      `admin@${slug}.example`,
    )) as Opened;

  beforeAll(async () => {
    folder = await scratchFolder();
    const port = await freePort();
    environment = {
      NODE_ENV: 'production',
      DATA_DIR: folder.path,
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      SIGNING_SECRET: 's'.repeat(48),
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    };
    site = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(markup)).listen(
      0,
      '127.0.0.1',
    );
    await new Promise((listening) => site.once('listening', listening));
    siteOrigin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    // Before there is a server, and beside one.
    harbour = await create('Harbour Strength', 'harbour', siteOrigin);
    server = await startServerProcess(environment);
    forge = await create('Forge Gym', 'forge', 'https://forge.example');
    await partner('add-host', 'forge', '--host', `127.0.0.1:${port}`);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await new Promise((closed) => site.close(closed));
    await folder.remove();
  });

  const visit = async (url: string): Promise<Page> => {
    const page = await (await browser.newContext({ locale: 'en-US', timezoneId: 'Europe/Berlin' })).newPage();
    await page.goto(url);
    return page;
  };
  const choosePassword = async (link: string): Promise<void> => {
    const page = await visit(link);
    await page
      .getByLabel(/password/i)
      .first()
      .fill(PASSWORD);
    await page.getByRole('button').last().click();
    await page.getByText('Your new password works').waitFor();
    await page.context().close();
  };
  const signIn = async (page: Page, email: string): Promise<void> => {
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };

  it('lets an admin choose a password by the link, add a coach, and a visitor book that coach on the site of the business', async () => {
    await choosePassword(harbour.adminLink);
    const page = await visit(`${server.url}/p/harbour/admin#coaches`);
    await signIn(page, 'admin@harbour.example');
    await page.getByText('There are no coaches yet').waitFor();
    await page.getByRole('link', { name: 'Add a coach' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Kim Park');
    await page.getByLabel('What is offered').fill('Strength session');
    await page.getByRole('button', { name: 'Add a coach' }).click();
    await page.getByRole('heading', { name: 'Kim Park' }).waitFor();

    markup = `<!doctype html><title>Harbour</title><script type="module" src="${server.url}/embed/coach-booking.js"></script>
      <coach-booking publishable-key="${harbour.keys.publishable.live}" coach="kim-park"></coach-booking>`;
    const shop = await visit(siteOrigin);
    await shop
      .getByRole('heading', { name: /Kim Park|Strength session/ })
      .first()
      .waitFor();
    const api = `${server.url}/v1`;
    const headers = {
      origin: siteOrigin,
      'x-publishable-key': harbour.keys.publishable.live,
      'content-type': 'application/json',
    };
    const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    const found = (await (
      await fetch(`${api}/coaches/kim-park/slots?from=${day(2)}&to=${day(12)}&include=coach`, { headers })
    ).json()) as {
      data: { coach: { id: string }; service: { id: string }; slots: { start: string }[] };
    };
    const { coach, service, slots } = found.data;
    const booked = await fetch(`${api}/bookings`, {
      method: 'POST',
      headers,
      body: JSON.stringify({
        coachId: coach.id,
        serviceId: service.id,
        start: slots[0]!.start,
        attendee: { name: 'Ana Diaz', email: 'ana@example.com' },
      }),
    });
    expect(booked.status).toBe(201);
    await page.goto(`${server.url}/p/harbour/admin#bookings`);
    await page.getByText('Ana Diaz').first().waitFor();
  });

  it('shows a site that is not listed where it is added', async () => {
    const headers = { origin: 'https://elsewhere.example', 'x-publishable-key': harbour.keys.publishable.live };
    const response = await fetch(`${server.url}/v1/coaches`, { headers });
    expect([response.status, await response.json()]).toMatchObject([
      403,
      { code: 'ORIGIN_NOT_ALLOWED', error: expect.stringContaining(`${server.url}/p/harbour/admin#partner`) as string },
    ]);
  });

  it('finds whose people sign in by the path, by the host, and by asking', async () => {
    await choosePassword(forge.adminLink);
    // On the host of the one, and by the path of the other.
    const own = await visit(`http://127.0.0.1:${server.port}/admin`);
    await signIn(own, 'admin@forge.example');
    await own.getByText('Forge Gym').filter({ visible: true }).first().waitFor();
    await own.getByText('Everybody who has an account here').waitFor();

    const asked = await visit(`${server.url}/admin`);
    await asked.getByLabel('Short name').fill('Harbour');
    await asked.getByRole('button', { name: 'Continue' }).click();
    await asked.waitForURL('**/p/harbour/admin');
    // No one of the other business can sign in here.
    await signIn(asked, 'admin@forge.example');
    await asked.getByText('do not go together').waitFor();

    const unknownPartner = await visit(`${server.url}/p/nobody/desk`);
    await unknownPartner.getByText('No business here goes by that name').waitFor();
    expect(await unknownPartner.content()).not.toMatch(/harbour|forge/i);
  });

  it('closes a business at once, shows so on its pages, and opens it again', async () => {
    await partner('suspend', 'forge');
    await expect.poll(async () => (await fetch(`${server.url}/p/forge/desk`)).status).toBe(403);
    const headers = { authorization: `Bearer ${forge.keys.secret.live}` };
    await expect
      .poll(async () => (await fetch(`${server.url}/v1/users`, { headers })).status, { timeout: 5000 })
      .toBe(403);
    const closed = await visit(`${server.url}/p/forge/desk`);
    await closed.getByRole('heading', { name: 'Closed for the moment' }).waitFor();
    expect((await fetch(`${server.url}/p/harbour/desk`)).status).toBe(200);
    await partner('resume', 'forge');
    await expect
      .poll(async () => (await fetch(`${server.url}/v1/users`, { headers })).status, { timeout: 5000 })
      .toBe(200);
  });
});
