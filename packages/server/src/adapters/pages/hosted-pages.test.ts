import { describe, expect, it } from 'vitest';
import type { PageAddress } from '../../application/pages/page-lookups.ts';
import type { HostedPagesDeps } from './hosted-pages.ts';
import { fit, page } from '../../../test/pages/hosted-pages.ts';

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
    const { response, text } = await page(path, { bookable }, { headers: german });
    expect(headOf(text)).toMatchObject({ html: '<html lang="de-CH" dir="ltr">', title: `${title} – Fit &amp; Co` });
    expect(response.headers.get('content-language')).toBe('de-CH');
    expect(response.headers.get('vary')).toContain('Accept-Language');
  });

  it('answers in the language of the booking that it shows, unless the address asks for another', async () => {
    const booked = await page('/manage/x', { manageable }, { headers: german });
    expect(headOf(booked.text)).toEqual({
      html: '<html lang="ar" dir="rtl">',
      title: 'حجزك – Fit &amp; Co',
      h1: ['حجزك'],
    });
    const asked = await page('/manage/x?lang=es', { manageable }, { headers: german });
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
    const { response, text } = await page(path, {}, { headers: { accept: 'text/html,*/*;q=0.8', ...german } });
    expect(response.status).toBe(404);
    expect(headOf(text)).toMatchObject({ title: 'Diese Seite gibt es nicht', h1: ['Diese Seite gibt es nicht'] });
    expect(text).not.toContain('<script');
  });

  it('answers no page below /v1, whatever is asked for', async () => {
    expect((await page('/v1/nothing', {}, { headers: { accept: 'text/html' } })).text).toContain('Cannot GET');
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
