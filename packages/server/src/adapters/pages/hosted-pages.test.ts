import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import type { PageAddress } from '../../application/pages/page-lookups.ts';
import { hostedPages, noSuchPage, type HostedPagesDeps } from './hosted-pages.ts';

const fit = { partner: 'Fit & Co', publishableKey: 'pk_live_fit', suspended: false };
let addresses: PageAddress[] = [];
const deps: HostedPagesDeps = {
  bookable: async () => null,
  team: async () => null,
  manageable: async () => null,
  meeting: async () => null,
  returnFromProvider: async ({ state }) => (state === 'good' ? 'https://book.example/desk#state=good' : null),
  unsubscribable: async (token) => (token === 'u.good' ? { ...fit, language: 'en' } : null),
  resumable: async (token) => (token === 'resume.good' ? { ...fit, language: 'en' } : null),
  unsubscribe: async (token) => token === 'u.good',
  provable: async (token) => (token === 'proof.good' ? { ...fit, bookingId: 'b1', language: 'en' } : null),
  signIn: async ({ key, slug, host }) => {
    addresses.push({ key, slug, host });
    return key === 'pk_test_other' || slug === 'nobody' ? null : fit;
  },
  mailed: async (token, ...purposes) => (purposes.some((purpose) => token === `${purpose}.good`) ? fit : null),
  preloads: async (part) => (part === 'coach-calendar' ? ['chunks/define-1a.js'] : []),
  isSetupOpen: async () => false,
  demoUrl: () => null,
  demoAccounts: () => null,
};
let close = () => {};
afterEach(() => close());

async function page(
  path: string,
  change: Partial<HostedPagesDeps> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<{ response: Response; text: string }> {
  const server = express()
    .use(hostedPages({ ...deps, ...change }))
    .use(noSuchPage())
    .listen(0);
  close = () => void server.close();
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });
  return { response, text: await response.text() };
}

const tried = (email: string) => ({ email, password: 'pass' });
const demoAccounts = {
  coach: tried('coach-a@demo.example'),
  admin: tried('admin@demo.example'),
  client: tried('ana@demo.example'),
};

describe('/book/{coach} (S7)', () => {
  const bookable = async () => ({ ...fit, name: 'Coach A', slug: 'coach-a', services: ['strength-60'], brand: {} });
  const policyOf = async (path: string, change: Partial<HostedPagesDeps>) =>
    (await page(path, { bookable, ...change })).response.headers.get('content-security-policy')!;

  it('allows no challenge provider where the server has none', async () => {
    const policy = await policyOf('/book/coach-a', {});
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'");
  });

  it.each([
    ['turnstile', 'https://challenges.cloudflare.com'],
    ['hcaptcha', 'https://hcaptcha.com https://*.hcaptcha.com'],
  ] as const)('lets the script and frame of %s in, on no other page', async (challenger, from) => {
    const policy = await policyOf('/book/coach-a', { challenger });
    expect(policy).toContain(`script-src 'self' ${from};`);
    expect(policy).toContain(`frame-src ${from};`);
    expect(policy).toContain('frame-ancestors *');
    expect(await policyOf('/desk', { challenger })).toContain("script-src 'self';");
  });
});

describe('/book/{coach} (S26)', () => {
  it.each([
    ['/book/kim', {}],
    ['/book/kim?key=pk_test_fit', { key: 'pk_test_fit' }],
    ['/p/fit/book/kim', { slug: 'fit' }],
  ])('reads for %s the coach with all parts of the address', async (path, attributes) => {
    const asked: [string, PageAddress][] = [];
    await page(path, { bookable: async (...given) => (asked.push(given), null) });
    const host = expect.stringMatching(/^127\.0\.0\.1:\d+$/) as string;
    expect(asked).toEqual([['kim', { slug: undefined, key: undefined, host, ...attributes }]]);
  });
});

