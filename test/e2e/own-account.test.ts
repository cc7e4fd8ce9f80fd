import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoEmailOf, demoPassword } from '../../packages/server/src/demo/demo-accounts.ts';
import { openStage, type Stage } from '../support/journey.ts';
import { totpOf, totpStep } from '../support/totp.ts';

const EMAIL = demoEmailOf('coach-b');
const NEXT = 'seven green kettles';

describe('one’s own account', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  const signIn = async (page: Page, password: string): Promise<void> => {
    await page.getByLabel('E-mail').fill(EMAIL);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  const heading = (page: Page, name: string) => page.getByRole('heading', { name });

  it('guards an account by a second factor with codes and recovery codes, and ends sessions', async () => {
    const { page, complaints } = await stage.visit({ url: `${stage.server.url}/account` });
    await signIn(page, demoPassword);
    await heading(page, 'My account').waitFor();

    await page.getByRole('button', { name: 'Set it up' }).click();
    await page.getByLabel('Your password').last().fill(demoPassword);
    await page.getByRole('button', { name: 'Set it up' }).click();
    await page.getByRole('img', { name: 'QR code with the key of this account' }).waitFor();
    const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
    const step = totpStep();
    await page.getByLabel('Code of the app').fill(totpOf(secret, step));
    await page.getByRole('button', { name: 'Switch it on' }).click();
    await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
    const recovery = await page.locator('.codes li').allInnerTexts();
    expect(recovery).toHaveLength(10);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('The second factor is on.').waitFor();

    const phone = await stage.visit({ url: `${stage.server.url}/desk/calendar` });
    await signIn(phone.page, demoPassword);
    await heading(phone.page, 'One more step').waitFor();
    // The code that switched it on was used: it opens nothing again.
    await phone.page.getByLabel('Code').fill(totpOf(secret, step));
    await phone.page.getByRole('button', { name: 'Sign in' }).click();
    await phone.page.getByText('This code is not right, or was used before.').waitFor();
    await phone.page.getByLabel('Code').fill(recovery[0]!);
    await phone.page.getByRole('button', { name: 'Sign in' }).click();
    await phone.page.locator('coach-calendar').waitFor();

    const other = await stage.visit({ url: `${stage.server.url}/account` });
    await signIn(other.page, demoPassword);
    await heading(other.page, 'One more step').waitFor();
    await other.page.getByLabel('Code').fill(recovery[0]!);
    await other.page.getByRole('button', { name: 'Sign in' }).click();
    await other.page.getByText('This code is not right, or was used before.').waitFor();
    // The next step of the app is good too, and was not used.
    await other.page.getByLabel('Code').fill(totpOf(secret, step + 1));
    await other.page.getByRole('button', { name: 'Sign in' }).click();
    await heading(other.page, 'My account').waitFor();
    await other.page.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await other.page.getByText('Everywhere else you are signed out.').waitFor();
    await page.reload();
    await heading(page, 'Sign in to your account').waitFor();

    await other.page.getByLabel('Present password').fill(demoPassword);
    await other.page.getByLabel('New password').fill(NEXT);
    await other.page.getByRole('button', { name: 'Change the password' }).click();
    await other.page.getByText('Your new password works from now on.').waitFor();
    await signIn(page, demoPassword);
    await page.getByText('This e-mail and password do not go together.').waitFor();
    await signIn(page, NEXT);
    await heading(page, 'One more step').waitFor();
    // The browser's own messages about a refused sign-in.
    const own = [...complaints, ...phone.complaints, ...other.complaints].filter((line) => !/status of 401/.test(line));
    expect(own).toEqual([]);
  });
});
