import { describe, expect, it } from 'vitest';
import { minus, plus } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { AccountDelivery } from '../../src/domain/delivery/account-delivery.ts';
import type { RecoveryDelivery } from '../../src/domain/delivery/recovery-delivery.ts';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import type { Deliveries } from '../../src/application/ports/deliveries.ts';
import { anId, now, scope } from './fixtures.ts';

/** A delivery that is due now. */
export function aDelivery(given: Partial<Delivery> = {}): Delivery {
  return {
    ...scope,
    id: `${anId()}:email:attendee`,
    coachId: anId(),
    bookingId: anId(),
    kind: 'confirmed',
    channel: 'email',
    role: 'attendee',
    about: {
      version: 1,
      status: 'confirmed',
      start: plus(now, 60 * MINUTE),
      originalStart: now,
      offerReschedule: true,
    },
    dueAt: now,
    state: 'due',
    attempt: 0,
    failures: 0,
    leasedUntil: null,
    createdAt: now,
    ...given,
  };
}

export function anAccountDelivery(given: Partial<AccountDelivery> = {}): AccountDelivery {
  return {
    ...scope,
    id: `${anId()}:email:account`,
    userId: anId(),
    kind: 'password_reset',
    channel: 'email',
    role: 'account',
    about: {},
    dueAt: now,
    state: 'due',
    attempt: 0,
    failures: 0,
    leasedUntil: null,
    createdAt: now,
    ...given,
  };
}

