import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoEmailOf, demoPassword } from '../../packages/server/src/demo/demo-accounts.ts';
import { ask } from '../support/api.ts';
import { openStage, Widget, type Stage } from '../support/journey.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const HOUR = 3_600_000;
const EMAIL = 'rosa.blanco@example.com';

const api = async (method: string, path: string, body?: unknown, now?: number) => {
  const headers: Record<string, string> = now === undefined ? {} : { 'X-Test-Now': new Date(now).toISOString() };
  const { status, body: answer } = await ask(stage.server.url, method, path, body, headers);
  expect([path, status < 300 || answer]).toEqual([path, true]);
  return answer.data as never;
};
/** Sets what has to stand below such mails, as an admin does. */
const setPostalAddress = async () => {
  const login = { email: 'admin@demo.example', password: demoPassword };
  const signedIn = await ask(stage.server.url, 'POST', '/v1/auth/login', login);
  const { accessToken } = signedIn.body.data as { accessToken: string };
  const bearer = { Authorization: `Bearer ${accessToken}` };
  const set = await ask(
    stage.server.url,
    'PATCH',
    '/v1/partner/messaging',
    { postalAddress: 'Pier 3, Boston' },
    bearer,
  );
  expect(set.status).toBe(200);
};
const runDue = (now = Date.now()) => api('POST', '/v1/test/run-due', {}, now);

test('brings back, by the coach’s message and its link, a visitor who agreed and left', async () => {
  const from = new Date(Date.now() + 3 * 24 * HOUR).toISOString().slice(0, 10);
  const to = new Date(Date.now() + 20 * 24 * HOUR).toISOString().slice(0, 10);
  const { slots, coach } = (await api(
    'GET',
    `/v1/coaches/coach-a/slots?serviceId=strength-60&include=coach&from=${from}&to=${to}`,
  )) as { slots: { start: string }[]; coach: { id: string; services: { id: string; slug: string }[] } };
  const { start } = slots[0]!;
  await setPostalAddress();
  await api('PUT', '/v1/coaches/coach-a/recovery', { capture: true });
  const left = Date.now() - 2 * HOUR;
  const serviceId = coach.services.find(({ slug }) => slug === 'strength-60')!.id;
  const consent = { text: 'Coach A may write to me.', version: '1', channels: ['email'] };
  const contact = { name: 'Rosa Blanco', email: EMAIL };
  const asked = { coachId: coach.id, serviceId, start, timeZone: 'America/New_York', contact, consent };
  await api('POST', '/v1/intents', asked, left);
  await runDue();

  const { page, complaints } = await stage.visit({ url: `${stage.server.url}/desk/leads/abandoned` });
  await page.getByLabel('E-mail').fill(demoEmailOf('coach-a'));
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const row = page.getByRole('listitem').filter({ hasText: EMAIL });
  await row.getByText('Not reminded').waitFor();
  await row.getByRole('button', { name: 'Send a message' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Your own words (if you like)').fill('I kept a mat for you.');
  await dialog.getByRole('button', { name: 'Show it again' }).click();
  await dialog.getByText('Your booking with Coach A is not finished').waitFor();
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await row.getByText('Reminded', { exact: true }).waitFor();

  await runDue();
  const messages = (await api('GET', '/v1/test/messages?limit=100')) as { kind: string; text: string }[];
  const [mail] = messages.filter(({ kind }) => kind === 'recovery');
  expect(mail!.text).toContain('I kept a mat for you.');
  const [link] = /https?:\S+\/resume\/\S+/.exec(mail!.text)!;
  const visit = await stage.visit({ url: `${stage.server.url}${new URL(link).pathname}` });
  await visit.page.getByText('Your time is still free').waitFor();
  const widget = new Widget(visit.page);
  await expect.poll(async () => widget.field('E-mail').inputValue(), { timeout: 30_000 }).toBe(EMAIL);
  await widget.bookButton.click();
  await widget.heading(/booked|confirmed|request/i).waitFor();
  await runDue();

  await page.getByRole('button', { name: 'Read again' }).click();
  await row.getByText('Booked', { exact: true }).waitFor();
  await visit.page.reload();
  await visit.page.getByRole('heading', { name: 'You have booked' }).waitFor();
  expect([...complaints, ...visit.complaints]).toEqual([]);
});
