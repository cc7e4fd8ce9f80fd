import { describe, expect, it } from 'vitest';
import { fit, page } from '../../../test/pages/hosted-pages.ts';

describe('the pages of links in mails', () => {
  it.each([
    ['/u/u.good', 'unsubscribe', 'token="u.good"'],
    ['/confirm/proof.good', 'confirm', 'token="proof.good" booking="b1"'],
    ['/verify/email_verification.good', 'verify', 'token="email_verification.good"'],
    ['/refuse/registration_refusal.good', 'refuse', 'token="registration_refusal.good"'],
    ['/email/email_change.good', 'email', 'token="email_change.good"'],
    ['/password/password_reset.good', 'password', 'token="password_reset.good"'],
    ['/password/invitation.good', 'password', 'token="invitation.good"'],
    ['/password', 'forgotten', 'token=""'],
  ])('shows at %s the form, in no frame and without a referrer', async (path, view, token) => {
    const { response, text } = await page(path);
    expect(response.status).toBe(200);
    expect(text).toContain(
      `<coach-account-page view="${view}" publishable-key="pk_live_fit" partner="Fit &amp; Co" logo-url="" ${token}`,
    );
    expect(text).toContain('src="/embed/account-page.js"');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('content-security-policy')).toMatch(
      /script-src 'self'.*form-action 'none'.*frame-ancestors 'none'/,
    );
  });

  it('shows the logo of the business on each of them, fetched without naming the page', async () => {
    const logoUrl = 'https://cdn.example/logo.svg?a&b';
    const shown = { ...fit, logoUrl };
    const change = {
      manageable: async () => shown,
      mailed: async () => shown,
      provable: async () => ({ ...shown, bookingId: 'b1' }),
      resumable: async () => shown,
      signIn: async () => shown,
      unsubscribable: async () => shown,
    };
    const escaped = 'https://cdn.example/logo.svg?a&amp;b';
    for (const path of [
      '/u/x',
      '/confirm/x',
      '/verify/x',
      '/refuse/x',
      '/email/x',
      '/password/x',
      '/password',
      '/resume/x',
    ])
      expect((await page(path, change)).text).toContain(`logo-url="${escaped}"`);
    const image = `<img class="logo" src="${escaped}" alt="" referrerpolicy="no-referrer" />`;
    expect((await page('/manage/x', change)).text).toContain(image);
    expect((await page('/manage/x', { manageable: async () => fit })).text).not.toContain('<img');
  });

  it.each([
    '/verify/password_reset.good',
    '/password/email_verification.good',
    '/verify/%22%3E',
    '/password?key=pk_test_other',
  ])('finds no page at %s', async (path) => {
    const { response, text } = await page(path);
    expect(response.status).toBe(404);
    expect(text).not.toContain('<coach-account-page');
  });
});

describe('unsubscribing with one press in a mail program (RFC 8058)', () => {
  const post = async (token: string, body: string) => {
    const unsubscribed: string[] = [];
    const unsubscribe = async (given: string) => (unsubscribed.push(given), given === 'u.good');
    const { response } = await page(
      `/u/${token}`,
      { unsubscribe },
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body,
        redirect: 'manual',
      },
    );
    return { status: response.status, cookie: response.headers.get('set-cookie'), unsubscribed };
  };

  it('needs neither a redirect nor a cookie', async () =>
    expect(await post('u.good', 'List-Unsubscribe=One-Click')).toEqual({
      status: 200,
      cookie: null,
      unsubscribed: ['u.good'],
    }));

  it('refuses another link, and changes nothing without the words of the standard', async () => {
    expect(await post('u.bad', 'List-Unsubscribe=One-Click')).toMatchObject({ status: 400 });
    expect(await post('u.good', '')).toEqual({ status: 400, cookie: null, unsubscribed: [] });
  });

  it('changes nothing when the link is only opened, as scanners do', async () => {
    const unsubscribe = () => Promise.reject(new Error('nothing may be noted'));
    expect((await page('/u/u.good', { unsubscribe })).response.status).toBe(200);
  });
});
