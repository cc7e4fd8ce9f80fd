import { describe, expect, it } from 'vitest';
import { minus, plus } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { ABANDONED, givenAbandoned } from '../../../test/application/given-abandoned.ts';
import { givenCoach, refusalOf } from '../../../test/application/world.ts';

const AFTER = plus(ABANDONED, HOUR);

describe('a message to a person who did not finish a booking', () => {
  it('goes once, and is in the list', async () => {
    const { send, run, sent, list, id } = await givenAbandoned();
    const { data } = await send({ customMessage: ' I kept a mat for you. ' });
    expect(data).toMatchObject({
      id,
      status: 'recovery_sent',
      recoveryAttempts: 1,
      lastRecoveryAttempt: '2026-04-13T17:00:00Z',
      recoveryMessage: {
        type: 'email',
        sentAt: '2026-04-13T17:00:00Z',
        customMessage: 'I kept a mat for you.',
        incentiveOffered: null,
      },
    });
    expect(await run(AFTER)).toEqual(['recovery email sent']);
    expect(await run(plus(AFTER, DAY))).toEqual([]);
    expect(await sent()).toHaveLength(1);
    expect(await list()).toMatchObject([{ id, status: 'recovery_sent', recoveryAttempts: 1 }]);
  });

  it('says who entered the address, where the business is, how to stop, and what the coach added', async () => {
    const { send, run, sent } = await givenAbandoned();
    await send({ customMessage: 'I kept a mat\nfor you.' });
    await run(AFTER);
    const [mail] = await sent();
    expect(mail).toMatchObject({ address: 'Ana@example.com', intentId: expect.any(String), to: { role: 'attendee' } });
    expect(mail!.subject).toBe('Your booking with Coach A is not finished');
    expect(mail!.text).toContain('I kept a mat for you.');
    expect(mail!.text).toContain('When: Thursday, April 16, 2026, 11:00');
    expect(mail!.text).toMatch(/entered on the booking page of Coach A on Monday, April 13, 2026/);
    expect(mail!.text).toContain('Pier 3, Boston');
    expect(mail!.text).toMatch(/\/resume\/\S+/);
    expect(mail!.headers).toHaveProperty('List-Unsubscribe');
    expect(mail!.html).not.toContain('undefined');
  });

  it('offers a discount by a code of this person', async () => {
    const { world, send, run, sent, scope } = await givenAbandoned();
    const { data } = await send({ incentive: { type: 'percent', value: 20 } });
    const { incentiveOffered } = data.recoveryMessage;
    expect(incentiveOffered).toMatchObject({ type: 'percent', value: 20, expiresAt: '2026-04-20T17:00:00Z' });
    const stored = await world.deps.incentives.byCode(scope, incentiveOffered!.code);
    expect(stored).toMatchObject({ boundTo: 'ana@example.com', kind: 'percent', value: 20 });
    await run(AFTER);
    expect((await sent())[0]!.text).toContain(`Discount: 20%, with the code ${incentiveOffered!.code}`);
  });

  it('goes in the language of the page', async () => {
    const { send, run, sent } = await givenAbandoned({ locale: 'de-AT' });
    await send();
    await run(AFTER);
    expect((await sent())[0]!.subject).toBe('Ihre Buchung bei Coach A ist noch nicht fertig');
  });

  it('does not go while the person may still be booking, and not after a withdrawal', async () => {
    const { world, send, coach, id, token, run, sent } = await givenAbandoned();
    const early = { coach: coach.id, id, messageType: 'email' } as const;
    const before = world.partner({ now: minus(ABANDONED, MINUTE) });
    expect((await refusalOf(world.useCases.sendRecovery(before, early))).code).toBe('INTENT_NOT_FOUND');
    await send();
    await world.useCases.withdrawIntent(world.visitor({ now: AFTER }), { id, intentToken: token });
    expect(await run(AFTER)).toEqual(['recovery email skipped opted_out']);
    expect(await sent()).toEqual([]);
    expect(await refusalOf(send())).toMatchObject({
      code: 'RECOVERY_BLOCKED',
      details: { blocked: { code: 'closed' } },
    });
  });

  it('goes by a channel of the consent alone', async () => {
    const { send } = await givenAbandoned({ consent: { text: 'Yes', version: '1', channels: ['email'] } });
    const refusal = await refusalOf(send({ messageType: 'sms' }));
    expect(refusal.details).toEqual({ blocked: { code: 'not_consented' } });
  });

  it('goes to a person once in seven days, over all coaches, and says when it can', async () => {
    const { world, send, capture } = await givenAbandoned();
    const other = await givenCoach(world, { name: 'Coach B', slug: 'coach-b' });
    await world.useCases.updateRecoverySettings(world.partner(), { coach: other.id, capture: true });
    const { id } = await capture({ coachId: other.id, serviceId: other.services[0]!.id });
    await send();
    const second = send({ coach: other.id, id }, plus(AFTER, DAY));
    expect((await refusalOf(second)).details).toEqual({
      blocked: { code: 'this_week', possibleAt: '2026-04-20T17:00:00Z' },
    });
    const third = await send({ coach: other.id, id }, plus(AFTER, 7 * DAY));
    expect(third.data.recoveryAttempts).toBe(1);
  });

  it('goes twice at most', async () => {
    const { send } = await givenAbandoned();
    await send();
    expect((await send({}, plus(AFTER, 7 * DAY))).data).toMatchObject({ recoveryAttempts: 2, status: 'recovery_sent' });
    expect((await refusalOf(send({}, plus(AFTER, 14 * DAY)))).details).toEqual({ blocked: { code: 'sent_twice' } });
  });

  it('does not go to who unsubscribed, by the link below it', async () => {
    const { world, send, run, sent } = await givenAbandoned();
    await send();
    await run(AFTER);
    const [mail] = await sent();
    const token = /\/u\/([^\s>]+)/.exec(mail!.text)![1]!;
    const { unsubscribe } = await import('../messages/unsubscribe.ts');
    expect(await unsubscribe(world.deps, token)).toBe(true);
    const again = await refusalOf(send({}, plus(AFTER, 7 * DAY)));
    expect(again.details).toEqual({ blocked: { code: 'opted_out' } });
  });

  it('waits as an SMS for the end of the quiet hours of its reader', async () => {
    const night = plus(ABANDONED, 10 * HOUR);
    const { send, run, sent } = await givenAbandoned();
    const { data } = await send({ messageType: 'sms' }, night);
    expect(data.recoveryMessage.sentAt).toBe('2026-04-14T12:00:00Z');
    expect(await run(plus(night, HOUR))).toEqual([]);
    expect(await run(plus(ABANDONED, 20 * HOUR))).toEqual(['recovery sms sent']);
    const [sms] = await sent();
    expect(sms).toMatchObject({ address: '+12125550100', segments: 1 });
    expect(sms!.text).toMatch(/Reply STOP to end\.$/);
  });

  it('stores nothing in a dry run, and refuses a discount without a price', async () => {
    const { world, coach, id, sent, run } = await givenAbandoned();
    const asked = { coach: coach.id, id, messageType: 'email' } as const;
    const dry = world.partner({ now: AFTER, dryRun: true });
    await world.useCases.sendRecovery(dry, { ...asked, incentive: { type: 'percent', value: 10 } });
    expect(world.state.incentives.size).toBe(0);
    expect(await run(AFTER)).toEqual([]);
    expect(await sent()).toEqual([]);
    const much = world.useCases.sendRecovery(dry, { ...asked, incentive: { type: 'percent', value: 101 } });
    expect((await refusalOf(much)).code).toBe('INVALID_REQUEST');
  });

  it('is previewed in its words, with links and a code that open nothing', async () => {
    const { world, coach, id } = await givenAbandoned();
    const asked = { coach: coach.id, id, messageType: 'email', incentive: { type: 'amount', value: 500 } } as const;
    const { data } = await world.useCases.previewRecovery(world.partner({ now: AFTER }), asked);
    expect(data.text).toMatch(/\/resume\/x+$/m);
    expect(data.text).toContain('Discount: €5, with the code XXXXXXXX');
    expect(data.blocked).toBeUndefined();
    expect(world.state.incentives.size).toBe(0);
    expect(world.state.recoveryTurns.size).toBe(0);
  });
});

