import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '@coach-booking/time/units';
import { CONSENT, givenAskingCoach } from '../../../test/application/given-intents.ts';
import { givenClient } from '../../../test/application/given-client.ts';
import { ANA, givenCoach, refusalOf } from '../../../test/application/world.ts';

const codeOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).code;

describe('a booking that is begun', () => {
  it('stores what is begun with the consent, the contact and what was chosen', async () => {
    const { world, capture, stored, of, coach } = await givenAskingCoach();
    const context = world.visitor();
    const { id, token } = await capture({
      start: '2026-04-20T09:00:00Z',
      timeZone: 'Europe/Berlin',
      locale: 'de',
      utm: { source: 'newsletter' },
      contact: { name: ' Ana  Diaz ', email: ' Ana@Example.com ', phone: '+1 (212) 555-0100' },
      consent: { channels: ['email', 'sms'] },
    });
    expect(await stored(id)).toMatchObject({
      ...of,
      mode: 'live',
      start: Date.parse('2026-04-20T09:00:00Z'),
      timeZone: 'Europe/Berlin',
      locale: 'de',
      utm: { source: 'newsletter' },
      contact: { name: 'Ana Diaz', email: 'Ana@Example.com', phone: '+12125550100' },
      emailKey: 'ana@example.com',
      consent: { ...CONSENT, channels: ['email', 'sms'], at: context.now },
      status: 'captured',
      createdAt: context.now,
      abandonsAt: context.now + 30 * MINUTE,
      forgetAt: context.now + 90 * DAY,
    });
    expect(world.deps.tokens.readIntent(token)).toMatchObject({ intentId: id, coachId: coach.id });
  });

  it('makes no lead and lists nothing before it is abandoned', async () => {
    const { capture, list, leads } = await givenAskingCoach();
    await capture();
    expect((await list()).data).toEqual([]);
    expect((await list()).meta).toEqual({ nextCursor: null, total: 0, totalAbandoned: 0, recoveryRate: 0 });
    expect(await leads()).toEqual([]);
  });

  it('changes, and does not double, what the same person began of a service, or what a token names', async () => {
    const { world, capture, stored } = await givenAskingCoach();
    const first = await capture();
    world.passTime(10 * MINUTE);
    expect((await capture({ contact: { email: 'ANA@example.com' }, start: '2026-04-20T09:00:00Z' })).id).toBe(first.id);
    const { id, token } = await capture({ token: first.token, contact: { email: 'ana.diaz@example.com' } });
    expect([id, world.state.intents.size]).toEqual([first.id, 1]);
    expect(world.deps.tokens.readIntent(token)).toEqual(world.deps.tokens.readIntent(first.token));
    const intent = await stored(id);
    expect(intent).toMatchObject({ emailKey: 'ana.diaz@example.com', contact: { email: 'ana.diaz@example.com' } });
    expect(intent?.start).toBeUndefined();
    expect(intent!.abandonsAt - intent!.createdAt).toBe(40 * MINUTE);
  });

  it('removes the other one when an address is corrected to that one’s', async () => {
    const { world, capture } = await givenAskingCoach();
    await capture();
    const mistyped = await capture({ contact: { email: 'aan@example.com' } });
    await capture({ token: mistyped.token });
    expect([...world.state.intents.values()].map(({ id, emailKey }) => [id, emailKey])).toEqual([
      [mistyped.id, 'ana@example.com'],
    ]);
  });

  it('stores one of its own for another service and another person', async () => {
    const { world, capture } = await givenAskingCoach();
    const other = await world.useCases.createService(world.partner(), {
      coach: [...world.state.heads.keys()][0]!,
      title: 'Talk',
      duration: 30,
    });
    const ids = [await capture(), await capture({ serviceId: other.data.id })];
    ids.push(await capture({ contact: { email: 'bo@example.com' } }));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(3);
  });

  it('stores one for a request that is sent again, and none again once it is withdrawn', async () => {
    const { world, useCases, capture, stored } = await givenAskingCoach();
    const again = () => capture({}, world.visitor({ idempotencyKey: '0f8e0c1a-1111-4111-8111-000000000001' }));
    const { id, token } = await again();
    expect(await again()).toEqual({ id, token });
    await useCases.withdrawIntent(world.visitor(), { id, intentToken: token });
    expect(await again()).toEqual({ id, token });
    expect(await stored(id)).toMatchObject({ status: 'withdrawn' });
  });

  it('stores nothing of a dry run', async () => {
    const { world, capture } = await givenAskingCoach();
    await capture({}, world.visitor({ dryRun: true }));
    expect(world.state.intents.size).toBe(0);
  });
});

