import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../support/journey.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const examples = join(import.meta.dirname, '../../examples');

test('sdk-node runs against the server and prints what it did', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['index.mjs'], {
    cwd: join(examples, 'sdk-node'),
    env: { PATH: process.env.PATH!, BASE_URL: stage.server.url },
  });
  expect(stdout).toMatch(/booked/i);
  expect(stdout).toMatch(/cancelled/i);
});

test('sdk-node brings a past along: tried, written, and written once (R38)', async () => {
  const run = async (...given: string[]) =>
    (
      await promisify(execFile)(process.execPath, ['import.mjs', ...given], {
        cwd: join(examples, 'sdk-node'),
        env: { PATH: process.env.PATH!, BASE_URL: stage.server.url },
      })
    ).stdout.trim();
  expect(await run()).toContain('clients: 2 to create, 0 there before, 0 refused');
  const refused = 'bookings.csv, row 6, start: Row 5 has a session of coach kim-berger at this time. (SLOT_TAKEN)';
  expect((await run('--run')).split('\n')).toEqual([
    'coaches: 1 created, 0 there before, 0 refused',
    'clients: 2 created, 0 there before, 0 refused',
    refused,
    'bookings: 4 created, 0 there before, 1 refused',
  ]);
  expect(await run('--run')).toContain('bookings: 0 created, 4 there before, 1 refused');
});

test('theming changes the look by properties and parts alone', async () => {
  const { page, widget, complaints } = await stage.visit({ url: `${stage.server.demoUrl}/theming/` });
  await widget.service('HIIT session').waitFor();
  const inspect = () =>
    widget.root.evaluate((element) => {
      const { backgroundColor, fontFamily } = getComputedStyle(element.shadowRoot!.querySelector('[part~="base"]')!);
      return `${backgroundColor} ${fontFamily}`;
    });
  const seen = new Set([await inspect()]);
  for (const name of ['Clay studio', 'Night gym']) {
    await page.getByRole('radio', { name }).check();
    seen.add(await inspect());
  }
  expect(seen.size).toBe(3);
  expect(complaints).toEqual([]);
});

test('calendar-html lets a coach sign in on the partner’s page and work there', async () => {
  const { page, complaints } = await stage.visit({ url: `${stage.server.demoUrl}/calendar-html/` });
  await page.getByLabel('E-mail').fill('coach-a@demo.example');
  await page.getByLabel('Password').fill('demo-demo-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Working hours' }).click();
  await page.getByRole('heading', { name: 'Working hours' }).waitFor();
  await page.getByRole('group', { name: 'Monday', exact: true }).waitFor();
  expect(complaints).toEqual([]);
});
