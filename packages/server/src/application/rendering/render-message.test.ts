import { afterAll, describe, expect, it } from 'vitest';
import { minus, parseInstant, plus } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import {
  AUDIENCES,
  channelsOf,
  MESSAGE_CHANNELS,
  MESSAGE_KINDS,
  MESSAGE_LANGUAGES,
  type MessageKind,
} from '../../domain/message/message.ts';
import { withVariables } from '../../domain/message/placeholders.ts';
import { openTemplates } from '../../adapters/templates/open-templates.ts';
import { TemplateFailure } from '../ports/templates.ts';
import type { MessageData, MessageLinks } from './message-data.ts';
import {
  renderMessage,
  renderOwn,
  type MessageRequest,
  type RenderedMail,
  type RenderedMessage,
  type RenderedPush,
  type RenderedSms,
} from './render-message.ts';

const templates = openTemplates();
afterAll(() => templates.close());

const start = parseInstant('2026-04-14T18:00:00Z');
const links: MessageLinks = {
  join: 'https://zoom.us/j/93551234567?pwd=secret',
  manage: 'https://book.fit.example/manage/x7',
  reschedule: 'https://book.fit.example/book/maria-santos',
  calendar: 'https://book.fit.example/calendar/665f',
  confirm: 'https://book.fit.example/confirm/x7',
};
const data: MessageData = {
  lead: { name: 'Ana Torres' },
  coach: { name: 'Maria Santos' },
  service: { title: 'Personal training' },
  start,
  end: plus(start, HOUR),
  timeZone: 'America/New_York',
  now: minus(start, DAY),
  links,
};
const brand = { name: 'Harbour Strength', accent: '#0f766e' };
type Given = Partial<Omit<MessageRequest, 'data'>> & { readonly data?: Partial<MessageData> };
const request = ({ data: other, ...given }: Given): MessageRequest => ({
  kind: 'confirmed',
  channel: 'email',
  audience: 'attendee',
  language: 'en',
  brand,
  ...given,
  data: { ...data, ...other },
});
const mail = async (given: Given = {}) => (await renderMessage(templates, request(given))) as RenderedMail;
const sms = async (given: Given = {}) =>
  (await renderMessage(templates, request({ ...given, channel: 'sms' }))) as RenderedSms;
const push = async (given: Given = {}) =>
  (await renderMessage(templates, request({ ...given, channel: 'push' }))) as RenderedPush;
const own = async (body: string, given: Given = {}) => mail({ template: { subject: 'Hi', body }, ...given });
const bodyOf = (text: string) => text.split('\n\n-- \n')[0];

const everything = MESSAGE_KINDS.flatMap((kind) =>
  AUDIENCES.flatMap((audience) => channelsOf(kind, audience).map((channel) => ({ kind, audience, channel }))),
);
const GREETING = /^\S+( \S+)? .?(Ana Torres|Maria Santos).?[,:،]$/;
const wordsOf = (message: RenderedMessage): string => {
  if (message.channel === 'sms') return message.text;
  return message.channel === 'push' ? `${message.title}\n${message.body}` : `${message.subject}\n${message.text}`;
};
const whole: Partial<MessageData> = {
  oldStart: minus(start, DAY),
  price: { amount: 7000, currency: 'USD' },
  reason: 'A cold',
  linkLifetime: 30,
  busyCalendar: 'Family',
  recovery: { enteredAt: minus(start, 2 * DAY) },
};

describe.each(everything)('the standard text of $kind by $channel to $audience', (key) => {
  it('has a whole standard text in every language, and in no other one', async () => {
    const words = await Promise.all(
      MESSAGE_LANGUAGES.map(async (language) =>
        wordsOf(await renderMessage(templates, request({ ...key, language, data: whole }))),
      ),
    );
    expect(new Set(words).size).toBe(MESSAGE_LANGUAGES.length);
    for (const text of words) {
      expect(text).not.toMatch(/[\ue000-\ue002{}[\]]|\b(?:undefined|null|NaN)\b/);
      expect(text.trim()).not.toBe('');
    }
  });

  it('leaves no hole when there are no time, no place, no price and no links', async () => {
    const bare = { ...data, start: undefined, end: undefined, links: {} };
    for (const language of MESSAGE_LANGUAGES) {
      const message = await renderMessage(templates, request({ ...key, language, data: bare }));
      const text = wordsOf(message);
      const lines = text.split('\n').filter((line) => !GREETING.test(line));
      for (const line of lines) expect(line).not.toMatch(/[:،,] *$| [,.،]|\(\)|  /);
      // A changed or reminded session has a time; its SMS consists of it.
      if (key.channel === 'email') expect(text.length).toBeGreaterThan(40);
    }
  });
});

