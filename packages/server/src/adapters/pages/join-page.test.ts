import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { minus, parseInstant, plus } from '@coach-booking/time/instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import type { Meeting } from '../../application/video/find-meeting.ts';
import { joinPage } from './join-page.ts';

const start = parseInstant('2026-04-14T13:00:00Z');
const meeting: Meeting = {
  brand: 'Fit & Co',
  suspended: false,
  state: 'ready',
  admission: { state: 'early', opensAt: minus(start, 15 * MINUTE) },
  coach: 'Coach <A>',
  service: 'Call',
  start,
  end: plus(start, HOUR),
  timeZone: 'America/New_York',
  coachZone: 'Europe/Berlin',
  contact: 'coach@fit.example',
  now: minus(start, 2 * HOUR),
};
let close = () => {};
afterEach(() => close());

const get = async (given: Partial<Meeting> | null, headers: Readonly<Record<string, string>> = {}) => {
  const found = given && { ...meeting, ...given };
  const server = express()
    .use(joinPage({ meeting: async (token) => (token === 'good' ? found : null) }))
    .listen(0);
  close = () => void server.close();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/join/good`;
  const response = await fetch(url, { headers, redirect: 'manual' });
  return { response, text: await response.text() };
};
const header = ({ headers }: Response, name: string) => headers.get(name);

describe('/join/{token}', () => {
  it('shows the logo of the business while one waits', async () => {
    const logoUrl = 'https://cdn.example/logo.svg';
    expect((await get({ logoUrl })).text).toContain(`<img class="logo" src="${logoUrl}" alt=""`);
    expect((await get({})).text).not.toContain('<img');
  });

  it('leads to an open meeting, and neither caches nor tells where one came from', async () => {
    const address = 'https://zoom.us/j/93551234567?pwd=x';
    const { response } = await get({ admission: { state: 'open' }, address });
    expect(response.status).toBe(302);
    expect(header(response, 'location')).toBe(address);
    expect(header(response, 'cache-control')).toBe('no-store');
    expect(header(response, 'referrer-policy')).toBe('no-referrer');
  });

  it('lets who is early wait, at both clocks, without a script', async () => {
    const { response, text } = await get({});
    expect(response.status).toBe(200);
    expect(text).toContain('Call with Coach &lt;A&gt;');
    expect(text).toContain('9:00\u00a0AM – 10:00\u00a0AM (Eastern Daylight Time)');
    expect(text).toContain('(Central European Summer Time)');
    expect(text).toContain('It begins in 2 hours. This link leads to the meeting from 8:45\u00a0AM on.');
    expect(text).toContain('<meta http-equiv="refresh" content="60" />');
    expect(text).not.toContain('<script');
    expect(header(response, 'cache-control')).toBe('no-store');
    expect(header(response, 'referrer-policy')).toBe('no-referrer');
  });

  it.each([
    ['preparing', 'is still being prepared'],
    ['failed', 'could not be prepared so far'],
  ] as const)('waits for a meeting that is %s once it would be open, and names whom to ask', async (state, words) => {
    const { response, text } = await get({ admission: { state: 'open' }, state });
    expect(response.status).toBe(200);
    expect(text).toContain(words);
    expect(text).toContain('mailto:coach@fit.example');
    expect(text).toContain('<meta http-equiv="refresh" content="10" />');
  });

  it('looks again at the moment at which it opens', async () => {
    const { text } = await get({ now: minus(start, 15 * MINUTE + 12_300) });
    expect(text).toContain('<meta http-equiv="refresh" content="13" />');
  });

  it('says one time where both clocks agree', async () => {
    const { text } = await get({ coachZone: 'America/New_York' });
    expect(text.match(/<time /g)).toHaveLength(1);
  });

  it.each([
    ['cancelled', 'This session was cancelled.'],
    ['over', 'This session is over.'],
    ['pending', 'This session is not agreed yet.'],
    ['untimed', 'This session has no time yet.'],
  ] as const)('says of a session that is %s so, and whom to ask', async (state, words) => {
    const { text } = await get({ admission: { state } });
    expect(text).toContain(words);
    expect(text).toContain('<a href="mailto:coach@fit.example">coach@fit.example</a>');
    expect(text).not.toContain('http-equiv="refresh"');
    expect((await get({ admission: { state }, contact: undefined })).text).not.toContain('mailto:');
  });

  it.each([
    ['de', 'ltr', 'Der Termin beginnt in 2 Stunden. Ab 08:45 Uhr führt dieser Link zum Treffen.'],
    ['es', 'ltr', 'Empieza dentro de 2 horas.'],
    ['fr', 'ltr', 'Elle commence dans 2 heures.'],
    ['ar', 'rtl', 'يبدأ الموعد خلال ساعتين.'],
  ])('speaks %s, the language of the booking', async (language, dir, words) => {
    const { text } = await get({ language }, { 'accept-language': 'en' });
    expect(text).toContain(`<html lang="${language}" dir="${dir}">`);
    expect(text.replaceAll('\u00a0', ' ')).toContain(words);
  });

  it('says that a link leads nowhere, and that a business is closed', async () => {
    const { response, text } = await get(null);
    expect(response.status).toBe(404);
    expect(text).toContain('This link leads to no session');
    expect((await get({ suspended: true, address: 'https://zoom.us/' })).response.status).toBe(403);
  });
});
