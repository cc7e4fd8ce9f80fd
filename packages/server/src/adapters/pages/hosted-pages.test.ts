import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { hostedPages, type HostedPagesDeps } from './hosted-pages.ts';

const deps: HostedPagesDeps = {
  bookable: async () => null,
  manageable: async () => null,
  signIn: async (key) => (key === 'pk_test_other' ? null : { partner: 'Fit & Co', publishableKey: 'pk_live_fit' }),
  mailed: async (purpose, token) => (token === `${purpose}.good` ? { partner: 'Fit & Co', publishableKey: 'pk_live_fit' } : null),
  demoUrl: () => null,
  demoAccount: () => null,
  demoAdmin: () => null,
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

describe('/admin', () => {
  it('is a shell with the key to sign in with and its own script, and holds nothing of anybody', async () => {
    const { response, text } = await page('/admin');
    expect(response.status).toBe(200);
    expect(text).toContain('<coach-admin-page');
    expect(text).toContain('publishable-key="pk_live_fit"');
    expect(text).toContain('partner="Fit &amp; Co"');
    expect(text).toContain('src="/embed/admin-page.js"');
    expect(text).toContain('demo-email=""');
  });

  it('allows no foreign script, no inline script or style, and no frame', async () => {
    const { response, text } = await page('/admin');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(text).not.toMatch(/ style=|<style|<script(?![^>]* src=)/);
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('says what to do when the address does not tell whose it is', async () => {
    const { response, text } = await page('/admin?key=pk_test_other');
    expect(response.status).toBe(404);
    expect(text).not.toContain('<coach-admin-page');
  });

  it('names the demo’s admin, and not its coach, only where the demo runs', async () => {
    const { text } = await page('/admin', {
      demoAccount: () => ({ email: 'coach-a@demo.example', password: 'pass' }),
      demoAdmin: () => ({ email: 'admin@demo.example', password: 'pass' }),
    });
    expect(text).toContain('demo-email="admin@demo.example"');
    expect(text).not.toContain('coach-a@demo.example');
  });
});

describe('the pages of links in mails', () => {
  it.each([
    ['/verify/email_verification.good', 'verify', 'token="email_verification.good"'],
    ['/password/password_reset.good', 'password', 'token="password_reset.good"'],
    ['/password', 'forgotten', 'token=""'],
  ])('%s shows the form, in no frame and without telling others its address', async (path, view, token) => {
    const { response, text } = await page(path);
    expect(response.status).toBe(200);
    expect(text).toContain(`<coach-account-page view="${view}" publishable-key="pk_live_fit" partner="Fit &amp; Co" ${token}`);
    expect(text).toContain('src="/embed/account-page.js"');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('content-security-policy')).toMatch(/script-src 'self'.*form-action 'none'.*frame-ancestors 'none'/);
  });

  it.each(['/verify/password_reset.good', '/password/email_verification.good', '/verify/%22%3E', '/password?key=pk_test_other'])(
    '%s is no such page',
    async (path) => {
      const { response, text } = await page(path);
      expect(response.status).toBe(404);
      expect(text).not.toContain('<coach-account-page');
    },
  );
});
