import { beforeEach, describe, expect, it } from 'vitest';
import { instant, plus } from '@coach-booking/time/instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { ANA, createWorld, givenCoach, NOW, PARTNER, refusalOf, type World } from '../../../test/application/world.ts';
import { createCore } from '../create-use-cases.ts';
import { drain } from './drain.ts';
import { sendNext } from './send-next.ts';
import { work } from './work.ts';

// In the morning of the reader in New York.
const START = '2026-04-15T15:00:00Z';
const START_AT = Date.parse(START);

let world: World;
let coach: Awaited<ReturnType<typeof givenCoach>>;
beforeEach(async () => {
  world = createWorld();
  coach = await givenCoach(world, {
    capacity: 10,
    schedule: {
      workingHours: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ dayOfWeek, start: '00:00', end: '24:00' })),
      slotInterval: 30,
      reminders: {
        rules: [
          { channel: 'email', minutesBefore: 1440 },
          { channel: 'sms', minutesBefore: 120 },
        ],
        followUp: true,
      },
    },
  });
});

const book = async (more: object = {}) =>
  (await world.useCases.createBooking(world.visitor(), { coachId: coach.id, start: START, attendee: ANA, ...more }))
    .data;
/** Returns the messages that were due at an instant, sent and skipped, as `kind role state`. */
const runAt = async (now: number, limit = 500) => {
  const { data } = await world.useCases.runDue(world.partner({ now: instant(now) }), { limit });
  return data.messages.map(({ kind, channel, to, state, code }) =>
    [kind, channel, to.role, state, code].filter(Boolean).join(' '),
  );
};
const mails = async (bookingId?: string) =>
  (await world.useCases.listTestMessages(world.partner(), { limit: 100, ...(bookingId && { bookingId }) })).data;
const kept = () => [...world.state.deliveries.values()];

it('writes the place of a session in person into the mail and its calendar file', async () => {
  const place = { name: 'Harbour Gym', address: '12 Pier Street, Boston', hint: 'Ring at the blue door.' };
  const service = { title: 'Boxing', duration: 60, locationKind: 'in_person', place } as const;
  const { data } = await world.useCases.createService(world.partner(), { coach: coach.id, ...service });
  const booking = await book({ serviceId: data.id });
  await world.useCases.updateService(world.partner(), {
    coach: coach.id,
    id: data.id,
    place: { address: 'Elsewhere' },
  });
  await runAt(NOW);
  const [mail] = await mails(booking.id);
  expect(mail?.text).toContain('Where: Harbour Gym, 12 Pier Street, Boston\nFinding it: Ring at the blue door.');
  expect(mail?.text).not.toContain('Join');
  expect(mail?.calendar?.content).toContain('LOCATION:Harbour Gym\\, 12 Pier Street\\, Boston\r\n');
});

it('writes what to bring, as the service has it by then, to the client alone', async () => {
  const { data } = await world.useCases.createService(world.partner(), {
    coach: coach.id,
    title: 'Boxing',
    duration: 60,
    whatToBring: 'Gloves',
  });
  const booking = await book({ serviceId: data.id });
  await runAt(NOW);
  await world.useCases.updateService(world.partner(), { coach: coach.id, id: data.id, whatToBring: 'Towel, water' });
  await runAt(START_AT - 24 * HOUR);
  const [confirmed, reminder] = await mails(booking.id);
  expect(confirmed!.text).toContain('What to bring: Gloves');
  expect(confirmed!.calendar?.content.replaceAll('\r\n ', '')).toContain('What to bring: Gloves');
  expect(reminder!.text).toContain('What to bring: Towel, water');
});

