import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import type { PageAddress, TeamCoach, TeamPage } from '../../application/pages/page-lookups.ts';
import { teamPage } from './team-page.ts';

const coaches: readonly TeamCoach[] = [
  {
    name: 'Ada <b>Lovelace</b>',
    slug: 'ada',
    photo: '/photos/1/2-128.webp',
    specialties: ['Strength'],
    services: ['First talk', 'Strength', 'Boxing', 'Yoga', 'Run'],
  },
  { name: 'Bo Chen', slug: 'bo', specialties: [], services: [] },
];
const harbour: TeamPage = {
  partner: 'Harbour',
  publishableKey: 'pk_test_h',
  suspended: false,
  brand: { name: 'Harbour Strength', logoUrl: 'https://logo.example/l.svg' },
  coaches,
};
let close = () => {};
afterEach(() => close());

async function page(path: string, team: TeamPage | null = harbour, language = 'en') {
  const asked: PageAddress[] = [];
  const pages = teamPage({ team: async (address) => (asked.push(address), team) });
  const server = express().use('/p/:partner', pages).use(pages).listen(0);
  close = () => void server.close();
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const response = await fetch(address, { headers: { 'Accept-Language': language } });
  return { response, text: await response.text(), asked };
}

describe('the page of a team', () => {
  it('names each coach, with a photo or initials, and leads to the page of each', async () => {
    const { response, text } = await page('/book');
    expect(response.status).toBe(200);
    expect(text).toContain('href="/book/ada"');
    expect(text).toContain('href="/book/bo"');
    expect(text).toContain('src="/photos/1/2-128.webp"');
    expect(text).toContain('>BC<');
    expect(text).toContain('First talk · Strength · Boxing and 2 more');
    expect(text).toContain('Ada &lt;b&gt;Lovelace&lt;/b&gt;');
  });

  it('has one heading, a description, and may be listed and framed', async () => {
    const { response, text } = await page('/book');
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text).toContain('<title>Book with Harbour Strength</title>');
    expect(text).toContain('property="og:title" content="Book with Harbour Strength"');
    expect(text).not.toContain('noindex');
    expect(text).toContain('src="https://logo.example/l.svg"');
    expect(response.headers.get('content-security-policy')).toContain('frame-ancestors *');
  });

  it('leads to whoever is free first, where there are several, and shows their widget there', async () => {
    expect((await page('/book')).text).toContain('href="/book?free=first"');
    const { text } = await page('/p/harbour/book?key=pk_test_h&free=first&service=strength');
    expect(text).toContain('<coach-booking publishable-key="pk_test_h" coach="*" service="strength"');
    expect(text).toContain('href="/p/harbour/book?key=pk_test_h"');
    expect(text).toContain('noindex');
    const wrong = await page('/book?free=first&service=%22%3E');
    expect(wrong.text).toContain('coach="*" service=""');
  });

  it('assigns nobody where there is one coach, or more than can be asked for at once', async () => {
    const many = Array.from({ length: 21 }, (_, i) => ({ ...coaches[1]!, slug: `c-${i}` }));
    for (const some of [coaches.slice(1), many]) {
      const { text } = await page('/book?free=first', { ...harbour, coaches: some });
      expect(text).not.toContain('free=first');
      expect(text).not.toContain('<coach-booking');
    }
  });

  it('keeps the partner and the key of the address in its links', async () => {
    const { text, asked } = await page('/p/harbour/book?key=pk_test_h');
    expect(text).toContain('href="/p/harbour/book/ada?key=pk_test_h"');
    expect(asked[0]).toMatchObject({ slug: 'harbour', key: 'pk_test_h' });
  });

  it('takes no logo that is not https', async () => {
    const { text } = await page('/book', { ...harbour, brand: { logoUrl: 'http://logo.example/l.svg' } });
    expect(text).not.toContain('logo.example');
    expect(text).toContain('Book with Harbour');
  });

  it('says when nobody can be booked, when there is no business, and when it is closed', async () => {
    expect((await page('/book', { ...harbour, coaches: [] })).text).toContain('Nobody can be booked here');
    expect((await page('/book', null)).response.status).toBe(404);
    expect((await page('/book', { ...harbour, suspended: true })).text).not.toContain('/book/ada');
  });

  it.each(['de', 'es', 'fr', 'ar'])('speaks %s', async (language) => {
    const { text } = await page('/book', harbour, language);
    expect(text).toContain(`<html lang="${language}"`);
    expect(text).not.toContain('Choose a coach');
    expect(text).toContain('Harbour Strength');
  });
});
