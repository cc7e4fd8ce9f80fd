import { describe, expect, it } from 'vitest';
import { addresses, demoAccounts, page } from '../../../test/pages/hosted-pages.ts';

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
    addresses.length = 0;
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
    const { text } = await page('/pages/offline', {}, { headers: { 'accept-language': 'de' } });
    expect(text).toContain('<h1>Sie sind offline</h1>');
    expect(text).not.toContain('<script');
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