describe('a booking in mode test', () => {
  it('sends messages when the clock is moved there, and not before', async () => {
    const booking = await book();
    expect(await mails()).toEqual([]);
    expect(await runAt(NOW)).toEqual(['confirmed email attendee sent', 'confirmed email coach skipped no_address']);
    expect(await runAt(NOW)).toEqual([]);
    expect(await runAt(START_AT - 24 * HOUR)).toEqual(['reminder email attendee sent']);
    expect(await runAt(START_AT - 2 * HOUR)).toEqual(['reminder sms attendee sent']);
    const [confirmed, reminder, sms] = await mails(booking.id);
    expect(confirmed).toMatchObject({
      kind: 'confirmed',
      channel: 'email',
      to: { role: 'attendee' },
      address: ANA.email,
      messageId: expect.stringMatching(/:email:attendee$/),
    });
    expect(confirmed!.text).toContain('Coach A');
    expect(confirmed!.text).toContain('/manage/');
    expect(confirmed!.headers).toMatchObject({ 'Message-ID': `<${booking.id}.confirmed.1.attendee@book.example>` });
    expect(confirmed!.calendar).toMatchObject({ method: 'REQUEST', content: expect.stringContaining('SEQUENCE:0') });
    expect(reminder!.calendar).toBeUndefined();
    expect(reminder).toMatchObject({ kind: 'reminder', channel: 'email' });
    expect(sms).toMatchObject({ channel: 'sms', address: ANA.phone, segments: expect.any(Number) });
  });

  it('lists a booking with what will be sent, for its coach side alone', async () => {
    const booking = await book();
    const { data: none } = await world.useCases.listBookingMessages(world.partner(), { id: booking.id });
    expect(none).toEqual([]);
    await runAt(NOW);
    const { data } = await world.useCases.listBookingMessages(world.partner(), { id: booking.id });
    expect(data.map(({ kind, channel, state, dueAt }) => [kind, channel, state, dueAt])).toEqual([
      ['confirmed', 'email', 'sent', '2026-04-13T08:00:00Z'],
      ['confirmed', 'email', 'skipped', '2026-04-13T08:00:00Z'],
      ['reminder', 'email', 'due', '2026-04-14T15:00:00Z'],
      ['reminder', 'sms', 'due', '2026-04-15T13:00:00Z'],
    ]);
    expect(JSON.stringify(data)).not.toMatch(/ana@|manage/);
    const refused = await refusalOf(
      world.useCases.listBookingMessages(world.guest(booking.manageToken), { id: booking.id }),
    );
    expect(refused.code).toBe('FORBIDDEN');
  });

  it('sends no reminder of a booking that is cancelled before it', async () => {
    const booking = await book();
    await runAt(NOW);
    await world.useCases.cancelBooking(world.guest(booking.manageToken), { id: booking.id });
    expect(await runAt(START_AT - HOUR)).toEqual([
      'cancelled email attendee sent',
      'cancelled email coach skipped no_address',
      'reminder email attendee skipped superseded',
      'reminder sms attendee skipped superseded',
    ]);
  });

  it('sends nothing about a move that is undone within two minutes (R20)', async () => {
    const booking = await book();
    await runAt(NOW);
    for (const [after, start] of [
      [0, '2026-04-15T17:00:00Z'],
      [MINUTE, START],
    ] as const)
      await world.useCases.rescheduleBooking(world.partner({ now: plus(NOW, after) }), { id: booking.id, start });
    expect(await runAt(NOW + 2 * MINUTE)).toEqual([
      'changed email attendee skipped superseded',
      'changed email coach skipped superseded',
    ]);
    expect(await runAt(NOW + 3 * MINUTE)).toEqual([
      'changed email attendee skipped superseded',
      'changed email coach skipped no_address',
    ]);
    expect(await runAt(START_AT - 24 * HOUR)).toEqual(['reminder email attendee sent']);
  });

  it('tells nobody who is not to be told, and shows so', async () => {
    const { data } = await world.useCases.createBooking(world.partner(), {
      coachId: coach.id,
      start: START,
      attendee: ANA,
      notify: false,
    });
    await runAt(NOW);
    const { data: messages } = await world.useCases.listBookingMessages(world.partner(), { id: data.id });
    expect(messages.filter(({ code }) => code === 'not_wanted')).toHaveLength(2);
    expect(await mails()).toEqual([]);
  });

  it('sends nothing about an erased person', async () => {
    await book();
    await world.useCases.erasePerson(world.partner(), { email: ANA.email });
    expect(await runAt(NOW)).toEqual([
      'confirmed email attendee skipped erased',
      'confirmed email coach skipped no_address',
    ]);
  });

  it('fails as a test asked for, is tried again later, and then arrives', async () => {
    await book();
    await world.useCases.failTestProvider(world.partner(), { provider: 'email', kind: '5xx', times: 2 });
    expect(await runAt(NOW)).toEqual(['confirmed email attendee due 503', 'confirmed email coach skipped no_address']);
    expect(await runAt(NOW + MINUTE - 1)).toEqual([]);
    expect(await runAt(NOW + MINUTE)).toEqual(['confirmed email attendee due 503']);
    expect(await runAt(NOW + 6 * MINUTE)).toEqual(['confirmed email attendee sent 503']);
    expect(await mails()).toHaveLength(1);
  });

  it.each([
    ['revoked', 'email', 'failed 401'],
    ['timeout', 'sms', 'unknown TIMEOUT'],
  ] as const)('ends a message that meets %s by %s as it should', async (kind, provider, expected) => {
    await book();
    await runAt(NOW);
    await world.useCases.failTestProvider(world.partner(), { provider, kind, times: 1 });
    const due = provider === 'email' ? START_AT - 24 * HOUR : START_AT - 2 * HOUR;
    if (provider === 'sms') await runAt(START_AT - 24 * HOUR);
    expect(await runAt(due)).toEqual([`reminder ${provider} attendee ${expected}`]);
  });

  it('handles messages in pieces, and nothing in a dry run', async () => {
    await book();
    const dry = await world.useCases.runDue(world.partner({ dryRun: true }), { limit: 500 });
    expect(dry.data).toEqual({ messages: [], webhooks: 0, calendars: 0, records: 0, more: false });
    const { data } = await world.useCases.runDue(world.partner(), { limit: 1 });
    expect([data.messages.length, data.more]).toEqual([1, true]);
    expect((await world.useCases.runDue(world.partner({ dryRun: true }), { limit: 500 })).data.messages).toHaveLength(
      1,
    );
    expect(await runAt(NOW)).toHaveLength(1);
  });

  it('does not exist with a live key', async () => {
    const live = world.partner({ caller: { ...world.partner().caller, mode: 'live' } as never });
    for (const refused of [
      world.useCases.runDue(live, { limit: 1 }),
      world.useCases.listTestMessages(live, {}),
      world.useCases.failTestProvider(live, { provider: 'sms', kind: '429', times: 1 }),
    ])
      expect((await refusalOf(refused)).code).toBe('ROUTE_NOT_FOUND');
  });
});

