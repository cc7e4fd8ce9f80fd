import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser/chromium.mjs';

let dev: ChildProcess;
let browser: Browser;
let dataDir: string;
let served: { url: string; stageUrl: string };

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dev-'));
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: '0',
    DATA_DIR: dataDir,
    DEMO: '0',
    LOG_LEVEL: 'fatal',
  };
  dev = fork(join(import.meta.dirname, '../../scripts/dev.mjs'), {
    env,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  [[served], browser] = await Promise.all([once(dev, 'message') as Promise<[typeof served]>, launchBrowser()]);
});
afterAll(async () => {
  const gone = once(dev, 'exit');
  dev.kill('SIGTERM');
  await Promise.all([gone, browser?.close()]);
  await rm(dataDir, { recursive: true, force: true });
});

test('serves the API and the elements from their sources with npm run dev', async () => {
  expect((await fetch(`${served.url}/readyz`)).status).toBe(200);
  const file = await fetch(`${served.url}/embed/coach-booking.js`);
  expect(file.headers.get('content-type')).toMatch('javascript');
});

test('lists every state on the stage and draws each on a page of its own', async () => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  const drawn = page.locator('html[data-drawn]');
  const open = async (query: string) => {
    await page.goto(`${served.stageUrl}${query}`);
    await drawn.waitFor();
  };
  await open('');
  for (const name of ['booking', 'calendar', 'admin']) await page.getByRole('heading', { name, exact: true }).waitFor();
  await open('?of=booking&state=taken&look=dark');
  await page.getByText('Coach A').first().waitFor();
  await open('?of=panels&state=moving&look=arabic');
  await page.getByRole('dialog').waitFor();
  expect(await page.getAttribute('html', 'dir')).toBe('rtl');
  expect(await page.locator('pre').count()).toBe(0);
  expect(faults).toEqual([]);
});
