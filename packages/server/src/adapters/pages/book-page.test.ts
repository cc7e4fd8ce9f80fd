import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { hostedPages, type HostedPagesDeps } from './hosted-pages.ts';

const fit = { partner: 'Fit & Co', publishableKey: 'pk_live_fit', suspended: false };
const brand = { name: 'Fit', logoUrl: 'https://logo.example/l.svg', privacyUrl: 'https://fit.example/privacy' };
let close = () => {};
afterEach(() => close());

async function page(path: string, deps: Pick<HostedPagesDeps, 'bookable'>): Promise<{ text: string }> {
  const server = express()
    .use(hostedPages(deps as HostedPagesDeps))
    .listen(0);
  close = () => void server.close();
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  return { text: await response.text() };
}

describe('/book/{coach} of a business', () => {
  const bookable = async () => ({ ...fit, name: 'Coach A', slug: 'coach-a', services: ['strength-60'], brand });

  it('shows the logo, the name and the page about personal data, and has one address for search engines', async () => {
    const { text } = await page('/p/fit/book/coach-a?service=strength-60', { bookable });
    expect(text).toContain('<img class="logo" src="https://logo.example/l.svg"');
    expect(text).toContain(
      '<a href="https://fit.example/privacy" target="_blank" rel="noopener noreferrer">Privacy</a>',
    );
    expect(text).toContain('<link rel="canonical" href="/p/fit/book/coach-a" />');
    expect(text).toContain('<script type="module" src="/pages/book.js"></script>');
    expect(text).toContain('service="strength-60"');
    expect(text).toContain('<coach-book-client publishable-key="pk_live_fit" base="/p/fit" coach="coach-a">');
  });

  it('names no such address for what a key opens', async () => {
    expect((await page('/book/coach-a?key=pk_test_fit', { bookable })).text).not.toContain('canonical');
  });

  it('draws neither a logo nor a link that is not https', async () => {
    const unsafe = { logoUrl: 'http://x.example/l.svg', privacyUrl: 'javascript:alert(1)' };
    const { text } = await page('/book/coach-a', { bookable: async () => ({ ...(await bookable()), brand: unsafe }) });
    expect(text).not.toMatch(/class="logo"|javascript:|http:\/\/x/);
    expect(text).toContain('<span dir="auto">Fit &amp; Co</span>');
  });
});