describe('a request to store what is begun is refused', () => {
  it.each([
    ['without the contact of a channel', { consent: { channels: ['email', 'sms'] } }, 'INVALID_REQUEST'],
    ['with an unknown zone', { timeZone: 'Mars/Olympus' }, 'INVALID_REQUEST'],
    ['for a service that is not offered', { serviceId: 'f'.repeat(24) }, 'SERVICE_NOT_FOUND'],
    ['for a coach who does not exist', { coachId: 'f'.repeat(24) }, 'COACH_NOT_FOUND'],
  ] as const)('refuses a request %s, and stores nothing', async (_, more, code) => {
    const { world, capture } = await givenAskingCoach();
    expect(await codeOf(capture(more as never))).toBe(code);
    expect(world.state.intents.size).toBe(0);
    expect(world.state.idempotency.size).toBe(0);
  });

  it('refuses to store what is begun where the coach does not ask or the partner has no postal address', async () => {
    const { world, useCases, coach, admin, capture } = await givenAskingCoach();
    const settings = async () => (await useCases.getRecoverySettings(world.partner(), { coach: coach.id })).data;
    const shown = async () => (await useCases.getCoach(world.visitor(), { coach: coach.id })).data.captureIntents;
    expect([await settings(), await shown()]).toEqual([
      { capture: true, automatic: false, captureIntents: true },
      true,
    ]);
    await useCases.updateMessaging(admin(), { postalAddress: null });
    world.passTime(MINUTE);
    expect(await codeOf(capture())).toBe('POSTAL_ADDRESS_MISSING');
    expect([await settings(), await shown()]).toEqual([
      { capture: true, automatic: false, captureIntents: false },
      undefined,
    ]);
    await useCases.updateRecoverySettings(world.partner(), { coach: coach.id });
    expect(await codeOf(capture())).toBe('CAPTURE_OFF');
  });

  it('shows in the first answer of a widget whether the form asks', async () => {
    const { world, useCases, coach } = await givenAskingCoach();
    const range = { coach: coach.id, from: '2026-04-20', to: '2026-04-20', include: 'coach' } as const;
    expect((await useCases.listSlots(world.visitor(), range)).data.coach?.captureIntents).toBe(true);
    await useCases.updateRecoverySettings(world.partner(), { coach: coach.id, capture: false });
    expect((await useCases.listSlots(world.visitor(), range)).data.coach).not.toHaveProperty('captureIntents');
  });

  it('refuses more than ten in 24 hours from one address, counted apart from bookings', async () => {
    const { world, capture, book, coach } = await givenAskingCoach();
    for (let n = 0; n < 10; n++) await capture({ contact: { email: `made-up-${n}@x.example` } });
    const refused = await refusalOf(capture({ contact: { email: 'made-up-10@x.example' } }));
    expect([refused.code, refused.retryAfter]).toEqual(['BOOKING_LIMIT', 24 * 3600]);
    expect(world.state.intents.size).toBe(10);
    expect(world.state.visits.size).toBe(10);
    // The same person may change what is stored, and may book.
    await capture({ contact: { email: 'made-up-9@x.example' }, locale: 'fr' });
    await book();
    await capture({ contact: { email: 'made-up-10@x.example' } }, world.partner());
    expect((await world.useCases.listBursts(world.partner(), { coach: coach.id })).data).toEqual([]);
  });

  it('refuses more than 100 percent in the settings', async () => {
    const { world, useCases, coach } = await givenAskingCoach();
    const update = (value: number, type: 'percent' | 'amount') =>
      useCases.updateRecoverySettings(world.partner(), { coach: coach.id, incentive: { type, value } });
    expect(await codeOf(update(101, 'percent'))).toBe('INVALID_REQUEST');
    expect((await update(2000, 'amount')).data).toMatchObject({ incentive: { type: 'amount', value: 2000 } });
  });
});