describe('the coach side', () => {
  it('notifies the coach side at the address of the coach’s account, in its language', async () => {
    await world.useCases.createUser(world.partner(), {
      role: 'coach',
      name: 'Kim',
      email: 'kim@fit.example',
      coachId: coach.id,
      language: 'de',
    } as never);
    await book();
    await runAt(NOW);
    const found = (await mails()).find(({ to }) => to.role === 'coach');
    expect(found).toMatchObject({ address: 'kim@fit.example' });
    expect(found!.html).toContain('lang="de"');
    expect(found!.text).not.toContain('/manage/');
  });
});

describe('live mode', () => {
  const live = () => createCore(world.deps);
  const asLive = async () => {
    const caller = { ...world.visitor().caller, mode: 'live' } as never;
    const server = { ...world.partner().caller, mode: 'live' } as never;
    const { data: head } = await world.useCases.createCoach(world.partner({ caller: server }), {
      name: 'Coach L',
      timeZone: 'UTC',
      schedule: { workingHours: [{ dayOfWeek: 3, start: '09:00', end: '17:00' }] },
    });
    return (
      await world.useCases.createBooking(world.visitor({ caller }), { coachId: head.id, start: START, attendee: ANA })
    ).data;
  };

  it('notifies in live mode by the server’s own loop, by the real clock, and by channels that are set up', async () => {
    await asLive();
    await work(live());
    expect(world.sent.map(({ kind, to }) => [kind, to])).toEqual([['confirmed', ANA.email]]);
    await work(live());
    expect(world.sent).toHaveLength(1);
    world.passTime(START_AT - 2 * HOUR - NOW);
    await work(live());
    expect(kept().filter(({ channel }) => channel === 'sms')).toMatchObject([
      { state: 'skipped', code: 'not_configured' },
    ]);
  });

  it('leaves the messages of tests alone (R11)', async () => {
    await book();
    await work(live());
    expect(world.sent).toEqual([]);
    expect(kept().map(({ state }) => state)).toEqual(['due', 'due', 'due', 'due']);
  });
});

