import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, PARTNER, refusalOf, type World } from '../../../test/application/world.ts';
import type { SmsProvider } from '../ports/sms.ts';
import { OutletFailure } from '../ports/outlets.ts';

const ACCOUNT = {
  provider: 'twilio',
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'f'.repeat(32),
  from: '+15005550006',
} as const;
const SERVICE = `MG${'1'.repeat(32)}`;

let world: World;
let sent: Parameters<SmsProvider>[];
let answer: () => ReturnType<SmsProvider>;
beforeEach(async () => {
  sent = [];
  answer = async () => ({ providerId: 'SM1', segments: 1 });
  world = createWorld({ sms: { twilio: (...given) => (sent.push(given), answer()) } });
  const { data } = await world.useCases.createUser(world.partner(), {
    name: 'Kim',
    email: 'kim@fit.example',
    role: 'admin',
    phone: '+12125550123',
  });
  kim = data.id;
});
let kim = '';

const admin = (mode: 'test' | 'live' = 'test') => {
  const context = world.person({ userId: kim, role: 'admin' });
  return { ...context, caller: { ...context.caller, mode } };
};
const update = (patch: Parameters<World['useCases']['updateMessaging']>[1]) =>
  world.useCases.updateMessaging(admin(), patch);

describe('settings of messages', () => {
  it('returns the defaults before anything was set', async () => {
    const { data } = await world.useCases.getMessaging(world.partner(), {});
    expect(data).toEqual({
      email: {},
      attachCalendar: true,
      quietHours: { from: '21:00', to: '08:00' },
      version: 0,
    });
  });

  it('changes field by field, and removes one by null', async () => {
    await update({ email: { senderName: '  Harbour  Strength ', replyTo: 'hello@fit.example' } });
    await update({ postalAddress: 'Pier 3 \r\n\r\n Boston', attachCalendar: false });
    const { data } = await update({ email: { replyTo: null }, quietHours: { from: '22:00', to: '07:00' } });
    expect(data).toEqual({
      email: { senderName: 'Harbour Strength' },
      postalAddress: 'Pier 3\nBoston',
      attachCalendar: false,
      quietHours: { from: '22:00', to: '07:00' },
      version: 3,
    });
    const { data: less } = await update({ postalAddress: null, quietHours: null });
    expect(less).toEqual({
      email: { senderName: 'Harbour Strength' },
      attachCalendar: false,
      quietHours: { from: '21:00', to: '08:00' },
      version: 4,
    });
    expect(world.state.audit.map(({ action, subject }) => [action, subject.id])).toContainEqual([
      'partner.updated',
      PARTNER,
    ]);
  });

  it('returns no token, and names the URL for the provider, which stays', async () => {
    const { data } = await update({ sms: ACCOUNT });
    const { authToken: _token, ...shown } = ACCOUNT;
    expect(data.sms).toMatchObject({ ...shown, authTokenSet: true, maxPerDay: 500 });
    expect(data.sms!.webhookUrl).toMatch(/^https:\/\/book\.example\/hooks\/twilio\/.{8,}/);
    expect(JSON.stringify(await world.useCases.getMessaging(world.partner(), {}))).not.toContain('ffff');
    const { data: without } = await update({ sms: null });
    expect(without.sms).toBeUndefined();
    const { data: again } = await update({ sms: { ...ACCOUNT, maxPerDay: 20 } });
    expect(again.sms).toMatchObject({ webhookUrl: data.sms!.webhookUrl, maxPerDay: 20 });
  });

  it('stores a number or a messaging service, the one that was given last', async () => {
    await update({ sms: ACCOUNT });
    const { data } = await update({ sms: { messagingServiceSid: SERVICE } });
    expect(data.sms).toMatchObject({ messagingServiceSid: SERVICE });
    expect(data.sms).not.toHaveProperty('from');
    const { code } = await refusalOf(update({ sms: { from: '+15005550006', messagingServiceSid: SERVICE } }));
    expect(code).toBe('INVALID_REQUEST');
  });

  it('needs a whole account, and a token of its own for another account', async () => {
    const first = await refusalOf(update({ sms: { provider: 'twilio', from: ACCOUNT.from } }));
    expect(first.details?.problems?.map(({ path }) => path)).toEqual(['sms.accountSid', 'sms.authToken']);
    await update({ sms: ACCOUNT });
    const other = await refusalOf(update({ sms: { accountSid: `AC${'9'.repeat(32)}` } }));
    expect(other.details?.problems?.map(({ path }) => path)).toEqual(['sms.authToken']);
  });

  it('separates test mode from live mode', async () => {
    await update({ attachCalendar: false });
    expect((await world.useCases.getMessaging(admin('live'), {})).data.version).toBe(0);
  });

  it('answers a conflict when another admin changed the settings', async () => {
    await update({ attachCalendar: false, version: 0 });
    expect(await refusalOf(update({ attachCalendar: true, version: 0 }))).toMatchObject({
      code: 'VERSION_CONFLICT',
      details: { version: 1 },
    });
  });

  it('keeps the settings in a dry run', async () => {
    const dry = { ...admin(), dryRun: true };
    expect((await world.useCases.updateMessaging(dry, { attachCalendar: false })).data.version).toBe(1);
    expect((await world.useCases.getMessaging(admin(), {})).data.version).toBe(0);
  });
});