/** The tests that every implementation of the port passes. */
export function deliveriesSuite(open: () => Deliveries): void {
  const inserted = async (given: Partial<Delivery> = {}): Promise<Delivery> => {
    const delivery = aDelivery(given);
    await open().insert([delivery], now);
    return delivery;
  };
  /** Takes up what is due of a partner that no other test has. */
  const lease = (partnerId: string, dueBy = now, leasedUntil = plus(now, MINUTE)) =>
    open().lease({ mode: 'test', partnerId, dueBy, leasedUntil });
  const leased = async (given: Partial<Delivery> = {}): Promise<Delivery> => {
    const { partnerId } = await inserted({ partnerId: anId(), ...given });
    return (await lease(partnerId)) as Delivery;
  };
  const stored = async ({ id, bookingId, ...of }: Delivery): Promise<Delivery | undefined> =>
    (await open().ofBooking(of, bookingId)).find((delivery) => delivery.id === id);

  describe('deliveries', () => {
    it('inserts deliveries once, however often the same event is derived', async () => {
      const bookingId = anId();
      const [first, second] = [aDelivery({ bookingId }), aDelivery({ bookingId, dueAt: plus(now, 1) })];
      await open().insert([], now);
      await open().insert([first], now);
      await open().insert([{ ...first, state: 'skipped' }, second], now);
      expect(await open().ofBooking(scope, bookingId)).toEqual([first, second]);
      expect(await open().ofBooking({ ...scope, mode: 'live' }, bookingId)).toEqual([]);
      expect(await open().ofBooking({ ...scope, partnerId: anId() }, bookingId)).toEqual([]);
    });

    it('keeps minutes, codes and skips', async () => {
      const delivery = await inserted({ minutesBefore: 1440, state: 'skipped', code: 'not_wanted', about: {} });
      expect(await stored(delivery)).toEqual(delivery);
    });
  });

  describe('taking up what is due', () => {
    it('gives the one that has been due for longest, once, of one partner and mode', async () => {
      const partnerId = anId();
      const late = await inserted({ partnerId, dueAt: minus(now, 1) });
      const early = await inserted({ partnerId, dueAt: minus(now, 2) });
      await inserted({ partnerId, mode: 'live' });
      await inserted({ partnerId, dueAt: plus(now, 1) });
      await inserted({ partnerId, state: 'skipped' });
      await inserted();
      expect(await open().due({ mode: 'test', partnerId, dueBy: now, limit: 5 })).toEqual([early, late]);
      expect(await open().due({ mode: 'test', partnerId, dueBy: now, limit: 1 })).toEqual([early]);
      expect(await open().byIds([late.id, anId()])).toEqual([late]);
      const taken = { state: 'leased', attempt: 1, leasedUntil: plus(now, MINUTE) } as const;
      expect(await lease(partnerId)).toEqual({ ...early, ...taken });
      expect(await lease(partnerId)).toEqual({ ...late, ...taken });
      expect(await lease(partnerId)).toBeNull();
      expect(await stored(early)).toEqual({ ...early, ...taken });
    });

    it('gives each to one of many who ask at once', async () => {
      const partnerId = anId();
      await open().insert(
        Array.from({ length: 20 }, () => aDelivery({ partnerId })),
        now,
      );
      const taken = await Promise.all(Array.from({ length: 25 }, () => lease(partnerId)));
      const ids = taken.flatMap((delivery) => (delivery ? [delivery.id] : []));
      expect(new Set(ids).size).toBe(20);
      expect(ids).toHaveLength(20);
    });

    it('finds those of all partners', async () => {
      const { id } = await inserted({ mode: 'live', dueAt: minus(now, 1e9), partnerId: anId() });
      expect(await open().lease({ mode: 'live', dueBy: minus(now, 1e9), leasedUntil: now })).toMatchObject({ id });
    });
  });

  describe('an attempt', () => {
    it('starts to send once, and not with a lease that was lost', async () => {
      const { id, attempt } = await leased();
      expect(await open().startSending(id, attempt + 1)).toBe(false);
      expect(await open().startSending(id, attempt)).toBe(true);
      expect(await open().startSending(id, attempt)).toBe(false);
    });

    it('ends as it did, and only while it is the present one', async () => {
      const delivery = await leased();
      const { id, attempt } = delivery;
      const outcome = { state: 'sent', providerId: 'SM1', at: plus(now, 5) } as const;
      expect(await open().settle(id, attempt + 1, outcome)).toBe(false);
      expect(await open().settle(id, attempt, outcome)).toBe(true);
      expect(await open().settle(id, attempt, { state: 'failed', code: '550', at: plus(now, 6) })).toBe(false);
      const { at: settledAt, ...rest } = outcome;
      expect(await stored(delivery)).toEqual({ ...delivery, ...rest, settledAt, leasedUntil: null });
    });

    it('puts an attempt back for later, as a failure when it has a code', async () => {
      const delivery = await leased();
      const { id, attempt, partnerId } = delivery;
      expect(await open().putBack(id, attempt, plus(now, 5))).toBe(true);
      const again = await lease(partnerId, plus(now, 5));
      expect(again).toEqual({ ...delivery, attempt: 2, dueAt: plus(now, 5) });
      expect(await open().putBack(id, attempt, plus(now, 9), '451')).toBe(false);
      await open().startSending(id, 2);
      expect(await open().putBack(id, 2, plus(now, 9), '451')).toBe(true);
      expect(await lease(partnerId, plus(now, 9))).toEqual({
        ...delivery,
        attempt: 3,
        failures: 1,
        code: '451',
        dueAt: plus(now, 9),
      });
    });
  });

  describe('what a provider of SMS tells later', () => {
    const at = plus(now, 9);
    /** An SMS that the provider has under `SM1`, unless the answer was lost. */
    const given = async (state: 'sending' | 'sent' | 'unknown') => {
      const delivery = await leased({ channel: 'sms' });
      const { id, attempt } = delivery;
      await open().startSending(id, attempt, { segments: 2 });
      if (state === 'sent') await open().settle(id, attempt, { state, providerId: 'SM1', at: now });
      if (state === 'unknown') await open().settle(id, attempt, { state, code: 'TIMEOUT', at: now });
      const { partnerId, mode } = delivery;
      return { delivery, of: { id, partnerId, mode, providerId: 'SM1', at } };
    };

    it.each(['sending', 'sent', 'unknown'] as const)('stores the report on an SMS that is %s', async (state) => {
      const { delivery, of } = await given(state);
      expect(await open().report({ ...of, state: 'delivered' })).toBe(true);
      const noted = { state: 'delivered', providerId: 'SM1', segments: 2, leasedUntil: null, settledAt: at };
      expect(await stored(delivery)).toMatchObject(noted);
      expect(await open().settle(of.id, delivery.attempt, { state: 'sent', at })).toBe(false);
    });

    it('moves a reported state never back, in whatever order reports come', async () => {
      const { delivery, of } = await given('sent');
      expect(await open().report({ ...of, state: 'sent' })).toBe(false);
      expect(await open().report({ ...of, state: 'failed', code: '30003' })).toBe(true);
      for (const state of ['sent', 'delivered', 'failed'] as const)
        expect(await open().report({ ...of, state, code: '1' })).toBe(false);
      expect(await stored(delivery)).toMatchObject({ state: 'failed', code: '30003' });
    });

    it('accepts a report on the SMS that the provider has, of this partner and mode', async () => {
      const { delivery, of } = await given('sent');
      const other = { ...of, state: 'delivered' } as const;
      expect(await open().report({ ...other, providerId: 'SM2' })).toBe(false);
      expect(await open().report({ ...other, partnerId: anId() })).toBe(false);
      expect(await open().report({ ...other, mode: 'live' })).toBe(false);
      expect(await open().report({ ...other, id: `${of.id}x` })).toBe(false);
      expect(await stored(delivery)).toMatchObject({ state: 'sent' });
    });
  });

  describe('messages about intents', () => {
    const aRecovery = (given: Partial<RecoveryDelivery> = {}): RecoveryDelivery => {
      const intentId = given.intentId ?? anId();
      return {
        ...scope,
        id: `${intentId}:recovery:1`,
        coachId: anId(),
        intentId,
        kind: 'recovery',
        channel: 'email',
        role: 'attendee',
        about: { number: 1 },
        dueAt: now,
        state: 'due',
        attempt: 0,
        failures: 0,
        leasedUntil: null,
        createdAt: now,
        ...given,
      };
    };

    it('inserts them once, and takes them up like those about bookings', async () => {
      const recovery = aRecovery({ partnerId: anId() });
      await open().insert([recovery], now);
      await open().insert([{ ...recovery, channel: 'sms' }], now);
      const { partnerId, mode, id } = recovery;
      expect(await open().byIds([id])).toEqual([recovery]);
      expect(await open().due({ partnerId, mode, dueBy: now, limit: 5 })).toEqual([recovery]);
      const query = { partnerId, mode, dueBy: now, leasedUntil: plus(now, MINUTE), about: 'bookings' } as const;
      expect(await open().lease(query)).toMatchObject({ id, state: 'leased', attempt: 1 });
    });
  });

  describe('mails about accounts', () => {
    const given = async (more: Partial<AccountDelivery> = {}) => {
      const mail = anAccountDelivery(more);
      await open().insert([mail], now);
      return mail;
    };
    const leaseOf = (partnerId: string, about?: 'bookings' | 'accounts') =>
      open().lease({ mode: 'test', partnerId, dueBy: now, leasedUntil: plus(now, MINUTE), ...(about && { about }) });

    it('leases mails about accounts with the others, or these alone, as they were given', async () => {
      const partnerId = anId();
      const booking = await inserted({ partnerId });
      const mail = await given({ partnerId, address: 'old@example.com', about: { device: { browser: 'Firefox' } } });
      expect((await leaseOf(partnerId, 'accounts'))!.id).toBe(mail.id);
      expect(await leaseOf(partnerId, 'accounts')).toBeNull();
      await open().putBack(mail.id, 1, now);
      expect((await leaseOf(partnerId, 'bookings'))!.id).toBe(booking.id);
      expect(await leaseOf(partnerId, 'bookings')).toBeNull();
      const taken = { attempt: 2, state: 'leased', leasedUntil: plus(now, MINUTE) };
      expect(await leaseOf(partnerId)).toEqual({ ...mail, ...taken });
    });

    it('lists no mails about accounts with messages about bookings', async () => {
      const { id, partnerId } = await given({ partnerId: anId() });
      const of = { mode: 'test', partnerId } as const;
      expect(await open().due({ ...of, dueBy: now, limit: 5 })).toEqual([]);
      expect(await open().list({ ...of, state: 'due', limit: 5 })).toEqual([]);
      expect(await open().listOfAccounts({ ...of, state: 'due', limit: 5 })).toMatchObject([{ id, role: 'account' }]);
      expect(await open().listOfAccounts({ ...of, state: 'failed', limit: 5 })).toEqual([]);
      expect(await open().byIds([id])).toEqual([]);
      const [count] = await open().counts({ ...of, now, since: now });
      expect(count).toMatchObject({ kind: 'password_reset', channel: 'email', due: 1 });
    });

    it('removes the former address of a mail with its end', async () => {
      const { id, partnerId } = await given({ partnerId: anId(), address: 'old@example.com', mode: 'test' });
      await leaseOf(partnerId);
      await open().startSending(id, 1);
      await open().putBack(id, 1, now, '451');
      expect(await leaseOf(partnerId)).toMatchObject({ id, address: 'old@example.com' });
      expect(await open().settle(id, 2, { state: 'sent', at: now })).toBe(true);
      expect(await open().settle(id, 2, { state: 'sent', at: now })).toBe(false);
    });

    it('forgets mails with their person, and no other’s', async () => {
      const partnerId = anId();
      const [gone, kept] = [await given({ partnerId }), await given({ partnerId })];
      await open().forget({ partnerId, mode: 'live' }, gone.userId);
      await open().forget({ partnerId, mode: 'test' }, gone.userId);
      expect((await leaseOf(partnerId))!.id).toBe(kept.id);
      expect(await leaseOf(partnerId)).toBeNull();
    });
  });

  describe('leases that ran out', () => {
    it('R9 makes ended leases due again while nothing has left, or where a double is recognised, else unknown', async () => {
      const waiting = await leased({ channel: 'sms' });
      const mail = await leased();
      const text = await leased({ channel: 'sms' });
      const other = await leased();
      for (const { id, attempt } of [mail, text]) await open().startSending(id, attempt);
      await open().settle(other.id, other.attempt, { state: 'sent', at: now });
      await open().endLeases(plus(now, MINUTE - 1), ['email']);
      expect(await stored(waiting)).toEqual(waiting);
      expect(await open().endLeases(plus(now, MINUTE), ['email'])).toBeGreaterThanOrEqual(3);
      const due = { state: 'due', leasedUntil: null } as const;
      expect(await stored(waiting)).toEqual({ ...waiting, ...due });
      expect(await stored(mail)).toEqual({ ...mail, ...due });
      expect(await stored(text)).toMatchObject({ state: 'unknown', leasedUntil: null });
      expect(await stored(other)).toMatchObject({ state: 'sent' });
      expect(await open().settle(mail.id, mail.attempt, { state: 'sent', at: now })).toBe(false);
    });
  });

  describe('R10 an earlier message of the booking to the same recipient', () => {
    const about = (version: number) => ({ version, status: 'confirmed' }) as const;
    it.each([
      ['is under way while it is prepared', { version: 1 }, {}, true],
      ['is under way to another recipient only', { version: 1 }, { role: 'coach' }, false],
      ['is under way by another channel only', { version: 1 }, { channel: 'sms' }, false],
      ['is a later one', { version: 3 }, {}, false],
    ] as const)(
      'finds an earlier message of the booking to the same recipient: %s',
      async (_, { version }, more, expected) => {
        const bookingId = anId();
        await leased({ bookingId, about: about(version), ...more });
        const later = aDelivery({ bookingId, about: about(2) });
        expect(await open().isEarlierUnderWay(later)).toBe(expected);
      },
    );

    it('finds none under way while it waits, also for another attempt, or once it was sent', async () => {
      const bookingId = anId();
      const later = aDelivery({ bookingId, about: about(2) });
      const { id, attempt, partnerId } = await leased({ bookingId, about: about(1) });
      await open().putBack(id, attempt, now, '451');
      expect(await open().isEarlierUnderWay(later)).toBe(false);
      await lease(partnerId);
      expect(await open().isEarlierUnderWay(later)).toBe(true);
      await open().settle(id, attempt + 1, { state: 'sent', at: now });
      expect(await open().isEarlierUnderWay(later)).toBe(false);
      expect(await open().isEarlierUnderWay(aDelivery({ bookingId, about: {} }))).toBe(false);
    });

    it('finds the last one that was sent', async () => {
      const bookingId = anId();
      const sent = async (version: number, state: 'sent' | 'skipped' | 'unknown') => {
        const { id, attempt } = await leased({ bookingId, about: about(version) });
        await open().settle(id, attempt, { state, at: now });
        return id;
      };
      await sent(1, 'sent');
      const second = await sent(2, 'unknown');
      await sent(3, 'skipped');
      await leased({ bookingId, about: about(4) });
      const last = (version: number) => open().lastSent(aDelivery({ bookingId, about: about(version) }));
      expect((await last(9))?.id).toBe(second);
      expect((await last(2))?.about.version).toBe(1);
      expect(await last(1)).toBeNull();
    });
  });

  it('lists deliveries by their state, the one due last first, page by page', async () => {
    const partnerId = anId();
    const dueAts = [now, plus(now, 2), plus(now, 2), plus(now, 1)];
    for (const dueAt of dueAts) await inserted({ partnerId, state: 'failed', dueAt });
    await inserted({ partnerId });
    await inserted({ partnerId, state: 'failed', mode: 'live' });
    await inserted({ state: 'failed' });
    const listing = { partnerId, mode: 'test', state: 'failed' } as const;
    const all = await open().list({ ...listing, limit: 9 });
    expect(all.map(({ dueAt }) => dueAt - now)).toEqual([2, 2, 1, 0]);
    for (const [n, after] of all.entries())
      expect(await open().list({ ...listing, after, limit: 2 })).toEqual(all.slice(n + 1, n + 3));
  });

  it('counts deliveries by kind and channel, of one partner or of all', async () => {
    const partnerId = anId();
    const at = { now, since: minus(now, MINUTE) };
    await inserted({ partnerId, dueAt: minus(now, MINUTE + 1) });
    await inserted({ partnerId, failures: 1 });
    await inserted({ partnerId, failures: 1, dueAt: plus(now, 60 * MINUTE) });
    await inserted({ partnerId, dueAt: plus(now, 1) });
    await inserted({ partnerId, state: 'sent' });
    await inserted({ partnerId, state: 'failed', dueAt: minus(now, MINUTE + 1) });
    await inserted({ partnerId, state: 'failed', channel: 'sms' });
    await inserted({ partnerId, state: 'unknown', channel: 'sms' });
    await inserted({ partnerId, state: 'sending', kind: 'reminder' });
    await inserted({ partnerId, mode: 'live' });
    const none = { due: 0, late: 0, retrying: 0, failed: 0, unknown: 0 };
    const counts = await open().counts({ partnerId, mode: 'test', ...at });
    expect(counts).toHaveLength(3);
    expect(counts).toEqual(
      expect.arrayContaining([
        { ...none, kind: 'confirmed', channel: 'email', due: 2, late: 1, retrying: 2 },
        { ...none, kind: 'confirmed', channel: 'sms', failed: 1, unknown: 1 },
        { ...none, kind: 'reminder', channel: 'email', due: 1 },
      ]),
    );
    const ofAll = (await open().counts({ mode: 'test', ...at })).find(({ channel }) => channel === 'sms');
    expect(ofAll?.unknown).toBeGreaterThanOrEqual(1);
  });
}