it('R10 lets a later message wait while an earlier one is being sent', async () => {
  const booking = await book();
  const core = createCore(world.deps);
  await drain(core);
  let during: Promise<unknown> | undefined;
  const outlets: typeof core.outlets = async () => async () => {
    during ??= (async () => {
      await world.useCases.cancelBooking(world.partner(), { id: booking.id });
      await drain(core);
      await sendNext(core, { mode: 'test' }, NOW);
      await sendNext(core, { mode: 'test' }, NOW);
      await sendNext(core, { mode: 'test' }, NOW);
    })();
    await during;
    return {};
  };
  await sendNext({ ...core, outlets }, { mode: 'test' }, NOW);
  const cancelled = () => kept().find(({ kind, role }) => kind === 'cancelled' && role === 'attendee');
  expect(cancelled()).toMatchObject({ state: 'due', dueAt: NOW + 5000, failures: 0 });
  await runAt(NOW + 5000);
  expect(cancelled()).toMatchObject({ state: 'sent' });
});

it('tells of two moves the time that was known before and the one that is true now', async () => {
  const booking = await book();
  await runAt(NOW);
  for (const start of ['2026-04-15T17:00:00Z', '2026-04-15T20:30:00Z'])
    await world.useCases.rescheduleBooking(world.partner(), { id: booking.id, start });
  await runAt(NOW + 2 * MINUTE);
  const [, changed] = await mails();
  expect(changed!.calendar?.content).toContain('SEQUENCE:2');
  // Ana is in New York.
  for (const [known, text] of [
    ['11:00', true],
    ['4:30', true],
    ['1:00 PM', false],
  ] as const)
    expect([known, changed!.text.includes(known)]).toEqual([known, text]);
});

describe('two processes', () => {
  it('derives the same messages of one event in two processes, and sends each once', async () => {
    await book();
    const core = createCore(world.deps);
    const [booking] = await core.bookings.undrained(10);
    await Promise.all([drain(core), drain(core)]);
    expect(await core.bookings.undrained(10)).toEqual([]);
    // One that died between its two writes left the event behind.
    world.state.bookings.set(booking!.id, booking!);
    await drain(core);
    const sent = await Promise.all(Array.from({ length: 6 }, () => sendNext(core, { mode: 'test' }, NOW)));
    expect(sent.filter((delivery) => delivery !== null)).toHaveLength(2);
    expect(await mails()).toHaveLength(1);
  });

  it('sends a message once whose lease ran out while it was prepared', async () => {
    await book();
    const core = createCore(world.deps);
    await drain(core);
    let other: Promise<unknown> | undefined;
    const slow = {
      ...core,
      templates: {
        ...core.templates,
        renderStandard: (...given: Parameters<typeof core.templates.renderStandard>) => {
          other ??= core.deliveries.endLeases(plus(NOW, MINUTE), ['email']);
          return core.templates.renderStandard(...given);
        },
      },
    };
    await sendNext(slow, { mode: 'test' }, NOW);
    await other;
    expect(await mails()).toEqual([]);
    expect(await runAt(NOW)).toHaveLength(2);
    expect(await mails()).toHaveLength(1);
  });
});

it('R25 expires an unanswered request at the clock of the test, and notifies both sides', async () => {
  await world.useCases.patchSchedule(world.partner(), { coach: coach.id, autoConfirm: false });
  const booking = await book();
  expect(await runAt(NOW)).toEqual(['requested email attendee sent', 'requested email coach skipped no_address']);
  expect(await runAt(START_AT)).toEqual(['expired email attendee sent', 'expired email coach skipped no_address']);
  const stored = world.state.bookings.get(booking.id);
  expect(stored).toMatchObject({ status: 'cancelled', cancelledBy: 'system', claims: [] });
  const [, expired] = await mails(booking.id);
  expect(expired!.text).not.toMatch(/Reason/);
});

it('R17 sends nothing about a late answer to a request that was to notify no one', async () => {
  const late = { now: plus(NOW, 56 * HOUR) };
  const timely = await book();
  await runAt(NOW);
  await world.useCases.cancelBooking(world.partner(late), { id: timely.id });
  expect(await runAt(late.now)).toEqual([
    'reminder email attendee skipped superseded',
    'reminder sms attendee skipped superseded',
  ]);
  expect(
    kept()
      .filter(({ kind }) => kind === 'cancelled')
      .map(({ code }) => code),
  ).toEqual(['not_wanted', 'not_wanted']);
});

