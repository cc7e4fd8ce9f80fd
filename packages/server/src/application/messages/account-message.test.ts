import { beforeEach, describe, expect, it } from 'vitest';
import { parseInstant, plus } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { isOfAccount } from '../../domain/delivery/account-delivery.ts';
import { createWorld, givenCoach, NOW, PARTNER, refusalOf, type World } from '../../../test/application/world.ts';
import { createCore } from '../create-use-cases.ts';
import { work } from './work.ts';

const ANA = { name: 'Ana Diaz', email: 'ana@example.com', password: 'correct horse battery' };

let world: World;
beforeEach(() => (world = createWorld()));

const live = () => ({ ...world.partner(), caller: { ...world.partner().caller, mode: 'live' as const } });
const rows = () => [...world.state.deliveries.values()].filter(isOfAccount);
const stateOf = () => rows().map(({ kind, state, code }) => [kind, state, code].filter(Boolean).join(' '));
const sent = () => world.sent.map(({ kind, to }) => `${kind} ${to}`);
const loop = () => work(createCore(world.deps));
const register = (context = world.partner()) => world.useCases.register(context, ANA);
const tokenIn = (page: string) => {
  const texts = world.sent.map(({ text }) => text).join('\n');
  return [...texts.matchAll(new RegExp(`/${page}/(\\S+)`, 'g'))].at(-1)![1]!;
};
const invite = async (role: 'client' | 'coach' | 'admin', more: object = {}) => {
  const input = { name: 'Maria Santos', email: 'maria@example.com', role, ...more };
  return (await world.useCases.createUser(world.partner(), input)).data;
};
const accept = async () => {
  await world.drain();
  return world.useCases.resetPassword(world.visitor(), { token: tokenIn('password'), password: ANA.password });
};

