import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, Widget, type Stage } from '../support/journey.ts';

let stage: Stage;
let key: string;
beforeAll(async () => {
  stage = await openStage();
  const { page } = await stage.visit();
  key = (await page.locator('coach-booking').first().getAttribute('publishable-key'))!;
  await page.close();
});
afterAll(() => stage?.close());

/** A page of the partner's that the test writes itself, at an address of the partner's origin. */
async function visitPage(name: string, body: string) {
  const url = `${stage.server.demoUrl}/${name}`;
  // A page served by the test itself has no address on this machine, so the browser prompts before it allows a local
  // request.
  const permissions = ['local-network-access'];
  const context = await stage.browser.newContext({ locale: 'en-US', timezoneId: 'America/New_York', permissions });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const html = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>${name}</title><main>${body}</main></html>`;
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(url);
  return { page, context, complaints };
}

const script = (query = '') =>
  `<script type="module" src="${stage.server.url}/embed/coach-booking.js${query}"></script>`;
const element = (coach: string) =>
  `<coach-booking publishable-key="${key}" coach="${coach}" loading="eager"></coach-booking>`;

test('A2 ignores a version in the address of the script, as WordPress writes it', async () => {
  const { page, context, complaints } = await visitPage('wordpress', `${element('coach-a')}${script('?ver=6.4')}`);
  const widget = new Widget(page);
  await widget.service('Strength session').click();
  await widget.chooseFirstSlot();
  await widget.fillDetails('Wor Dpress', 'wordpress@example.com');
  await widget.bookButton.click();
  await widget.heading('You are booked').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('V11 leaves room to book in each of six widgets on a page over HTTP/1.1', async () => {
  const six = ['coach-a', 'coach-b', 'coach-c', 'coach-a', 'coach-b', 'coach-c'].map(element).join('');
  const { page, context, complaints } = await visitPage('six', `${six}${script()}`);
  const widgets = page.locator('coach-booking');
  await expect.poll(() => widgets.count()).toBe(6);
  const streams = () =>
    page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/slots/stream')).length,
    );
  for (const index of [5, 0]) {
    const widget = new Widget(page, widgets.nth(index));
    const service = widget.root.locator('[part="service-button"]').first();
    await service
      .or(widget.freeSlots().first())
      .or(widget.root.getByRole('button', { name: /^Next free/ }))
      .first()
      .waitFor();
    if (await service.isVisible()) await service.click();
    await widget.chooseFirstSlot();
    await widget.field('Name').waitFor();
  }
  expect(await streams()).toBeLessThanOrEqual(1);
  expect(complaints).toEqual([]);
  await context.close();
});