it.each(everything.filter(({ channel }) => channel === 'sms'))(
  'fits an SMS for $kind to $audience into one, in every language that GSM-7 has the letters of',
  async (key) => {
    for (const language of MESSAGE_LANGUAGES.filter((each) => !['ar', 'he', 'pl', 'tr'].includes(each))) {
      // The longest date of each: a Wednesday in September, with a zone of five letters and a usual link.
      const later = parseInstant('2026-09-23T16:45:00Z');
      const zone = language === 'en' ? 'America/New_York' : 'Europe/Berlin';
      const long = { ...whole, start: later, oldStart: minus(later, DAY), timeZone: zone, now: minus(later, 2 * HOUR) };
      for (const tone of ['formal', 'informal'] as const) {
        const given = request({ ...key, language, data: long, brand: { ...brand, tone } });
        expect(await renderMessage(templates, given)).toMatchObject({ segments: 1, encoding: 'GSM-7' });
      }
    }
  },
);

describe('the tone of a partner', () => {
  const informal = { ...brand, tone: 'informal' } as const;

  it('is that of messages to attendees, and of no others', async () => {
    expect((await mail({ language: 'de', brand: informal })).text).toContain('Dein Termin ist gebucht\n\nHallo');
    expect((await mail({ language: 'de' })).text).toContain('Ihr Termin ist gebucht\n\nGuten Tag');
    const toCoach = (given: Given) => mail({ ...given, audience: 'coach', kind: 'reminder', language: 'de' });
    expect((await toCoach({ brand: informal })).text).toBe((await toCoach({})).text);
  });

  it('is that of what stands below a mail, and of a recovery', async () => {
    const recovery = { recovery: { enteredAt: minus(start, 2 * DAY) } };
    const { text } = await mail({ kind: 'recovery', language: 'fr', brand: informal, data: recovery });
    expect(text).toContain('Tu as choisi');
    expect(text).toContain('tu peux arrêter');
    expect((await mail({ language: 'es', brand: informal })).text).toContain('te envía este mensaje por tu reserva');
  });
});

describe('a mail', () => {
  it('says what, when, where and how to change it, in words and in HTML', async () => {
    const { subject, text, html } = await mail({ data: { price: { amount: 7000, currency: 'USD' } } });
    expect(subject).toBe('Personal training with Maria Santos');
    expect(text.replaceAll('\u00a0', ' ')).toBe(`You are booked

Hi Ana Torres,

Personal training with Maria Santos is yours. We look forward to seeing you.

When: Tuesday, April 14, 2026, 2:00 PM – 3:00 PM (Eastern Daylight Time)
With: Maria Santos
Join: https://zoom.us/j/93551234567?pwd=secret
Price: $70

Change or cancel: https://book.fit.example/manage/x7

-- 
Harbour Strength sent you this because of your booking with Maria Santos.
`);
    expect(html).toContain('<h1 ');
    expect(html).toContain('>You are booked</h1>');
    expect(html).toContain('href="https://book.fit.example/manage/x7"');
    expect(html.match(/class="button"/g)).toHaveLength(1);
    // What is secret in a link is in it, and not to read.
    expect(html).toContain('href="https://zoom.us/j/93551234567?pwd=secret"');
    expect(html).toContain('>zoom.us/j/93551234567</a>');
  });

  it('writes one subject for all that happens to a booking, so that programs thread it', async () => {
    const kinds: MessageKind[] = ['requested', 'confirmed', 'declined', 'expired', 'changed', 'cancelled'];
    for (const audience of AUDIENCES) {
      const subjects = await Promise.all(kinds.map(async (kind) => (await mail({ kind, audience })).subject));
      expect(new Set(subjects).size).toBe(1);
    }
  });

  it('writes no link to join into a mail of a session in person, whatever the caller has', async () => {
    const inPerson = { place: 'Pier 3, Boston', placeHint: 'Ring twice.', links: { ...links, join: undefined } };
    const { text } = await mail({ data: inPerson });
    expect(text).toContain('Where: Pier 3, Boston');
    expect(text).toContain('Finding it: Ring twice.');
    expect(text).not.toMatch(/Join|zoom/);
  });

  it('draws a mail for both schemes and directions, in the brand’s colour', async () => {
    const { html } = await mail({ language: 'ar' });
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('@media (prefers-color-scheme:dark)');
    expect(html).toContain('background-color:#0f766e');
    const { html: logo } = await mail({ brand: { ...brand, logoUrl: 'https://fit.example/logo.png' } });
    expect(logo).toContain('alt="Harbour Strength"');
  });

  it('says who sends it, where they are, and how to get no more of a kind that one need not get', async () => {
    const unsubscribe = 'https://book.fit.example/u/x7';
    const given = { kind: 'reminder', brand: { ...brand, address: 'Pier 3\nBoston' } } as const;
    const { text, html } = await mail({ ...given, data: { links: { ...links, unsubscribe } } });
    expect(text).toContain(`No more messages of this kind: ${unsubscribe}\nPier 3\nBoston`);
    expect(html).toContain(`href="${unsubscribe}"`);
    expect(html).toContain('Pier 3<br>Boston');
  });

  it('writes of the attendee to the coach', async () => {
    const { subject, text } = await mail({ kind: 'requested', audience: 'coach' });
    expect(subject).toBe('Ana Torres: Personal training');
    expect(text).toContain('Ana Torres asks for Personal training.');
    expect(text).toContain('Confirm or decline: https://book.fit.example/calendar/665f');
  });

  it('tells the hour apart that clocks show twice, in words of the reader', async () => {
    const twice = async (at: string) =>
      (await own('{{ time }}', { data: { start: parseInstant(at), end: undefined } })).text.split('\n')[0];
    expect(await twice('2026-11-01T05:30:00Z')).toBe('1:30\u00a0AM EDT');
    expect(await twice('2026-11-01T06:30:00Z')).toBe('1:30\u00a0AM EST');
  });

  it('writes dates by the tag of the reader', async () => {
    const dateIn = async (language: string) => bodyOf((await own('{{ date }}', { language })).text);
    expect(await dateIn('en-GB')).toMatch(/14 April 2026/);
    expect(await dateIn('de-CH')).toBe('Dienstag, 14. April 2026');
    expect(await dateIn('sv')).toBe('Tuesday, April 14, 2026');
    expect(await dateIn('pt_BR')).toBe('terça-feira, 14 de abril de 2026');
    expect(await dateIn('nl')).toBe('dinsdag 14 april 2026');
    expect(await dateIn('en-' + 'x'.repeat(20))).toBe('Tuesday, April 14, 2026');
  });
});

