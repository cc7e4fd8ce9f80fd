import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { hostedPages, type HostedPagesDeps } from './hosted-pages.ts';

const deps: HostedPagesDeps = {
  bookable: async () => null,
  manageable: async () => null,
  signIn: async (key) => (key === 'pk_test_other' ? null : { partner: 'Fit & Co', publishableKey: 'pk_live_fit' }),
  demoUrl: () => null,
  demoAccount: () => null,
};
let close = () => {};
afterEach(() => close());

async function page(path: string, change: Partial<HostedPagesDeps> = {}): Promise<{ response: Response; text: string }> {
  const server = express()
    .use(hostedPages({ ...deps, ...change }))
    .listen(0);
  close = () => void server.close();
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  return { response, text: await response.text() };
}

describe('/calendar', () => {
  it('lets the people of a partner sign in, with its first-party key and its own script', async () => {
    const { response, text } = await page('/calendar');
    expect(response.status).toBe(200);
    expect(text).toContain('publishable-key="pk_live_fit"');
    expect(text).toContain('partner="Fit &amp; Co"');
    expect(text).toContain('src="/embed/calendar-page.js"');
  });

  it('may be framed by nobody, and is asked for anew each time', async () => {
    const { response } = await page('/calendar');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('says what to do when the address does not tell whose it is', async () => {
    const { response, text } = await page('/calendar?key=pk_test_other');
    expect(response.status).toBe(404);
    expect(text).toContain('Use the link');
    expect(text).not.toContain('<coach-calendar-page');
  });

  it('names an account only where the demo runs', async () => {
    expect((await page('/calendar')).text).toContain('demo-email=""');
    const { text } = await page('/calendar', { demoAccount: () => ({ email: 'coach-a@demo.example', password: 'pass' }) });
    expect(text).toContain('demo-email="coach-a@demo.example"');
  });

  it('takes over which coach an admin wants, as text', async () => {
    expect((await page('/calendar?coach=coach-b')).text).toContain('coach="coach-b"');
    expect((await page(`/calendar?coach=${encodeURIComponent('"><script>')}`)).text).not.toContain('"><script>');
    expect((await page('/calendar?coach=a&coach=b')).text).toContain('coach=""');
  });
});