describe('requests at the same time', () => {
  it('send one message, by hand or by itself', async () => {
    const { world, send, run, sent } = await givenAbandoned({ automatic: true });
    const presses = await Promise.allSettled([send(), send(), run(AFTER), send(), send()]);
    await run(plus(AFTER, HOUR));
    expect(await sent()).toHaveLength(1);
    const made = [...world.state.deliveries.values()].filter(({ kind }) => kind === 'recovery');
    expect(made).toHaveLength(1);
    expect(presses.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(3);
  });
});

describe('a message that goes by itself', () => {
  it('goes an hour after abandonment, with the discount of the settings', async () => {
    const { run, sent, list } = await givenAbandoned({ automatic: true, incentive: { type: 'percent', value: 15 } });
    expect(await run(plus(ABANDONED, 59 * MINUTE))).toEqual([]);
    expect(await run(AFTER)).toEqual(['recovery email sent']);
    expect((await sent())[0]!.text).toContain('Discount: 15%');
    expect(await list()).toMatchObject([
      { status: 'recovery_sent', attempts: [{ by: 'system', messageType: 'email' }] },
    ]);
    expect(await run(plus(AFTER, 8 * DAY))).toEqual([]);
  });

  it.each([
    ['is off', { automatic: false }, AFTER],
    ['is two days late', { automatic: true }, plus(ABANDONED, 2 * DAY)],
  ])('does not go where it %s', async (_why, given, now) => {
    const { run, sent } = await givenAbandoned(given);
    expect(await run(now)).toEqual([]);
    expect(await sent()).toEqual([]);
  });

  it('does not go to a person who booked', async () => {
    const { world, coach, run, list } = await givenAbandoned({ automatic: true });
    const booking = {
      coachId: coach.id,
      start: '2026-04-16T15:00:00Z',
      attendee: { name: 'Ana', email: 'ana@example.com' },
    };
    await world.useCases.createBooking(world.visitor({ now: plus(ABANDONED, MINUTE) }), booking);
    const performed = await run(AFTER);
    expect(performed.filter((one) => one.startsWith('recovery'))).toEqual([]);
    expect(await list()).toMatchObject([{ status: 'recovered' }]);
  });
});

describe('a process that dies', () => {
  it.each(['insert', 'replace', 'made'] as const)('is finished by another: at %s', async (step) => {
    const { world, send, run, sent, list } = await givenAbandoned();
    const { deliveries, intents, recoveryTurns } = world.deps;
    const die = () => Promise.reject(new Error('Killed.'));
    const store = { insert: deliveries, replace: intents, made: recoveryTurns }[step] as unknown as Record<
      string,
      unknown
    >;
    const real = store[step];
    store[step] = die;
    await expect(send()).rejects.toThrow('Killed.');
    store[step] = real;
    world.passTime(2 * MINUTE);
    await run(AFTER);
    await run(plus(AFTER, MINUTE));
    expect(await sent()).toHaveLength(1);
    expect(await list()).toMatchObject([{ recoveryAttempts: 1 }]);
    expect((await refusalOf(send({}, plus(AFTER, DAY)))).details).toMatchObject({ blocked: { code: 'this_week' } });
  });
});
