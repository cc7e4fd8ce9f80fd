import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@coach-booking/sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoKeys } from '../../packages/server/src/demo/load-demo.ts';
import { composeServer, type RunningServer } from '../../packages/server/src/compose.ts';
import { readConfig } from '../../packages/server/src/config.ts';
import { launchBrowser } from '../support/browser/chromium.mjs';

const EMAIL = 'ana@example.com';
const PASSWORD = 'correct horse battery';
const OTHER = 'seven green kettles';

/** The whole server, and a browser that opens the links of its mails. */
describe('the links of mails', () => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'account-pages-'));
    server = await composeServer(readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' }));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const inPage: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    request.headers.set('Origin', server.url);
    return fetch(request);
  };
  const asVisitor = () =>
    createClient({ baseUrl: server.url, fetch: inPage, publishableKey: demoKeys.publishable, retries: 0 });
  const asPartner = () => createClient({ baseUrl: server.url, secretKey: demoKeys.secret, retries: 0 });
  /** The last mail of this kind that the person would have been sent: mails of mode test do not leave (R48). */
  const mailOf = (kind: string) =>
    vi.waitFor(async () => {
      const { items } = await asPartner().test.listMessages({ limit: 100 });
      const mail = items.findLast((one) => one.kind === kind && one.address === EMAIL);
      expect(mail).toBeDefined();
      return mail!;
    }, 10_000);
  const linkIn = async (kind: string): Promise<string> =>
    new RegExp(`${server.url}/\\S+`).exec((await mailOf(kind)).text)![0];
  const open = async (url: string): Promise<{ page: Page; complaints: string[] }> => {
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 360, height: 640 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(url);
    return { page, complaints };
  };

  it('proves an address when the button is pressed, not when a scanner opens the link', async () => {
    const client = asVisitor();
    expect(await client.register({ name: 'Ana Diaz', email: EMAIL, password: PASSWORD })).toEqual({ sent: true });
    const partner = createClient({ baseUrl: server.url, secretKey: demoKeys.secret, retries: 0 });
    const isVerified = async () => (await partner.listUsers({ q: EMAIL })).items[0]!.emailVerified;
    const link = await linkIn('email_verification');
    expect(link).toContain('/verify/');
    const { page, complaints } = await open(link);
    const button = page.locator('button.go');
    await button.waitFor();
    await page.locator('input[type=password]').fill('nine blue kettles');
    await button.click();
    await page.getByRole('alert').getByText(/\S/).waitFor();
    expect(await isVerified()).toBe(false);
    await page.locator('input[type=password]').fill(PASSWORD);
    await button.click();
    await page.getByRole('status').waitFor();
    expect(await isVerified()).toBe(true);
    // The browser's own message about the wrong password, and nothing else.
    expect(complaints).toEqual([expect.stringContaining('status of 401')]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.context().close();
  });

  it('lets a person choose another password, once', async () => {
    const asking = await open(`${server.url}/password?key=${demoKeys.publishable}`);
    await asking.page.getByLabel('E-mail').fill(EMAIL);
    await asking.page.locator('button.go').click();
    await asking.page.getByRole('status').waitFor();
    expect(asking.complaints).toEqual([]);
    const link = await linkIn('password_reset');
    expect(link).toContain('/password/');
    const { page, complaints } = await open(link);
    await page.locator('input[type=password]').fill(OTHER);
    await page.locator('button.go').click();
    await page.getByRole('status').waitFor();
    expect(complaints).toEqual([]);
    const client = asVisitor();
    await expect(client.login({ email: EMAIL, password: PASSWORD })).rejects.toMatchObject({
      code: 'CREDENTIALS_WRONG',
    });
    expect((await client.login({ email: EMAIL, password: OTHER })).user.email).toBe(EMAIL);
    const again = await open(link);
    await again.page.locator('input[type=password]').fill('nine blue kettles');
    await again.page.locator('button.go').click();
    await again.page.getByRole('alert').getByText(/\S/).waitFor();
    for (const opened of [asking, { page }, again]) await opened.page.context().close();
  });

  it('shows a link that was cut off as such, and names no account', async () => {
    const response = await fetch((await linkIn('email_verification')).slice(0, -3));
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('This link does not work');
  });

  it('erases links and account with the person, whose data the partner’s server took out before', async () => {
    const partner = createClient({ baseUrl: server.url, secretKey: demoKeys.secret, retries: 0 });
    const token = (await linkIn('email_verification')).split('/').at(-1)!;
    const found = await partner.exportPerson({ email: EMAIL });
    expect(found).toMatchObject({ email: EMAIL, user: { name: 'Ana Diaz', emailVerified: true }, bookings: [] });
    expect(await partner.erasePerson({ email: EMAIL })).toEqual({ erased: true, bookings: 0, logs: 0 });
    expect((await partner.listUsers({ q: EMAIL })).items).toEqual([]);
    await expect(asVisitor().verifyEmail({ token })).rejects.toMatchObject({
      code: 'TOKEN_INVALID',
    });
    expect((await partner.listAudit({ action: 'person.erased' })).items).toHaveLength(1);
  });
});
