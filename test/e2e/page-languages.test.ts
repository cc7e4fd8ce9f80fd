import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../support/api.ts';
import { openStage, type Stage } from '../support/journey.ts';

let stage: Stage;
let paths: Readonly<Record<string, string>>;
/** The texts of the data, which are in no language of the page's. */
let data: string;

beforeAll(async () => {
  stage = await openStage();
  const { url } = stage.server;
  const { body: coach } = await ask(url, 'GET', '/v1/coaches/coach-a');
  const { body: slots } = await ask(url, 'GET', `/v1/coaches/coach-a/slots?from=${day(1)}&to=${day(20)}`);
  const [{ start }] = slots.data['slots'] as [{ start: string }];
  const { body: booked } = await ask(url, 'POST', '/v1/bookings', {
    coachId: coach.data['id'],
    serviceId: (coach.data['services'] as [{ id: string }])[0].id,
    start,
    attendee: { name: 'Ana Diaz', email: 'ana@example.com' },
  });
  const token = String(booked.data['manageToken']);
  paths = {
    book: '/book/coach-a',
    manage: `/manage/${token}`,
    'a link that opens nothing': '/manage/nothing',
    calendar: '/calendar',
    account: '/account',
    admin: '/admin',
    'a new password': '/password',
    'a link of a mail': '/verify/nothing',
    'no page': '/nothing-is-here',
  };
  data = JSON.stringify([coach, booked]);
});
afterAll(() => stage?.close());

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** Texts of the page, those in shadow roots too, once nothing in it is on its way. */
async function textsOf(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    return roots.every((root) => root.textContent !== '' && !root.querySelector('.wait'));
  });
  return page.evaluate(() => {
    const texts: string[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Element && /^(SCRIPT|STYLE|NOSCRIPT|TITLE|OPTION)$/i.test(node.tagName)) return;
      if (node instanceof Text) texts.push(node.data.replace(/\s+/g, ' ').trim());
      if (node instanceof Element)
        for (const name of ['aria-label', 'placeholder', 'title']) texts.push(node.getAttribute(name) ?? '');
      const inside = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
      inside.childNodes.forEach(walk);
    };
    walk(document.body);
    return [...new Set(texts)].filter((text) => /\p{L}{3}/u.test(text));
  });
}

interface Seen {
  readonly html: string;
  readonly title: string;
  readonly texts: readonly string[];
}

async function seen(path: string, lang: string, locale: string): Promise<Seen> {
  const { page, context } = await stage.visit({ url: `${stage.server.url}${path}?lang=${lang}`, locale });
  const texts = await textsOf(page);
  const html = await page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dir}`);
  const answer = { html, title: await page.title(), texts };
  await context.close();
  return answer;
}

/** Words that another language has as English does, names, and durations. */
const SAME = /^(Online|E-mail|Apple|Google|Outlook|Yahoo|New York|\d+ min|\d+h)$/;

const isData = (text: string): boolean => text.split(' · ').every((part) => data.includes(part));

describe('A8 the hosted page speaks the language that its address asks for, whatever the browser’s is:', () => {
  test.each([
    'book',
    'manage',
    'a link that opens nothing',
    'calendar',
    'account',
    'admin',
    'a new password',
    'a link of a mail',
    'no page',
  ])('speaks the language of the address: %s', async (name) => {
    const path = paths[name]!;
    const english = await seen(path, 'en', 'de-DE');
    expect(english.html).toBe('en ltr');
    const others = [
      ['de', 'ltr'],
      ['es', 'ltr'],
      ['fr', 'ltr'],
      ['ar', 'rtl'],
    ] as const;
    const pages = await Promise.all(others.map(([lang]) => seen(path, lang, 'en-US')));
    const titles = [english.title, ...pages.map(({ title }) => title)];
    for (const [at, page] of pages.entries()) {
      const [lang, dir] = others[at]!;
      expect(page.html).toBe(`${lang} ${dir}`);
      expect(page.texts.length, `${lang}: it shows something`).toBeGreaterThan(1);
      const left = page.texts.filter((text) => english.texts.includes(text) && !SAME.test(text) && !isData(text));
      expect(left, `${lang}: what is as in English`).toEqual([]);
    }
    // French calls the administration as English does.
    expect(new Set(titles).size).toBeGreaterThanOrEqual(4);
  });
});