describe('a test of the sender', () => {
  /** The admin's account and the settings, as in live mode. */
  const live = async () => {
    world.state.users.set(kim, { ...world.state.users.get(kim)!, mode: 'live', language: 'de' });
    await world.useCases.updateMessaging(admin('live'), {
      email: { senderName: 'Harbour', replyTo: 'hello@fit.example' },
      postalAddress: 'Pier 3, Boston',
      sms: ACCOUNT,
    });
    await world.drain();
  };
  const test = (channel: 'email' | 'sms', mode: 'test' | 'live' = 'live') =>
    world.useCases.testMessaging(admin(mode), { channel }).then(({ data }) => data);

  it('sends a test by mail from the sender, in the language of the admin', async () => {
    await live();
    expect(await test('email')).toEqual({ channel: 'email', outcome: 'accepted' });
    expect(world.sent.at(-1)).toMatchObject({
      kind: 'sender_test',
      to: 'kim@fit.example',
      fromName: 'Harbour',
      replyTo: 'hello@fit.example',
      subject: expect.stringContaining('E-Mails'),
      text: expect.stringContaining('Pier 3, Boston'),
    });
  });

  it('sends a test by SMS to the number of the admin, in one segment', async () => {
    await live();
    expect(await test('sms')).toEqual({ channel: 'sms', outcome: 'accepted', segments: 1 });
    expect(sent).toEqual([
      [expect.objectContaining(ACCOUNT), { to: '+12125550123', text: expect.stringContaining('Test') }],
    ]);
  });

  it('says what the provider said', async () => {
    await live();
    answer = () => Promise.reject(new OutletFailure('21606', { isFinal: true, detail: 'Not your number.' }));
    expect(await test('sms')).toMatchObject({ outcome: 'refused', code: '21606', detail: 'Not your number.' });
    answer = () => Promise.reject(new OutletFailure('TIMEOUT', { isUnsure: true }));
    expect(await test('sms')).toMatchObject({ outcome: 'unknown', code: 'TIMEOUT' });
  });

  it('refuses a test for a channel that is not set up, and for an account without a number', async () => {
    expect(await refusalOf(test('sms', 'test'))).toMatchObject({ code: 'CHANNEL_NOT_SET_UP' });
    await live();
    const { phone: _phone, ...user } = world.state.users.get(kim)!;
    world.state.users.set(kim, user);
    expect(await refusalOf(test('sms'))).toMatchObject({ code: 'INVALID_REQUEST' });
  });

  it('sends nothing in mode test', async () => {
    await update({ sms: ACCOUNT });
    await world.drain();
    const before = world.sent.length;
    expect(await test('email', 'test')).toEqual({ channel: 'email', outcome: 'not_sent' });
    expect(await test('sms', 'test')).toEqual({ channel: 'sms', outcome: 'not_sent', segments: 1 });
    expect([world.sent.length, sent]).toEqual([before, []]);
  });
});
