import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type Answered } from '../support/api.ts';
import { openStage, type Stage, type Visit } from '../support/journey.ts';

const SECRET = 'the secret of the test';
const PK = 'pk_test_demo';

/**
 * The provider's script as documented: explicit rendering, a token for each solution. The first one of a page is an old
 * one.
 */
const script = `(() => {
  const ready = new URL(document.currentScript.src).searchParams.get('onload');
  const shown = new Map();
  let solved = 0;
  window.hcaptcha = {
    render(place, options) {
      const box = document.createElement('button');
      box.type = 'button';
      box.textContent = 'I am human';
      box.addEventListener('click', () => {
        box.disabled = true;
        options.callback((solved++ ? 'good-' : 'old-') + crypto.randomUUID());
      });
      place.append(box);
      shown.set('w' + shown.size, box);
      return 'w' + (shown.size - 1);
    },
    reset: (widget) => { shown.get(widget).disabled = false; },
    remove: (widget) => { shown.get(widget).remove(); },
  };
  window[ready]();
})();`;

/** A strict page of a partner, by the policy of docs/widget.md, and the provider's siteverify. */
function startFake(base: () => string) {
  const used = new Set<string>();
  const verdict = (form: URLSearchParams): object => {
    const token = form.get('response') ?? '';
    const fail = (code: string) => ({ success: false, 'error-codes': [code] });
    if (form.get('secret') !== SECRET) return fail('invalid-input-secret');
    if (!token) return fail('missing-input-response');
    if (!/^(good|old)-/.test(token)) return fail('invalid-input-response');
    if (token.startsWith('old-') || used.has(token)) return fail('timeout-or-duplicate');
    used.add(token);
    return { success: true, hostname: 'localhost' };
  };
  const policy = () =>
    [
      "default-src 'none'",
      `script-src ${base()} https://hcaptcha.com https://*.hcaptcha.com`,
      `connect-src ${base()} https://hcaptcha.com https://*.hcaptcha.com`,
      'frame-src https://hcaptcha.com https://*.hcaptcha.com',
      'style-src https://hcaptcha.com https://*.hcaptcha.com',
      'img-src data:',
      'trusted-types lit-html coach-booking#challenge',
      "require-trusted-types-for 'script'",
    ].join('; ');
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST') {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy() });
      return response.end(
        `<!doctype html><html lang="en"><title>Fit</title><link rel="icon" href="data:,"><script type="module" src="${base()}/embed/coach-booking.js"></script><coach-booking publishable-key="${PK}" coach="coach-a" loading="eager"></coach-booking></html>`,
      );
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.writeHead(200, { 'content-type': 'application/json' });
    return response.end(JSON.stringify(verdict(new URLSearchParams(Buffer.concat(chunks).toString()))));
  });
  return { server, used };
}

let stage: Stage;
let server: Server;
let used: Set<string>;
let page: string;
beforeAll(async () => {
  ({ server, used } = startFake(() => stage.server.url));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  page = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stage = await openStage({
    CHALLENGE_PROVIDER: 'hcaptcha',
    CHALLENGE_SITE_KEY: 'site',
    CHALLENGE_SECRET: SECRET,
    CHALLENGE_URL: `${page}/siteverify`,
  });
  const { body } = await ask(stage.server.url, 'GET', '/v1/partner');
  const change = { challenge: true, allowedOrigins: [...(body.data.allowedOrigins as string[]), page] };
  expect((await ask(stage.server.url, 'PATCH', '/v1/partner', change)).status).toBe(200);
});
afterAll(async () => {
  await stage?.close();
  server?.close();
});

/** A visitor whose browser finds the fake where the provider is. */
async function visit(url: string): Promise<Visit> {
  const visitor = await stage.visit({ url: 'about:blank' });
  await visitor.context.route('https://js.hcaptcha.com/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  );
  await visitor.page.goto(url);
  return visitor;
}

const unexpected = (complaints: readonly string[]) => complaints.filter((text) => !/status of 403/.test(text));

test('S7 lets a visitor of a strict page through by the provider, and asks anew when it refuses', async () => {
  const { page: tab, widget, complaints } = await visit(`${page}/`);
  await widget.service('Strength session').click();
  await widget.chooseFirstSlot();
  await widget.fillDetails('Ana Diaz', 'ana@example.com');
  const check = tab.getByRole('button', { name: 'I am human' });
  await check.waitFor();
  await widget.bookButton.click();
  await widget.root.getByText('Please do the check in this form first.').waitFor();
  await check.click();
  await widget.bookButton.click();
  await widget.root.getByText('The check did not succeed.').waitFor();
  await check.click();
  await widget.bookButton.click();
  await widget.heading('You are booked').waitFor();
  expect(await check.count()).toBe(0);
  expect(used.size).toBe(1);
  expect(unexpected(complaints)).toEqual([]);
});

test('S7 lets the provider into the page of a coach on the server, and books by the keyboard', async () => {
  const { page: tab, widget, complaints } = await visit(`${stage.server.url}/book/coach-b`);
  await widget
    .service(/./ as unknown as string)
    .first()
    .click();
  await widget.chooseFirstSlot();
  await widget.fillDetails('Bo Lund', 'bo@example.com');
  const check = tab.getByRole('button', { name: 'I am human' });
  await check.waitFor();
  await widget.field('Notes for').focus();
  for (const label of ['old', 'good']) {
    await check.focus();
    await tab.keyboard.press('Enter');
    await tab.waitForFunction(
      () => document.querySelector<HTMLButtonElement>('coach-booking [slot=challenge] button')?.disabled,
    );
    await widget.bookButton.click();
    if (label === 'old') await widget.root.getByText('The check did not succeed.').waitFor();
  }
  await widget.heading(/You are booked|Your request is with/).waitFor();
  expect(unexpected(complaints)).toEqual([]);
});

test('S7 refuses a program without a token, with one of its own, and with a used one', async () => {
  const asVisitor = async (path: string, body?: object): Promise<Answered['body']> => {
    const headers = { 'X-Publishable-Key': PK, Origin: page, 'Content-Type': 'application/json' };
    const response = await fetch(stage.server.url + path, {
      headers,
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    return (await response.json()) as Answered['body'];
  };
  const { data } = await asVisitor('/v1/coaches/coach-a');
  const codes: unknown[] = [];
  for (const challengeToken of [undefined, 'made-up', ...used]) {
    const start = new Date((Math.ceil(Date.now() / 86_400_000) + 7) * 86_400_000).toISOString().replace('.000', '');
    const input = {
      coachId: data.id,
      serviceId: (data.services as { id: string }[])[0]!.id,
      start,
      attendee: { name: 'Pro Gram', email: 'pro@example.com' },
      ...(challengeToken && { challengeToken }),
    };
    codes.push((await asVisitor('/v1/bookings', input)).code);
  }
  expect(codes.slice(0, 3)).toEqual(['CHALLENGE_REQUIRED', 'CHALLENGE_FAILED', 'CHALLENGE_FAILED']);
});