describe('what people wrote', () => {
  it.each(['win at www.evil.example', 'https://evil.example', 'A'.repeat(61), ' '])(
    'repeats no name such as %j',
    async (name) => {
      const { text, html } = await mail({ data: { lead: { name } } });
      expect(text).toContain('Hi there,');
      expect(text + html).not.toMatch(/evil|AAAA/);
      expect((await mail({ audience: 'coach', data: { lead: { name } } })).text).toContain('A visitor is booked');
    },
  );

  it('writes people’s texts as text, and no HTML, no link and no second line', async () => {
    const title = '<img src=x onerror=alert(1)>\r\nBcc: eve@evil.example https://evil.example';
    const { subject, text, html } = await mail({ data: { service: { title } }, kind: 'cancelled' });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/^Bcc/m);
    expect(html).not.toContain('<img');
    expect(html).not.toMatch(/href="https:\/\/evil/);
  });

  it('cannot mark itself as a value or as a missing one', async () => {
    const { text } = await mail({ data: { service: { title: 'Yoga\ue001\ue002 https://x.example \ue000' } } });
    expect(text).toContain('Yoga https://x.example with Maria Santos is yours.');
  });

  it('renders no Liquid in people’s texts', async () => {
    const { text } = await mail({ data: { service: { title: '{{ coach.name }}{% if %}' } } });
    expect(text).toContain('{{ coach.name }}{% if %} with Maria Santos');
  });

  it('keeps its own direction in a text of the other one', async () => {
    expect((await mail({ language: 'ar' })).text).toContain('\u2068Ana Torres\u2069');
    expect((await mail({ data: { lead: { name: 'ليلى' } } })).text).toContain('Hi \u2068ليلى\u2069,');
    expect((await mail({ language: 'ar' })).text).toContain(': https://book.fit.example/manage/x7\n');
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd'])('links by http(s) only, not by %s', async (join) =>
    expect(mail({ data: { links: { join } } })).rejects.toThrow(TypeError),
  );
});

describe('an own template', () => {
  const requirement = withVariables(
    'Hi [Lead Name], this is a reminder that you have an appointment scheduled for [Date] at [Time]. Join here: [Zoom Link]',
  );

  it('renders the placeholders of the requirement as written', async () => {
    const { subject, text } = await mail({
      kind: 'reminder',
      template: { subject: withVariables('Reminder: Your appointment with [Coach Name] tomorrow'), body: requirement },
    });
    expect(subject).toBe('Reminder: Your appointment with Maria Santos tomorrow');
    expect(bodyOf(text)!.replaceAll('\u00a0', ' ')).toBe(
      'Hi Ana Torres, this is a reminder that you have an appointment scheduled for Tuesday, April 14, 2026 at 2:00 PM. Join here: https://zoom.us/j/93551234567?pwd=secret',
    );
    const body = withVariables('Hi [Lead Name], your appointment with [Coach Name] is in 2 hours. Join: [Zoom Link]');
    expect(await sms({ kind: 'reminder', template: { body } })).toMatchObject({
      text: 'Hi Ana Torres, your appointment with Maria Santos is in 2 hours. Join: https://zoom.us/j/93551234567?pwd=secret',
      segments: 1,
    });
  });

  it('leaves out the sentence about a link that there is not', async () => {
    const { text } = await own(requirement, { data: { links: {} } });
    expect(bodyOf(text)).toMatch(/at 2:00\sPM\.$/);
  });

  it('reads a headline, facts, one button and links by the way an own template is written', async () => {
    const { html, text } = await own(
      '# Hello\n\nRead https://fit.example/rules, please.\n\nWhen: {{ date }}\nTill: {{ end_time }}\n\nChange: {{ manage_link }}\n\nChoose: {{ reschedule_link }}',
    );
    expect(text).toMatch(/^Hello\n\nRead https/);
    expect(html).toContain('href="https://fit.example/rules"');
    expect(html.match(/<th /g)).toHaveLength(2);
    expect(html.match(/class="button"/g)).toHaveLength(1);
    expect(html).toMatch(/class="link" href="https:\/\/book.fit.example\/book\/maria-santos"[^>]*>Choose<\/a>/);
  });

  it('renders an own template as text, not HTML', async () =>
    expect((await own('<b>bold</b> & more')).html).toContain('&lt;b&gt;bold&lt;/b&gt; &amp; more'));

  it('replaces an own template that fails by the standard one, with the reason', async () => {
    const failed = await renderMessage(templates, request({ template: { subject: '', body: '{% for %}' } }));
    expect(failed).toMatchObject({ fault: { code: 'SYNTAX' }, subject: 'Personal training with Maria Santos' });
    const broken = { ...request({}), template: { body: '{% for %}' } };
    await expect(renderOwn(templates, broken)).rejects.toThrow(TemplateFailure);
  });
});

describe('an SMS', () => {
  it('writes an SMS in signs that keep it short', async () => {
    expect(await sms({ template: { body: '“Hi” – it’s {{ time }}…' } })).toEqual({
      channel: 'sms',
      text: `"Hi" - it's 2:00 PM...`,
      segments: 1,
      encoding: 'GSM-7',
      odd: [],
    });
  });

  it('keeps a long title from filling it', async () => {
    const { text } = await sms({ kind: 'requested', audience: 'coach', data: { service: { title: 'x'.repeat(200) } } });
    expect(text).toContain(`${'x'.repeat(39)}...`);
  });

  it('writes no accents in dates that would double its price, but leaves names alone', async () => {
    const saturday = parseInstant('2026-08-15T10:00:00Z');
    const on = (language: string, name: string) =>
      sms({ language, data: { start: saturday, timeZone: 'Europe/Madrid', coach: { name } } });
    expect(await on('es', 'Maria')).toMatchObject({ encoding: 'GSM-7' });
    expect(await on('fr', 'Maria')).toMatchObject({ encoding: 'GSM-7' });
    expect(await on('es', 'Díaz')).toMatchObject({ encoding: 'UCS-2', odd: ['í'] });
  });
});

describe('a push message', () => {
  it('gives a push message a title, a body and where a tap leads', async () => {
    expect(await push()).toEqual({
      channel: 'push',
      title: 'You are booked',
      body: 'Personal training with Maria Santos, Tue, Apr 14, 2:00\u00a0PM EDT',
      url: links.manage,
    });
    expect(await push({ kind: 'requested', audience: 'coach' })).toMatchObject({
      title: 'New request: Ana Torres',
      url: links.calendar,
    });
  });

  it('fits the payload, whatever is in it', async () => {
    const { title, body } = await push({ template: { subject: 'x'.repeat(500), body: '👋'.repeat(500) } });
    expect(Buffer.byteLength(title + body)).toBeLessThan(1500);
  });
});

it('refuses a message where these people do not get it', async () => {
  await expect(mail({ kind: 'follow_up', audience: 'coach' })).rejects.toThrow('no text for follow_up');
  expect(MESSAGE_CHANNELS.filter((channel) => channelsOf('welcome', 'attendee').includes(channel))).toEqual(['email']);
});
