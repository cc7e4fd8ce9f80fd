import { afterAll, describe, expect, it } from 'vitest';
import {
  AUDIENCES,
  channelsOf,
  MESSAGE_KINDS,
  MESSAGE_LANGUAGES,
  type Template,
} from '../../domain/message/message.ts';
import { openTemplates } from '../../adapters/templates/open-templates.ts';
import { lintTemplate, savedTemplate } from './lint-template.ts';
import { standardTemplate } from './standard/standard-template.ts';

const templates = openTemplates();
afterAll(() => templates.close());

const written = (given: Partial<Template> = {}): Template => ({
  kind: 'confirmed',
  channel: 'email',
  audience: 'attendee',
  language: 'en',
  subject: 'Hello',
  body: 'Hi {{ lead.name }}. Change: {{ manage_link }}',
  ...given,
});
const problems = (given?: Partial<Template>) => lintTemplate(templates, savedTemplate(written(given)));
const sms = (body: string, given?: Partial<Template>) => {
  const { subject, ...template } = written({ channel: 'sms', body, ...given });
  expect(subject).toBeDefined();
  return lintTemplate(templates, savedTemplate(template));
};

const standards = MESSAGE_KINDS.flatMap((kind) =>
  AUDIENCES.flatMap((audience) =>
    channelsOf(kind, audience).flatMap((channel) =>
      MESSAGE_LANGUAGES.map((language) => standardTemplate({ kind, audience, channel, language })!),
    ),
  ),
);

/** The languages whose letters make an SMS of 70 characters. */
const WIDE: ReadonlySet<string> = new Set(['ar', 'he', 'pl', 'tr']);