describe('R48 a mail about an account', () => {
  it('sends a mail of live mode by the loop, and tries it again when no server takes it', async () => {
    const { send } = world.deps.mail;
    world.deps.mail.send = () => Promise.reject(new Error('no connection'));
    await register(live());
    await loop();
    expect(sent()).toEqual([]);
    world.deps.mail.send = send;
    await loop();
    expect(sent()).toEqual([]);
    world.passTime(2 * MINUTE);
    await loop();
    expect(sent()).toEqual(['email_verification ana@example.com']);
    await loop();
    expect(sent()).toHaveLength(1);
  });

  it('makes the token when the mail is sent, and stores neither it nor an address', async () => {
    await world.useCases.register(live(), ANA);
    await loop();
    await world.useCases.requestPasswordReset(live(), { email: ANA.email });
    expect(JSON.stringify(rows())).not.toMatch(/ana@|\/password\//);
    world.passTime(2 * HOUR);
    await loop();
    const token = tokenIn('password');
    world.passTime(59 * MINUTE);
    const now = plus(NOW, 2 * HOUR + 59 * MINUTE);
    await world.useCases.resetPassword({ ...live(), now }, { token, password: 'seven green kettles' });
    expect(JSON.stringify(rows())).not.toContain(token);
  });

  it('keeps a mail of mode test at once, without runDue, and lists it with its account', async () => {
    await register(world.partner({ now: parseInstant('2027-03-01T09:00:00Z') }));
    await loop();
    const { data } = await world.useCases.listTestMessages(world.partner(), {});
    expect(data).toMatchObject([
      {
        kind: 'email_verification',
        to: { role: 'account' },
        userId: [...world.state.users.keys()][0],
        address: ANA.email,
        fromName: 'Coach booking',
        subject: 'Confirm your e-mail address for Coach booking',
        headers: { 'Message-ID': expect.stringMatching(/^<[\w.]+\.email\.account@book\.example>$/) },
      },
    ]);
    expect(data[0]).not.toHaveProperty('bookingId');
    // By the test's clock the link lives for a week.
    const late = { now: parseInstant('2027-03-08T08:00:00Z') };
    const input = { token: tokenIn('verify'), password: ANA.password };
    expect((await world.useCases.verifyEmail(world.visitor(late), input)).data.emailVerified).toBe(true);
  });

  it('fails a mail of mode test as a test asked for, and sends it by itself a minute later', async () => {
    await world.useCases.failTestProvider(world.partner(), { provider: 'email', kind: '429', times: 1 });
    await register();
    await loop();
    expect(stateOf()).toEqual(['email_verification due 429']);
    expect((await world.useCases.runDue(world.partner({ now: plus(NOW, DAY) }), {})).data.messages).toEqual([]);
    world.passTime(2 * MINUTE);
    await loop();
    expect(stateOf()).toEqual(['email_verification sent 429']);
  });

  it('sends no mail that is no longer true', async () => {
    const { id } = await invite('client');
    await accept();
    await world.useCases.sendPasswordLink(world.partner(), { id });
    await world.useCases.updateUser(world.partner(), { id, active: false });
    await world.drain();
    expect(stateOf().at(-1)).toBe('password_reset skipped superseded');
  });

  it('sends no mail to a person who was erased, nor for a partner who is suspended', async () => {
    await register();
    await world.useCases.erasePerson(world.partner(), { email: ANA.email });
    expect(rows()).toEqual([]);
    const named = { id: PARTNER, slug: 'harbour', name: 'Harbour', allowedOrigins: [], hosts: [], keys: [] };
    await world.deps.partners.insert({ ...named, branding: {}, limits: {}, version: 1, suspendedAt: NOW });
    world.passTime(MINUTE);
    await register();
    await world.drain();
    expect(stateOf()).toEqual(['email_verification skipped suspended']);
    expect(world.sent).toEqual([]);
  });

  it('tells a former address, which is in the row for as long as the mail is on its way', async () => {
    await register();
    await world.drain();
    await world.useCases.verifyEmail(world.visitor(), { token: tokenIn('verify'), password: ANA.password });
    const [userId] = world.state.users.keys();
    const me = world.person({ userId: userId!, role: 'client' });
    await world.useCases.changeEmail(me, { email: 'new@example.com', password: ANA.password });
    await world.drain();
    await world.useCases.confirmEmail(world.visitor(), { token: tokenIn('email'), password: ANA.password });
    expect(rows().at(-1)).toMatchObject({ kind: 'email_changed', address: ANA.email });
    await world.drain();
    expect(sent().slice(-3)).toEqual([
      'email_changing ana@example.com',
      'email_change new@example.com',
      'email_changed ana@example.com',
    ]);
    expect(rows().some(({ address }) => address !== undefined)).toBe(false);
  });

  it('draws the brand of mails about bookings', async () => {
    const named = { id: PARTNER, slug: 'harbour', name: 'Harbour Ltd', allowedOrigins: [], hosts: [], keys: [] };
    const branding = { name: 'Harbour Strength', accent: '#0f766e' };
    await world.deps.partners.insert({ ...named, branding, limits: {}, version: 1 });
    const coach = await givenCoach(world);
    const start = '2026-04-15T10:00:00Z';
    await world.useCases.createBooking(world.visitor(), { coachId: coach.id, start, attendee: ANA });
    await register();
    await world.drain();
    await world.useCases.runDue(world.partner(), {});
    const { data } = await world.useCases.listTestMessages(world.partner(), {});
    expect(data.map(({ kind }) => kind)).toEqual(['email_verification', 'confirmed']);
    for (const { fromName, html } of data) {
      expect(fromName).toBe('Harbour Strength');
      expect(html).toContain('Harbour Strength');
      expect(html).toContain('#0f766e');
      expect(html).not.toContain('Harbour Ltd');
    }
  });
});

describe('a welcome', () => {
  it('greets a client once the address is proven, in the partner’s words where there are some', async () => {
    const key = { kind: 'welcome', channel: 'email', audience: 'attendee', language: 'en' } as const;
    const text = { subject: 'Hello {{ lead.name }}', body: 'Your page: {{ calendar_link }}' };
    await world.useCases.setTemplate(world.partner(), { ...key, ...text });
    await register();
    await world.drain();
    const input = { token: tokenIn('verify'), password: ANA.password };
    for (let n = 0; n < 2; n++) await world.useCases.verifyEmail(world.visitor(), input);
    await world.drain();
    expect(sent()).toEqual(['email_verification ana@example.com', 'welcome ana@example.com']);
    expect(world.sent[1]).toMatchObject({
      subject: 'Hello Ana Diaz',
      text: 'Your page: https://book.example/account\n',
    });
  });

  it('greets the coach side with the first password, and leads to the desk', async () => {
    const { id: coachId } = await givenCoach(world);
    await invite('coach', { coachId });
    await accept();
    await world.drain();
    expect(sent()).toEqual(['invitation maria@example.com', 'welcome maria@example.com']);
    const { text, html } = world.sent[1]!;
    expect(text).toContain('Hi Maria Santos,');
    expect(text).toContain('https://book.example/desk');
    expect(`${text}${html}`).not.toContain('because');
    await world.useCases.requestPasswordReset(world.partner(), { email: 'maria@example.com' });
    await accept();
    await world.drain();
    expect(sent().filter((line) => line.startsWith('welcome'))).toHaveLength(1);
  });

  it('greets an invited client once, and no admin', async () => {
    await invite('client');
    await accept();
    await world.drain();
    expect(sent()).toEqual(['invitation maria@example.com', 'welcome maria@example.com']);
    world = createWorld();
    await invite('admin');
    await accept();
    await world.drain();
    expect(sent()).toEqual(['invitation maria@example.com']);
  });

  it('sends no welcome in a dry run', async () => {
    await register();
    await world.drain();
    const input = { token: tokenIn('verify'), password: ANA.password };
    await world.useCases.verifyEmail(world.visitor({ dryRun: true }), input);
    await world.drain();
    expect(sent()).toHaveLength(1);
    expect((await refusalOf(world.useCases.verifyEmail(world.visitor(), { ...input, token: 'x' }))).code).toBe(
      'TOKEN_INVALID',
    );
  });
});