it('R45 reminds of the bookings made before by changed rules, and no longer by the old ones', async () => {
  await book();
  await runAt(NOW);
  const rules = [
    { channel: 'email', minutesBefore: 60 },
    { channel: 'sms', minutesBefore: 120 },
  ] as const;
  await world.useCases.patchSchedule(world.partner({ now: plus(NOW, HOUR) }), {
    coach: coach.id,
    reminders: { rules: [...rules], followUp: true },
  });
  expect(await runAt(START_AT - 24 * HOUR)).toEqual(['reminder email attendee skipped rule_off']);
  expect(await runAt(START_AT - 2 * HOUR)).toEqual(['reminder sms attendee sent']);
  expect(await runAt(START_AT - HOUR)).toEqual(['reminder email attendee sent']);
  expect(world.state.heads.get(coach.id)).not.toHaveProperty('remindersSince');
});

it('tries a message again that cannot be made, gives it up in the end, and delays no other', async () => {
  const broken = (await book()).id;
  const core = createCore(world.deps);
  await drain(core);
  const find: typeof core.bookings.find = async (id) => {
    if (id === broken) throw new TypeError('a fault of the test');
    return core.bookings.find(id);
  };
  const faulty = { ...core, bookings: { ...core.bookings, find } };
  await sendNext(faulty, { mode: 'test' }, NOW);
  const { partnerId, mode } = world.partner().caller;
  const about = { partnerId, mode, kind: 'confirmed', channel: 'email' };
  expect(world.failedMessages).toEqual([{ ...about, type: 'TypeError' }]);
  // Six waits of five hours at most follow, each a fifth longer at most.
  for (let hours = 0; hours < 72; hours += 6)
    for (let i = 0; i < 4; i++) await sendNext(faulty, { mode: 'test' }, plus(NOW, hours * HOUR));
  const changes = kept().filter(({ kind }) => kind === 'confirmed');
  expect(changes.map(({ state, code, failures }) => [state, code, failures])).toEqual([
    ['failed', 'INTERNAL', 6],
    ['failed', 'INTERNAL', 6],
  ]);
});

it('continues in runDue behind a message that cannot be made, and lists it', async () => {
  const broken = (await book()).id;
  await book({ start: '2026-04-16T15:00:00Z' });
  const { find } = world.deps.bookings;
  world.deps.bookings.find = async (id) => {
    if (id === broken) throw new TypeError('a fault of the test');
    return find(id);
  };
  expect(await runAt(NOW)).toEqual([
    'confirmed email attendee due INTERNAL',
    'confirmed email coach due INTERNAL',
    'confirmed email attendee sent',
    'confirmed email coach skipped no_address',
  ]);
  world.deps.bookings.find = find;
  expect(await runAt(NOW + 2 * MINUTE)).toEqual([
    'confirmed email attendee sent INTERNAL',
    'confirmed email coach skipped no_address',
  ]);
});

it('sends nothing of a suspended partner, also later', async () => {
  const named = { id: PARTNER, slug: 'harbour', name: 'Harbour', allowedOrigins: [], hosts: [], keys: [] };
  const partner = { ...named, branding: {}, limits: {}, version: 2 };
  await world.deps.partners.insert({ ...partner, suspendedAt: NOW, version: 1 });
  await book();
  expect(await runAt(NOW)).toEqual([
    'confirmed email attendee skipped suspended',
    'confirmed email coach skipped suspended',
  ]);
  await world.deps.partners.replace(partner, 1);
  world.passTime(MINUTE);
  expect(await runAt(NOW + MINUTE)).toEqual([]);
  expect(await runAt(START_AT - 24 * HOUR)).toEqual(['reminder email attendee sent']);
});

it('R10 drops a failed message once a later one says otherwise', async () => {
  const booking = await book();
  await world.useCases.failTestProvider(world.partner(), { provider: 'email', kind: '429', times: 1 });
  await runAt(NOW);
  await world.useCases.cancelBooking(world.partner(), { id: booking.id });
  expect(await runAt(NOW)).toContain('cancelled email attendee sent');
  expect(await runAt(NOW + MINUTE)).toEqual(['confirmed email attendee skipped superseded']);
});
