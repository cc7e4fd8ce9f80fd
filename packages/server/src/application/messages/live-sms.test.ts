import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { ACCOUNT, startFakeTwilio, type FakeTwilio } from '../../../test/sms/fake-twilio.ts';
import { ANA, createWorld, everyDay, NOW, PARTNER, type World } from '../../../test/application/world.ts';
import { createTwilio } from '../../adapters/sms/twilio.ts';
import type { Mode } from '../kernel/context.ts';
import { isOfAccount } from '../../domain/delivery/account-delivery.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { createCore } from '../create-use-cases.ts';
import { defaultMessaging } from '../messaging/cached-messaging.ts';
import { work } from './work.ts';

const LIVE = { partnerId: PARTNER, mode: 'live' } as const;
/** At noon in New York, a day and some hours on. */
const STARTS = ['2026-04-14T16:00:00Z', '2026-04-14T17:00:00Z', '2026-04-14T18:00:00Z'];

let twilio: FakeTwilio;
let world: World;
let coach = '';
beforeEach(async () => {
  twilio = await startFakeTwilio();
  world = createWorld({ sms: { twilio: createTwilio({ base: twilio.base, timeout: 500 }) } });
});
afterEach(() => twilio.close());

const server = (mode: Mode = 'live') => {
  const context = world.partner();
  return { ...context, now: world.deps.realNow(), caller: { ...context.caller, mode } };
};
const BY_SMS = [{ channel: 'sms' as const, minutesBefore: 120 }];
const given = async (
  maxPerDay = 500,
  mode: Mode = 'live',
  rules: readonly { readonly channel: 'sms' | 'email'; readonly minutesBefore: number }[] = BY_SMS,
) => {
  const settings = { ...defaultMessaging, version: 1, hookToken: 'x7', sms: { ...ACCOUNT, maxPerDay } };
  await world.deps.messaging.replace({ ...LIVE, mode }, settings, 0);
  const reminders = { rules: [...rules], followUp: true };
  const { data } = await world.useCases.createCoach(server(mode), {
    name: 'Coach A',
    timeZone: 'UTC',
    capacity: 10,
    schedule: { workingHours: everyDay('00:00', '23:59'), slotInterval: 30, minimumNotice: 0, reminders },
    services: [{ title: 'Strength session', duration: 60 }],
  });
  coach = data.id;
};
const book = async (start: string, mode: Mode = 'live', attendee: object = ANA) =>
  (
    await world.useCases.createBooking(server(mode), {
      coachId: coach,
      start,
      attendee: { name: ANA.name, ...attendee },
    })
  ).data;
/** Lets the server's own loop do what is due after so many hours. */
const workAt = async (hours: number) => {
  world.passTime(plus(NOW, hours * HOUR) - world.deps.realNow());
  await work(createCore(world.deps));
  await world.drain();
};
const sms = () =>
  [...world.state.deliveries.values()]
    .filter((delivery) => !isOfAccount(delivery) && delivery.channel === 'sms')
    .map((delivery) => delivery as Delivery)
    .map(({ state, code, attempt, segments }) =>
      [state, code, attempt, segments].filter((one) => one !== undefined).join(' '),
    );

describe('an SMS of live mode', () => {
  it('leaves by the partner’s account, in one segment, with the URL where Twilio tells what became of it', async () => {
    await given();
    const { id } = await book(STARTS[0]!);
    await workAt(30);
    const [delivery] = [...world.state.deliveries.values()].filter(({ channel }) => channel === 'sms');
    expect(twilio.taken).toEqual([
      {
        To: ANA.phone,
        From: ACCOUNT.from,
        Body: expect.stringContaining('Coach A'),
        StatusCallback: `https://book.example/hooks/twilio/x7?message=${encodeURIComponent(delivery!.id)}`,
      },
    ]);
    const { data } = await world.useCases.listBookingMessages(server(), { id });
    const shown = data.find(({ channel }) => channel === 'sms');
    expect(shown).toMatchObject({ state: 'sent', segments: 1, attempts: 1 });
    expect(JSON.stringify(shown)).not.toContain('5550100');
  });

  it('R9 stores an SMS that may have been sent as unknown, and never sends it again', async () => {
    await given();
    await book(STARTS[0]!);
    twilio.answerWith((_form, response) => response.writeHead(503).end());
    await workAt(30);
    await workAt(31);
    expect(sms()).toEqual(['unknown 503 1 1']);
    expect(twilio.count()).toBe(1);
  });

  it('R9 stores an SMS that Twilio never answered as unknown, too', async () => {
    await given();
    await book(STARTS[0]!);
    twilio.answerWith(() => undefined);
    await workAt(30);
    expect(sms()).toEqual(['unknown TIMEOUT 1 1']);
  });

  it('sends an SMS later that came too fast for Twilio', async () => {
    await given();
    await book(STARTS[0]!);
    let calls = 0;
    twilio.answerWith((_form, response) => {
      calls += 1;
      response.writeHead(calls === 1 ? 429 : 201).end(calls === 1 ? '{"code":20429}' : '{"sid":"SM1"}');
    });
    await workAt(30);
    expect(sms()).toEqual(['due 20429 1 1']);
    await workAt(30 + (2 * MINUTE) / HOUR);
    expect(sms()).toEqual(['sent 20429 2 1']);
  });

  it('sends an SMS that came too fast once Twilio takes it, not before', async () => {
    await given();
    await book(STARTS[0]!);
    let calls = 0;
    twilio.answerWith((_form, response) => {
      calls += 1;
      if (calls > 1) response.writeHead(201).end('{"sid":"SM1"}');
      else response.writeHead(429, { 'retry-after': '600' }).end('{"code":20429}');
    });
    await workAt(30);
    await workAt(30 + (9 * MINUTE) / HOUR);
    expect(sms()).toEqual(['due 20429 1 1']);
    await workAt(30 + (10 * MINUTE) / HOUR);
    expect(sms()).toEqual(['sent 20429 2 1']);
  });
});

