import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT, startOAuthServer, type OAuthServer } from '../../packages/server/test/oauth/oauth-server.ts';
import { ask } from '../support/api.ts';
import { openStage, type Stage } from '../support/journey.ts';

const operatorKey = 'the operator key of the tests, long enough'.replaceAll(' ', '-');
const EMAIL = 'kim@fit.example';
const PASSWORD = 'seven green kettles';

let google: OAuthServer;
let stage: Stage;
/** Signs in on the desk of the business, in live mode: in mode test no provider is asked (R11). */
let openConnections: () => Promise<Awaited<ReturnType<Stage['visit']>>>;
beforeAll(async () => {
  google = await startOAuthServer();
  stage = await openStage({
    DEMO: '0',
    OPERATOR_KEY: operatorKey,
    GOOGLE_URL: google.origin,
    GOOGLE_CLIENT_ID: CLIENT.clientId,
    GOOGLE_CLIENT_SECRET: CLIENT.clientSecret,
  });
  const { url } = stage.server;
  google.register(`${url}/oauth/google/callback`);
  const business = { name: 'Harbour', slug: 'harbour', allowedOrigins: [], admin: { email: EMAIL } };
  const opened = await ask(url, 'POST', '/v1/partners', business, { Authorization: `Bearer ${operatorKey}` });
  const { keys, adminLink } = opened.body.data as {
    keys: Record<'publishable' | 'secret', { live: string }>;
    adminLink: string;
  };
  const byServer = { Authorization: `Bearer ${keys.secret.live}` };
  const token = adminLink.split('/').at(-1);
  const chosen = await ask(url, 'POST', '/v1/auth/password', { token, password: PASSWORD }, byServer);
  expect(chosen.status).toBe(200);
  await ask(url, 'POST', '/v1/coaches', { name: 'Maria', slug: 'maria', timeZone: 'UTC' }, byServer);
  openConnections = async () => {
    const visit = await stage.visit({ url: `${url}/p/harbour/desk/settings/connections?coach=maria` });
    await visit.page.getByLabel('E-mail').fill(EMAIL);
    await visit.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await visit.page.getByRole('button', { name: 'Sign in' }).click();
    return visit;
  };
});
afterAll(async () => {
  await stage?.close();
  google?.close();
});

const connect = async (page: Page, answer: 'Allow' | 'Deny'): Promise<void> => {
  await page.getByRole('button', { name: 'Connect Google' }).click();
  await page.getByRole('heading', { name: 'Harbour wants to use your account' }).waitFor();
  expect(new URL(page.url()).origin).toBe(google.origin);
  await page.getByRole('button', { name: answer }).click();
  await page.waitForURL(`${stage.server.url}/p/harbour/desk/settings/connections?coach=maria*`);
};

test('explains that nothing was connected when the person says no on the page of the provider', async () => {
  const { page } = await openConnections();
  await connect(page, 'Deny');
  await page.getByText(/^Nothing was connected: you or the provider said no [(].?access_denied.?[)]/).waitFor();
  await page.getByText('No account is connected.').waitFor();
  expect(google.asked).toEqual([]);
});

test('connects the account of a person who says yes there, and lists it also after the page is opened again', async () => {
  const { page, complaints } = await openConnections();
  await connect(page, 'Allow');
  await page.getByText(/ana@gmail[.]example.? is connected[.]/).waitFor();
  expect(google.asked).toEqual(['authorization_code']);
  expect(new URL(page.url()).hash).toBe('');
  expect(complaints).toEqual([]);
  const { page: later } = await openConnections();
  await later.getByText('ana@gmail.example').first().waitFor();
  await later.getByText('Works.').waitFor();
});