describe('every page (A8, A36)', () => {
  const german = { 'accept-language': 'de-CH,de;q=0.9,en;q=0.5' };
  const bookable = async () => ({ ...fit, name: 'Coach A', slug: 'coach-a', services: ['strength-60'], brand: {} });
  const manageable = async () => ({ ...fit, language: 'ar' });
  const headOf = (text: string) => ({
    html: /<html [^>]*>/.exec(text)?.[0],
    title: /<title>(.*)<\/title>/.exec(text)?.[1],
    h1: [...text.matchAll(/<h1[^>]*>(.*)<\/h1>/g)].map(([, words]) => words),
  });

  it.each([
    ['/book/coach-a', 'Coach A buchen'],
    ['/desk', 'Heute'],
    ['/desk/calendar', 'Kalender'],
    ['/desk/account', 'Mein Konto'],
    ['/desk/bookings', 'Buchungen'],
    ['/desk/clients', 'Personen'],
    ['/desk/clients/665f00000000000000000072', 'Personen'],
    ['/desk/leads', 'Interessierte'],
    ['/desk/meetings', 'Meetings'],
    ['/desk/statistics', 'Statistik'],
    ['/desk/services', 'Angebote'],
    ['/desk/availability', 'Verfügbarkeit'],
    ['/desk/team', 'Team'],
    ['/desk/profile', 'Profil'],
    ['/desk/settings/services', 'Angebote'],
    ['/desk/settings/messages', 'Nachrichten'],
    ['/desk/settings/notifications', 'Mitteilungen'],
    ['/desk/settings/suggestions', 'Vorschläge'],
    ['/desk/settings/connections', 'Verbindungen'],
    ['/account', 'Mein Konto'],
    ['/admin', 'Verwaltung'],
    ['/password', 'Wählen Sie ein anderes Passwort'],
  ])('answers %s in the language of the browser, with the name of the business in its title', async (path, title) => {
    const { response, text } = await page(path, { bookable }, german);
    expect(headOf(text)).toMatchObject({ html: '<html lang="de-CH" dir="ltr">', title: `${title} – Fit &amp; Co` });
    expect(response.headers.get('content-language')).toBe('de-CH');
    expect(response.headers.get('vary')).toContain('Accept-Language');
  });

  it('answers in the language of the booking that it shows, unless the address asks for another', async () => {
    const booked = await page('/manage/x', { manageable }, german);
    expect(headOf(booked.text)).toEqual({
      html: '<html lang="ar" dir="rtl">',
      title: 'حجزك – Fit &amp; Co',
      h1: ['حجزك'],
    });
    const asked = await page('/manage/x?lang=es', { manageable }, german);
    expect(headOf(asked.text).html).toBe('<html lang="es" dir="ltr">');
  });

  it('offers on a booking page the time and the service of the link, and no service that is gone', async () => {
    const start = '2026-04-14T13:00:00Z';
    const offered = await page(`/book/coach-a?service=strength-60&start=${start}`, { bookable });
    expect(offered.text).toContain(`coach="coach-a" service="strength-60" start="${start}"`);
    const gone = await page(`/book/coach-a?service=boxing&start=${start}`, { bookable });
    expect(gone.text).toContain(`coach="coach-a" service="" start="${start}"`);
  });

  it('draws one h1 on booking pages, an icon, and a description where the page may be listed', async () => {
    const { text } = await page('/book/coach-a', { bookable });
    expect(headOf(text)).toMatchObject({ title: 'Book Coach A – Fit &amp; Co', h1: ['Book Coach A'] });
    expect(text).toContain('<meta name="description" content="See when Coach A is free, and book a time."');
    expect(text).not.toContain('noindex');
    expect((await page('/manage/x', { manageable })).text).toContain('<meta name="robots" content="noindex"');
    const icon = await page(/rel="icon"[^>]*href="([^"]+)"/.exec(text)![1]!);
    expect(icon.response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(icon.text).toMatch(/^<svg /);
  });

  it.each(['/register', '/', '/book', '/p/fit/nothing'])('answers %s to a browser with a page', async (path) => {
    if (path === '/p/fit/nothing') expect((await page(path)).text).toContain('Cannot GET');
    const { response, text } = await page(path, {}, { accept: 'text/html,*/*;q=0.8', ...german });
    expect(response.status).toBe(404);
    expect(headOf(text)).toMatchObject({ title: 'Diese Seite gibt es nicht', h1: ['Diese Seite gibt es nicht'] });
    expect(text).not.toContain('<script');
  });

  it('answers no page below /v1, whatever is asked for', async () => {
    expect((await page('/v1/nothing', {}, { accept: 'text/html' })).text).toContain('Cannot GET');
  });
});