describe('the guard of costs', () => {
  const admin = async () => {
    const { data } = await world.useCases.createUser(server(), {
      name: 'Kim',
      email: 'kim@fit.example',
      role: 'admin',
    });
    await world.useCases.updateUser(server(), { id: data.id, active: true });
    return data.id;
  };
  const notices = () => world.sent.filter(({ kind }) => kind === 'cost_guard');

  it('lets no more leave than the partner pays for, and tells its admins once a day', async () => {
    await given(1);
    await admin();
    for (const start of STARTS) await book(start);
    await workAt(30);
    await workAt(31);
    await workAt(32);
    expect(sms()).toEqual(['sent 1 1', 'skipped cost_guard 1', 'skipped cost_guard 1']);
    expect(twilio.taken).toHaveLength(1);
    expect(notices()).toHaveLength(1);
    expect(notices()[0]).toMatchObject({ to: 'kim@fit.example', text: expect.stringContaining('April 14, 2026') });
    await book('2026-04-15T16:00:00Z');
    await workAt(30 + DAY / HOUR);
    expect(sms()).toContain('sent 1 1');
    expect(twilio.taken).toHaveLength(2);
  });

  /** The mails in place of an SMS, by their states. */
  const mailsInstead = () =>
    [...world.state.deliveries.values()]
      .filter((delivery) => 'insteadOf' in delivery.about && delivery.about.insteadOf === 'sms')
      .map(({ channel, state, code }) => [channel, state, code].filter(Boolean).join(' '));
  const reminders = () => world.sent.filter(({ kind }) => kind === 'reminder');

  it('lets a mail say to the same person what the SMS would have said', async () => {
    await given(0);
    await book(STARTS[0]!);
    await workAt(30);
    await workAt(31);
    expect([sms(), mailsInstead()]).toEqual([['skipped cost_guard 1'], ['email sent']]);
    expect(reminders().map(({ to }) => to)).toEqual([ANA.email]);
  });

  it('adds no mail where one of the same reminder goes anyway', async () => {
    await given(0, 'live', [
      { channel: 'sms', minutesBefore: 120 },
      { channel: 'email', minutesBefore: 120 },
    ]);
    await book(STARTS[0]!);
    await workAt(30);
    await workAt(31);
    expect([sms(), mailsInstead(), reminders().length]).toEqual([['skipped cost_guard 1'], [], 1]);
  });

  it('shows that nobody was told who has no address, and tells nobody who wants no such mails', async () => {
    await given(0);
    await book(STARTS[0]!, 'live', { name: ANA.name, phone: ANA.phone });
    await book(STARTS[1]!);
    await world.deps.optOuts.add(LIVE, { channel: 'email', address: ANA.email }, 'reminder', NOW);
    await workAt(30);
    await workAt(31);
    await workAt(31.1);
    expect(mailsInstead().sort()).toEqual(['email skipped no_address', 'email skipped opted_out']);
    expect(reminders()).toEqual([]);
  });

  it('counts what was perhaps sent, and not what was not', async () => {
    await given(1);
    for (const start of STARTS) await book(start);
    twilio.answerWith((_form, response) => response.writeHead(400).end('{"code":21614}'));
    await workAt(30);
    twilio.answerWith((_form, response) => response.writeHead(500).end());
    await workAt(31);
    await workAt(32);
    expect(sms()).toEqual(['failed 21614 1 1', 'unknown 500 1 1', 'skipped cost_guard 1']);
  });

  it('holds in mode test at the clock of the test, and tells nobody there', async () => {
    await given(1, 'test');
    for (const start of STARTS) await book(start, 'test');
    for (const hours of [30, 31])
      await world.useCases.runDue({ ...server('test'), now: plus(NOW, hours * HOUR) }, { limit: 500 });
    expect(sms()).toEqual(['sent 1 1', 'skipped cost_guard 1', 'due 0']);
    expect([twilio.count(), notices()]).toEqual([0, []]);
  });
});