describe('what a visitor chose', () => {
  it('changes by beacon what was chosen, and begins the half hour anew', async () => {
    const { world, useCases, capture, stored, coach } = await givenAskingCoach();
    const { data: talk } = await useCases.createService(world.partner(), {
      coach: coach.id,
      title: 'Talk',
      duration: 30,
    });
    const { id, token } = await capture();
    world.passTime(10 * MINUTE);
    const update = (more: object) => useCases.updateIntent(world.visitor(), { id, token, ...more });
    const chosen = { start: '2026-04-21T09:00:00Z', serviceId: talk.id, timeZone: 'UTC' };
    expect((await update(chosen)).data).toEqual({ id });
    const intent = (await stored(id))!;
    expect(intent).toMatchObject({ serviceId: talk.id, start: Date.parse(chosen.start), timeZone: 'UTC' });
    expect(intent.abandonsAt - intent.createdAt).toBe(40 * MINUTE);
    await update({ start: null });
    expect((await stored(id))?.start).toBeUndefined();
    expect(await codeOf(update({ serviceId: 'f'.repeat(24) }))).toBe('SERVICE_NOT_FOUND');
    expect(await codeOf(useCases.updateIntent(world.visitor(), { id: 'f'.repeat(24), token }))).toBe('TOKEN_INVALID');
  });

  it('replaces what the same person has begun of that service', async () => {
    const { world, useCases, capture, coach } = await givenAskingCoach();
    const { data: talk } = await useCases.createService(world.partner(), {
      coach: coach.id,
      title: 'Talk',
      duration: 30,
    });
    await capture({ serviceId: talk.id });
    const { id, token } = await capture();
    await useCases.updateIntent(world.visitor(), { id, token, serviceId: talk.id });
    expect([...world.state.intents.keys()]).toEqual([id]);
  });

  it('changes nothing once it is over', async () => {
    const { world, useCases, capture, stored } = await givenAskingCoach();
    const { id, token } = await capture();
    await useCases.withdrawIntent(world.visitor(), { id, intentToken: token });
    const before = await stored(id);
    await useCases.updateIntent(world.visitor(), { id, token, start: '2026-04-21T09:00:00Z' });
    expect(await stored(id)).toEqual(before);
  });
});

describe('a consent that is withdrawn', () => {
  it('removes the contact at once, of all that the person began with this coach, and twice is no error', async () => {
    const { world, useCases, capture, coach } = await givenAskingCoach();
    const { data: talk } = await useCases.createService(world.partner(), {
      coach: coach.id,
      title: 'Talk',
      duration: 30,
    });
    await capture({ serviceId: talk.id });
    const other = await capture({ contact: { email: 'bo@example.com' } });
    const { id, token } = await capture({ contact: ANA_CONTACT, utm: { source: 'ana' } });
    const withdraw = (more: object = {}) =>
      useCases.withdrawIntent(world.visitor(), { id, intentToken: token, ...more });
    await useCases.withdrawIntent(world.visitor({ dryRun: true }), { id, intentToken: token });
    expect(JSON.stringify([...world.state.intents.values()])).toContain('ana@');
    for (let times = 0; times < 2; times++) expect((await withdraw()).data).toEqual({ id, removed: true });
    const left = [...world.state.intents.values()];
    expect(JSON.stringify(left)).not.toMatch(/ana@|Diaz|2125550/);
    expect(left.map(({ id: one, status }) => [one === other.id, status])).toEqual([
      [false, 'withdrawn'],
      [true, 'captured'],
      [false, 'withdrawn'],
    ]);
    expect(await codeOf(withdraw({ intentToken: other.token }))).toBe('TOKEN_INVALID');
  });

  it('withdraws what is not stored any more without an error', async () => {
    const { world, useCases, capture } = await givenAskingCoach();
    const { id, token } = await capture();
    world.state.intents.clear();
    expect((await useCases.withdrawIntent(world.visitor(), { id, intentToken: token })).data.removed).toBe(true);
  });
});

it('keeps a client’s consent, too, who is signed in', async () => {
  const { world, capture, stored } = await givenAskingCoach();
  const client = await givenClient(world);
  expect(await stored((await capture({}, client.me())).id)).toMatchObject({ status: 'captured' });
  const other = await givenCoach(world, { name: 'Coach B' });
  expect(await codeOf(capture({ coachId: other.id, serviceId: other.serviceId! }))).toBe('CAPTURE_OFF');
});

const ANA_CONTACT = { name: ANA.name, email: ANA.email, phone: ANA.phone };