describe('/desk', () => {
  it('lets the people of a partner sign in, with its first-party key and its own script', async () => {
    const { response, text } = await page('/desk');
    expect(response.status).toBe(200);
    expect(text).toContain('publishable-key="pk_live_fit"');
    expect(text).toContain('partner="Fit &amp; Co"');
    expect(text).toContain('src="/embed/desk-page.js"');
  });

  it('refuses to be framed, and is revalidated each time', async () => {
    const { response } = await page('/desk');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('asks for the slug when the address does not name the partner', async () => {
    const { response, text } = await page('/desk', { signIn: async () => null });
    expect(response.status).toBe(200);
    expect(text).toContain('<coach-gate-page view="find" target="desk">');
    expect(text).toContain('src="/embed/gate-page.js"');
    expect(text).not.toContain('<coach-desk-page');
  });

  it.each(['/desk?key=pk_test_other', '/p/nobody/desk'])(
    'reports at %s that the slug is unknown, and asks again',
    async (path) => {
      const { response, text } = await page(path);
      expect(response.status).toBe(404);
      expect(text).toContain('<coach-gate-page view="unknown" target="desk">');
    },
  );

  it('finds the partner by the path, by the requested host, and by the key', async () => {
    addresses = [];
    const { response } = await page('/p/fit/desk?key=pk_live_fit');
    const { host } = new URL(response.url);
    await page('/desk');
    expect(addresses).toEqual([
      { slug: 'fit', key: 'pk_live_fit', host },
      { slug: undefined, key: undefined, host: expect.stringMatching(/^127\.0\.0\.1:/) as string },
    ]);
  });

  it('finds the partner by the slug alone', async () => {
    const { response } = await page('/p/fit');
    expect(new URL(response.url).pathname).toBe('/p/fit/desk');
  });

  it('names an account only where the demo runs', async () => {
    expect((await page('/desk')).text).toContain('demo-email=""');
    const { text } = await page('/desk', {
      demoAccounts: () => demoAccounts,
    });
    expect(text).toContain('demo-email="coach-a@demo.example"');
  });

  it('has a page for each address below /me, and names the demo’s client', async () => {
    const { text, response } = await page('/me/sharing?key=pk_live_fit', { demoAccounts: () => demoAccounts });
    expect(response.status).toBe(200);
    expect(text).toContain('<coach-me-page');
    for (const attribute of ['base="/me"', 'path="sharing"', 'demo-email="ana@demo.example"'])
      expect(text).toContain(attribute);
    expect((await page('/p/fit/me')).text).toContain('base="/p/fit/me"');
  });

  it('has a page for each address below /desk, and names it', async () => {
    for (const [path, base, status] of [
      ['/desk', '/desk', 200],
      ['/desk/', '/desk', 200],
      ['/desk/account', '/desk', 200],
      ['/p/fit/desk/calendar?coach=kim', '/p/fit/desk', 200],
      ['/desk/leads/l1', '/desk', 200],
      ['/desk/nothing', '/desk', 404],
      ['/p/fit/desk/calendar/more', '/p/fit/desk', 404],
    ] as const) {
      const { response, text } = await page(path);
      expect([path, response.status]).toEqual([path, status]);
      expect(text).toContain(`base="${base}"`);
      // Its code is fetched with that of the desk.
      expect(text.includes('href="/embed/chunks/define-1a.js"')).toBe(path.includes('calendar?'));
    }
    expect((await page('/p/%22%3E/desk')).text).not.toContain('">/desk');
  });

  it('says what it is for, and is not to be listed', async () => {
    const { text } = await page('/desk');
    expect(text).toContain('<meta name="description" content="Sign in to your calendar and your settings." />');
    expect(text).toContain('<meta name="robots" content="noindex" />');
  });

  it.each([
    ['/calendar', '/desk/calendar'],
    ['/calendar?key=pk_live_fit&coach=coach-b', '/desk/calendar?key=pk_live_fit&coach=coach-b'],
    ['/p/fit/calendar?lang=de', '/p/fit/desk/calendar?lang=de'],
    ['/calendar?a=?b', '/desk/calendar?a=?b'],
  ])('leads %s, which was its address, to the desk', async (path, to) => {
    const { response } = await page(path);
    expect(response.redirected).toBe(true);
    expect(response.url.replace(new URL(response.url).origin, '')).toBe(to);
  });
});

describe('the service worker', () => {
  it('serves the service worker at the root, revalidated each time, which answers no request', async () => {
    const { response, text } = await page('/sw.js');
    expect(response.headers.get('content-type')).toContain('javascript');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(text).toContain("addEventListener('push'");
    // It answers for pages of the desk alone, and stores three files without anybody's data.
    expect(text).toContain("const stored = ['/pages/offline', '/pages/page.css', '/pages/icon.svg'];");
    expect(text.match(/caches.open/g)).toHaveLength(1);
  });

  it('registers the service worker on the desk and the account, and on no other page', async () => {
    const policyOf = async (path: string) => (await page(path)).response.headers.get('content-security-policy');
    for (const path of ['/desk', '/account'])
      expect(await policyOf(path)).toContain('trusted-types lit-html coach-push;');
    expect(await policyOf('/admin')).toContain('trusted-types lit-html;');
  });
});

describe('the document in which a mail is shown', () => {
  it('gives the document no origin, one script of ours, and only our pages as frames', async () => {
    const { response, text } = await page('/pages/preview');
    const policy = response.headers.get('content-security-policy')!;
    expect(policy).toContain('sandbox allow-scripts');
    expect(policy).not.toContain('allow-same-origin');
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'unsafe-inline'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(response.headers.get('x-frame-options')).toBeNull();
    expect([...text.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual([
      '<script type="module" src="/pages/preview.js">',
    ]);
    expect((await page('/pages/preview.js')).response.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('allows the desk and no other page to frame the document of a mail', async () => {
    const policyOf = async (path: string) => (await page(path)).response.headers.get('content-security-policy');
    expect(await policyOf('/desk/settings/messages')).toContain("frame-src 'self'");
    expect(await policyOf('/account')).not.toContain('frame-src');
  });
});

describe('/admin', () => {
  it('serves a shell with the key to sign in with and its own script, and no data', async () => {
    const { response, text } = await page('/admin');
    expect(response.status).toBe(200);
    expect(text).toContain('<coach-admin-page');
    expect(text).toContain('publishable-key="pk_live_fit"');
    expect(text).toMatch(/partner="Fit &amp; Co"\s+logo-url=""/);
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

  it('asks for the slug when the address does not name the partner', async () => {
    const { text } = await page('/admin', { signIn: async () => null });
    expect(text).toContain('<coach-gate-page view="find" target="admin">');
    expect(text).not.toContain('<coach-admin-page');
  });

  it('names the demo’s admin, and not its coach, only where the demo runs', async () => {
    const { text } = await page('/admin', {
      demoAccounts: () => demoAccounts,
    });
    expect(text).toContain('demo-email="admin@demo.example"');
    expect(text).not.toContain('coach-a@demo.example');
  });
});

describe('the pages of a suspended partner', () => {
  const closed = { ...fit, suspended: true };
  const all: Partial<HostedPagesDeps> = {
    signIn: async () => closed,
    mailed: async () => closed,
    manageable: async () => closed,
    bookable: async () => ({ ...closed, name: 'Coach A', slug: 'coach-a', services: ['strength-60'], brand: {} }),
  };
  it.each([
    '/desk',
    '/desk/account',
    '/admin',
    '/password',
    '/verify/x',
    '/password/x',
    '/manage/x',
    '/book/coach-a',
    '/p/fit/admin',
  ])('shows at %s that the partner is suspended, and nothing else', async (path) => {
    const { response, text } = await page(path, all);
    expect(response.status).toBe(403);
    expect(text).toContain('<coach-gate-page view="closed"');
    expect(text).not.toMatch(/publishable-key|<coach-(booking|calendar|admin|account)/);
  });
});

describe('/setup', () => {
  it('exists as long as there is no business, with its own script and in no frame', async () => {
    const { response, text } = await page('/setup', { isSetupOpen: async () => true });
    expect(response.status).toBe(200);
    expect(text).toContain('<coach-setup-page>');
    expect(text).toContain('src="/embed/setup-page.js"');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('answers 404 after the set-up', async () => expect((await page('/setup')).response.status).toBe(404));
});

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
      `<coach-account-page view="${view}" publishable-key="pk_live_fit" partner="Fit &amp; Co" ${token}`,
    );
    expect(text).toContain('src="/embed/account-page.js"');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('content-security-policy')).toMatch(
      /script-src 'self'.*form-action 'none'.*frame-ancestors 'none'/,
    );
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
    const server = express()
      .use(hostedPages({ ...deps, unsubscribe }))
      .listen(0);
    close = () => void server.close();
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/u/${token}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
      redirect: 'manual',
    });
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

describe('the installed desk', () => {
  it.each([
    ['/desk', '/desk'],
    ['/p/fit/desk', '/p/fit/desk'],
    ['/desk?key=pk_live_fit', '/desk?key=pk_live_fit'],
  ])('installs %s under the name of the business, and starts there', async (path, start) => {
    const { response, text } = await page(path);
    expect(response.headers.get('content-security-policy')).toContain("manifest-src 'self'");
    expect(text).toContain('name="theme-color"');
    const address = /<link rel="manifest" href="([^"]*)"/.exec(text)![1]!;
    const manifest = await page(address);
    expect(manifest.response.headers.get('content-type')).toContain('application/manifest+json');
    const [base] = start.split('?');
    const stated = JSON.parse(manifest.text) as { icons: { src: string; sizes: string; purpose: string }[] };
    expect(stated).toMatchObject({ id: base, name: 'Fit & Co', start_url: start, scope: base, display: 'standalone' });
    expect(stated.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      'any any',
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ]);
  });

  it.each(['icon-180.png', 'icon-192.png', 'icon-512.png', 'icon-maskable-512.png'])('draws %s', async (name) => {
    const { response, text } = await page(`/pages/${name}`);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(text.slice(1, 4)).toBe('PNG');
  });

  it('has no manifest of a business that there is not', async () => {
    expect((await page('/p/nobody/desk.webmanifest', { signIn: async () => null })).response.status).toBe(404);
  });

  it('says in the language of the browser that there is no connection, without a script', async () => {
    const { text } = await page('/pages/offline', {}, { 'accept-language': 'de' });
    expect(text).toContain('<h1>Sie sind offline</h1>');
    expect(text).not.toContain('<script');
  });
});