describe('lint', () => {
  it('finds nothing in the standard templates but what letters cost that GSM-7 lacks', async () => {
    for (const template of standards) {
      const found = await lintTemplate(templates, template, { hasVideo: true });
      const expected = template.channel === 'sms' && WIDE.has(template.language) ? ['SEVERAL_SMS'] : [];
      for (const { code } of found) expect(expected).toContain(code);
    }
  });

  it('finds nothing in what is well written', async () => expect(await problems()).toEqual([]));

  it('asks whether another variable was meant, and says where', async () =>
    expect(await problems({ body: 'Hi {{ lead.nmae }},\n{{ manage_link }}' })).toEqual([
      {
        code: 'UNKNOWN_VARIABLE',
        severity: 'error',
        field: 'body',
        message: 'There is no variable “lead.nmae”. Did you mean “lead.name”?',
        suggestion: 'lead.name',
        line: 1,
        column: 7,
      },
    ]));

  it('knows no variable by a part of its name', async () =>
    expect(await problems({ subject: '{{ lead }} {{ weather }}' })).toMatchObject([
      { code: 'UNKNOWN_VARIABLE', field: 'subject', suggestion: 'lead.name' },
      { code: 'UNKNOWN_VARIABLE', message: 'There is no variable “weather”.', column: 15 },
    ]));

  it('warns of a variable that this message never has', async () =>
    expect(await problems({ body: 'Before: {{ old_date }}\n{{ manage_link }}' })).toMatchObject([
      { code: 'NEVER_HAS_VALUE', severity: 'warning', line: 1 },
    ]));

  it('misses the link by which a booking is changed', async () =>
    expect(await problems({ body: 'You are booked.' })).toMatchObject([
      { code: 'NO_MANAGE_LINK', severity: 'warning', field: 'body' },
    ]));

  it.each<[Partial<Template>, readonly string[]]>([
    [{}, ['NO_JOIN_LINK']],
    [{ kind: 'changed' }, ['NO_JOIN_LINK']],
    [{ kind: 'reminder', channel: 'sms', body: 'See you {{ time_until }}' }, ['NO_JOIN_LINK']],
    [{ kind: 'confirmed', audience: 'coach', body: '{{ lead.name }}' }, ['NO_JOIN_LINK']],
    [{ body: '{{ manage_link }} {% if join_link %}{{ join_link }}{% endif %}' }, []],
    // These have no link to join in the standard texts either.
    [{ kind: 'requested' }, []],
    [{ kind: 'cancelled', body: 'Sorry' }, []],
    [{ channel: 'sms', body: 'See you' }, []],
  ])('misses the link to join where the standard text has it and sessions have one: %j', async (given, codes) => {
    const template = savedTemplate(written(given));
    const found = await lintTemplate(templates, template, { hasVideo: true });
    expect(found.map(({ code, severity }) => [code, severity])).toEqual(codes.map((code) => [code, 'warning']));
    expect((await lintTemplate(templates, template)).map(({ code }) => code)).not.toContain('NO_JOIN_LINK');
  });

  it('misses a subject, a title and a text', async () => {
    expect(await problems({ subject: ' ' })).toMatchObject([{ code: 'NO_SUBJECT', message: 'A mail has a subject.' }]);
    expect(await problems({ channel: 'push', subject: '' })).toMatchObject([
      { code: 'NO_SUBJECT', message: 'A push message has a title.' },
    ]);
    expect(await problems({ body: '\n' })).toMatchObject([{ code: 'EMPTY', severity: 'error' }]);
    expect(await sms('Hi')).toEqual([]);
  });

  it('names line and column of what cannot be read, in subject and body', async () =>
    expect(await problems({ subject: '{{ x', body: 'a\n  {% for x in y %}' })).toMatchObject([
      { code: 'SYNTAX', field: 'subject', line: 1, column: 1 },
      {
        code: 'SYNTAX',
        field: 'body',
        line: 2,
        column: 3,
        message: 'There is no tag “for”: only if, unless and case.',
      },
    ]));

  it('says what fails when it is tried', async () =>
    expect(await problems({ body: '{{ (1..100000000) }} {{ manage_link }}' })).toMatchObject([
      { code: 'TOO_MUCH_MEMORY', severity: 'error' },
    ]));

  it('counts SMS, and names the letters for which they are more', async () => {
    expect(await sms('x'.repeat(161))).toEqual([
      {
        code: 'SEVERAL_SMS',
        severity: 'warning',
        field: 'body',
        message: 'This is 2 SMS, each of which is paid for.',
        segments: 2,
      },
    ]);
    expect(await sms(`${'x'.repeat(80)}ç`)).toMatchObject([
      { message: expect.stringContaining('70 characters instead of 160 because of ç.') as string },
    ]);
    expect(await sms(`${'x'.repeat(100)} it’s “fine” – really…`)).toEqual([]);
  });

  it.each([
    ['en', 'Your session is in 2 hours.', 'in 2 hours'],
    ['en', 'See you tomorrow', 'tomorrow'],
    ['de', 'Ihr Termin ist in einer Stunde', 'in einer Stunde'],
    ['es', 'Su cita es mañana', 'mañana'],
    ['fr', 'Rendez-vous dans 2 heures', 'dans 2 heures'],
    ['ar', 'موعدك غدًا', 'غدًا'],
  ] as const)('warns of a span that is fixed in %s: %s (R35)', async (language, body, words) => {
    const found = await sms(body, { kind: 'reminder', language });
    expect(found).toMatchObject([
      { code: 'FIXED_SPAN', message: expect.stringContaining(words) as string, column: body.indexOf(words) + 1 },
    ]);
    expect(await sms(body, { kind: 'confirmed', language })).toEqual([]);
  });

  it('warns of words in brackets that stand for nothing', async () =>
    expect(await problems({ body: '[Lead Name] at\n[Gym Name], see [1]. {{ manage_link }}' })).toMatchObject([
      { code: 'UNKNOWN_PLACEHOLDER', line: 2, column: 1, message: expect.stringContaining('[Zoom Link]') as string },
    ]));
});

it('saves a template with variables in place of placeholders', () =>
  expect(savedTemplate({ subject: ' [Date] ', body: 'Hi [Lead Name],\r\nbye\ue002\n' })).toEqual({
    subject: '{{ date }}',
    body: 'Hi {{ lead.name }},\nbye',
  }));
