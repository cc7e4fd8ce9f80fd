import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseInstant } from '@coach-booking/time/instant';
import { ANA, createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';
import { TemplateFailure } from '../ports/templates.ts';

const KEY = { kind: 'confirmed', channel: 'email', audience: 'attendee', language: 'en' } as const;
const SMS = { ...KEY, channel: 'sms' } as const;
const MINE = {
  subject: 'See you {{ date }}',
  body: 'Hi [Lead Name], bring a towel. Change it: {{ manage_link }}\nJoin: {{ join_link }}',
};

let world: World;
let coach: Awaited<ReturnType<typeof givenCoach>>;
beforeEach(async () => {
  world = createWorld();
  coach = await givenCoach(world);
});

const admin = () => world.person({ userId: 'boss', sessionId: 's', role: 'admin' });
const asCoach = () => world.person({ userId: 'maria', sessionId: 's', role: 'coach', coachId: coach.id });
const book = async () => {
  const input = { coachId: coach.id, start: '2026-04-14T10:00:00Z', attendee: ANA };
  return (await world.useCases.createBooking(world.visitor(), input)).data;
};
const sent = async () => {
  await world.useCases.runDue(world.partner(), {});
  return (await world.useCases.listTestMessages(world.partner(), { limit: 100 })).data;
};

describe('the list of templates', () => {
  it('lists every message of one language, with the standard text and its variables', async () => {
    const { data } = await world.useCases.listTemplates(admin(), {});
    expect(data.length).toBeGreaterThan(40);
    expect(data.every(({ language, effective }) => language === 'en' && effective.from === 'standard')).toBe(true);
    const arabic = (await world.useCases.listTemplates(admin(), { ...KEY, language: 'ar' })).data;
    expect(arabic).toHaveLength(1);
    expect(arabic[0]).toMatchObject({
      kind: 'confirmed',
      standard: { body: expect.stringMatching(/[\u0600-\u06ff]/) },
    });
    expect(arabic[0]!.variables).toContain('manage_link');
    expect(arabic[0]!.variables).not.toContain('old_date');
  });

  it('says what is sent: the coach’s text, else the partner’s, else the standard one', async () => {
    const ofCoach = async () => (await world.useCases.listCoachTemplates(asCoach(), { coach: 'me', ...KEY })).data[0]!;
    expect((await ofCoach()).effective.from).toBe('standard');
    await world.useCases.setTemplate(admin(), { ...KEY, ...MINE });
    expect(await ofCoach()).toMatchObject({ partner: { subject: MINE.subject }, effective: { from: 'partner' } });
    await world.useCases.setCoachTemplate(asCoach(), { coach: 'me', ...KEY, ...MINE, subject: 'Maria here' });
    expect(await ofCoach()).toMatchObject({
      own: { subject: 'Maria here' },
      partner: { subject: MINE.subject },
      effective: { from: 'coach', subject: 'Maria here' },
    });
    const { data } = await world.useCases.removeCoachTemplate(asCoach(), { coach: 'me', ...KEY });
    expect(data).toMatchObject({ effective: { from: 'partner', subject: MINE.subject } });
    await world.useCases.removeTemplate(admin(), KEY);
    expect((await ofCoach()).effective.from).toBe('standard');
    expect((await ofCoach()).own).toBeUndefined();
  });

  it('separates the templates of test mode from those of live mode', async () => {
    await world.useCases.setTemplate(admin(), { ...KEY, ...MINE });
    const live = { ...world.partner(), caller: { ...world.partner().caller, mode: 'live' as const } };
    expect((await world.useCases.listTemplates(live, KEY)).data[0]!.own).toBeUndefined();
  });
});

describe('saving a template', () => {
  it('makes variables of the placeholders in brackets, and answers the warnings', async () => {
    const { data } = await world.useCases.setTemplate(admin(), {
      ...KEY,
      ...MINE,
      body: 'Hi [lead name],\r\nsee you.',
    });
    expect(data.template.own).toMatchObject({ body: 'Hi {{ lead.name }},\nsee you.' });
    expect(data.problems).toMatchObject([
      { code: 'NO_MANAGE_LINK', severity: 'warning', path: 'body' },
      { code: 'NO_JOIN_LINK', severity: 'warning', path: 'body' },
    ]);
  });

  it('misses the link to join where sessions may have one: at any coach of a partner, at a coach with a video link', async () => {
    const given = { ...KEY, subject: 'Hi', body: 'Change it: {{ manage_link }}' };
    const ofCoach = async () =>
      (await world.useCases.setCoachTemplate(asCoach(), { coach: 'me', ...given })).data.problems.map(
        ({ code }) => code,
      );
    expect(await ofCoach()).toEqual([]);
    const video = { provider: 'fixed', url: 'https://meet.example/maria' } as const;
    await world.useCases.updateService(world.partner(), { coach: coach.id, id: coach.serviceId!, video });
    expect(await ofCoach()).toEqual(['NO_JOIN_LINK']);
    const { data } = await world.useCases.previewCoachTemplate(asCoach(), { coach: 'me', ...given });
    expect(data.problems.map(({ code }) => code)).toEqual(['NO_JOIN_LINK']);
    expect((await world.useCases.setTemplate(admin(), given)).data.problems).toMatchObject([{ code: 'NO_JOIN_LINK' }]);
  });

  it('refuses errors by code and place, and keeps what was', async () => {
    await world.useCases.setTemplate(admin(), { ...KEY, ...MINE });
    const wrong = { ...KEY, subject: 'x', body: 'Hi\n {{ lead.nam }} {{ manage_link }} {{ join_link }}' };
    const { code, details } = await refusalOf(world.useCases.setTemplate(admin(), wrong));
    expect(code).toBe('TEMPLATE_INVALID');
    const at = { path: 'body', line: 2, column: 5, suggestion: 'lead.name' };
    expect(details?.problems).toMatchObject([{ code: 'UNKNOWN_VARIABLE', severity: 'error', ...at }]);
    expect((await world.useCases.listTemplates(admin(), KEY)).data[0]!.own!.subject).toBe(MINE.subject);
  });

  it.each([
    ['a subject of an SMS', { ...SMS, subject: 'Hello', body: 'Hello' }],
    ['a message that does not exist', { ...SMS, kind: 'welcome', body: 'Hello' } as const],
  ])('refuses %s', async (_, input) =>
    expect((await refusalOf(world.useCases.setTemplate(admin(), input))).code).toBe('INVALID_REQUEST'),
  );

  it('writes saving into the audit log, and changes nothing in a dry run', async () => {
    await world.useCases.setTemplate({ ...admin(), dryRun: true }, { ...KEY, ...MINE });
    expect(world.state.messageTemplates.size).toBe(0);
    await world.useCases.setTemplate(admin(), { ...KEY, ...MINE });
    await world.useCases.removeTemplate({ ...admin(), dryRun: true }, KEY);
    expect(world.state.messageTemplates.size).toBe(1);
    await world.useCases.setCoachTemplate(asCoach(), { coach: 'me', ...KEY, ...MINE });
    await world.useCases.removeTemplate(admin(), KEY);
    const { data } = await world.useCases.listAudit(world.partner(), { limit: 3 });
    expect(data.map(({ action, subject }) => `${action} ${subject.kind} ${subject.id}`).reverse()).toEqual([
      'template.saved template confirmed:email:attendee:en',
      `template.saved coach ${coach.id}`,
      'template.removed template confirmed:email:attendee:en',
    ]);
  });

  it('refuses to save a template of another coach', async () => {
    const other = await givenCoach(world, { name: 'Coach B' });
    const input = { coach: other.id, ...KEY, ...MINE };
    expect((await refusalOf(world.useCases.setCoachTemplate(asCoach(), input))).code).toBe('FORBIDDEN');
  });
});

describe('a message', () => {
  it('sends a message in the words of the coach, else of the partner', async () => {
    await world.useCases.setTemplate(admin(), { ...KEY, ...MINE });
    await book();
    expect((await sent())[0]).toMatchObject({
      subject: 'See you Tuesday, April 14, 2026',
      text: expect.stringContaining('Hi Ana Diaz, bring a towel.'),
    });
    await world.useCases.setCoachTemplate(asCoach(), { coach: 'me', ...KEY, ...MINE, body: 'Maria here. {{ when }}' });
    await world.useCases.createBooking(world.visitor(), {
      coachId: coach.id,
      start: '2026-04-15T10:00:00Z',
      attendee: ANA,
    });
    expect((await sent()).at(-1)!.text).toMatch(/^Maria here\. Wednesday, April 15/);
    expect(world.failedTemplates).toEqual([]);
  });

  it('sends the standard words when the own ones fail, and logs so', async () => {
    await world.useCases.setTemplate(admin(), { ...KEY, ...MINE });
    await book();
    const slow = new TemplateFailure({ code: 'TOO_SLOW', detail: 'slow' });
    const render = vi.spyOn(world.deps.templates, 'render').mockRejectedValue(slow);
    const [mail] = await sent();
    render.mockRestore();
    expect(mail!.text).toContain('You are booked');
    const { partnerId } = world.partner().caller;
    expect(world.failedTemplates).toEqual([{ partnerId, mode: 'test', coachId: coach.id, ...KEY, code: 'TOO_SLOW' }]);
  });
});

describe('a preview', () => {
  it('shows in a preview what stands below the partner’s mails', async () => {
    await world.useCases.updateMessaging(admin(), { postalAddress: 'Pier 3, Boston' });
    expect((await world.useCases.previewTemplate(admin(), KEY)).data.text).toContain('Pier 3, Boston');
  });

  it('shows what is not saved yet with invented data, in every channel', async () => {
    const mail = (await world.useCases.previewTemplate(admin(), { ...KEY, ...MINE, timeZone: 'Asia/Tokyo' })).data;
    expect(mail).toMatchObject({ subject: 'See you Thursday, September 24, 2026', problems: [] });
    expect(mail.text).toContain('Hi Ana Torres, bring a towel.');
    expect(mail.html).toContain('<!doctype html>');
    const sms = (await world.useCases.previewTemplate(admin(), { ...SMS, body: 'ç'.repeat(80) })).data;
    expect(sms).toMatchObject({ segments: 2, encoding: 'UCS-2', problems: [{ code: 'SEVERAL_SMS', segments: 2 }] });
    const push = { ...KEY, channel: 'push', subject: 'Hi', body: 'See you {{ time }}' } as const;
    expect((await world.useCases.previewTemplate(admin(), push)).data).toMatchObject({ subject: 'Hi', problems: [] });
    expect(world.state.messageTemplates.size).toBe(0);
  });

  it('shows what is sent now, where nothing is written', async () => {
    expect((await world.useCases.previewTemplate(admin(), KEY)).data.text).toContain('You are booked');
    await world.useCases.setTemplate(admin(), { ...KEY, ...MINE });
    const { data } = await world.useCases.previewCoachTemplate(asCoach(), { coach: 'me', ...KEY });
    expect(data.text).toContain('bring a towel');
  });

  it('shows no message in a preview with an error', async () => {
    const { data } = await world.useCases.previewTemplate(admin(), { ...SMS, body: '{% if %}' });
    expect(data).toEqual({ problems: [expect.objectContaining({ code: 'SYNTAX', path: 'body' })] });
  });

  it('R12 shows a booking without what opens it, in as many SMS', async () => {
    const booking = await book();
    const asked = { ...SMS, body: 'Hi {{ lead.name }}: {{ when }} {{ manage_link }}', bookingId: booking.id };
    const { data } = await world.useCases.previewTemplate(admin(), asked);
    expect(data.text).toMatch(/^Hi Ana Diaz: Tue, Apr 14, .* https:\/\/book\.example\/manage\/x+$/);
    expect(data.text).not.toContain(booking.manageToken);
    const link = /https:\S+/.exec(data.text!)![0];
    expect(link).toHaveLength(booking.manageUrl!.length);
    const coachSide = { ...KEY, audience: 'coach', bookingId: booking.id } as const;
    expect((await world.useCases.previewCoachTemplate(asCoach(), { coach: 'me', ...coachSide })).data.text).toContain(
      'Ana Diaz',
    );
  });

  it('shows a change and a reason that a booking has, and a day before where it has none', async () => {
    const booking = await book();
    const changed = { ...KEY, kind: 'changed', subject: 'x', body: '{{ old_date }}\n{{ reason }}' } as const;
    const read = async () =>
      (await world.useCases.previewTemplate(admin(), { ...changed, bookingId: booking.id })).data.text!;
    expect(await read()).toMatch(/^Monday, April 13, 2026/);
    const move = { id: booking.id, start: '2026-04-16T10:00:00Z', reason: 'A cold', version: 1 };
    await world.useCases.rescheduleBooking(world.partner(), move);
    expect(await read()).toMatch(/^Tuesday, April 14, 2026\nA cold/);
  });

  it.each([
    ['that another coach has', 'BOOKING_NOT_FOUND', {}],
    ['for a welcome', 'INVALID_REQUEST', { kind: 'welcome' }],
  ] as const)('refuses a booking %s', async (_, code, given) => {
    const booking = await book();
    const other = await givenCoach(world, { name: 'Coach B' });
    const asked = { coach: other.id, ...KEY, ...given, bookingId: booking.id };
    expect((await refusalOf(world.useCases.previewCoachTemplate(admin(), asked))).code).toBe(code);
  });

  it('writes the dates of a preview in the reader’s own way where that is of the language', async () => {
    const form = { coachId: coach.id, start: '2026-04-14T10:00:00Z', attendee: ANA, language: 'en-GB' };
    const { data: booking } = await world.useCases.createBooking(world.visitor(), form);
    const asked = { ...KEY, subject: 'x', body: '{{ date }}', bookingId: booking.id };
    expect((await world.useCases.previewTemplate(admin(), asked)).data.text).toMatch(/^Tuesday,? 14 April 2026/);
    const german = await world.useCases.previewTemplate(admin(), { ...asked, language: 'de' });
    expect(german.data.text).toMatch(/^Dienstag, 14\. April 2026/);
  });
});

it('records the real time of saving', async () => {
  const test = { ...admin(), now: parseInstant('2027-01-01T00:00:00Z') };
  const { data } = await world.useCases.setTemplate(test, { ...KEY, ...MINE });
  expect(data.template.own!.updatedAt).toBe('2026-04-13T08:00:00Z');
});
