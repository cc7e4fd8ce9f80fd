import { describe, expect, it } from 'vitest';
import { minus, plus } from '@coach-booking/time/instant';
import { DAY, MINUTE } from '@coach-booking/time/units';
import type { WebhookEndpoint } from '../../src/domain/webhook/endpoint.ts';
import type { WebhookDelivery } from '../../src/domain/webhook/webhook-delivery.ts';
import type { WebhookDeliveries } from '../../src/application/ports/webhook-deliveries.ts';
import type { WebhookEndpoints } from '../../src/application/ports/webhook-endpoints.ts';
import { aWebhookDelivery } from '../application/a-webhook-delivery.ts';
import { anId, now } from './fixtures.ts';

/** An endpoint with something in every field. */
export function anEndpoint(given: Partial<WebhookEndpoint> = {}): WebhookEndpoint {
  return {
    id: anId(),
    partnerId: anId(),
    mode: 'test',
    url: 'https://fit.example/hooks',
    description: 'CRM',
    types: ['booking.created'],
    payload: 'full',
    state: 'disabled',
    disabledReason: 'failing',
    disabledAt: now,
    failingSince: now,
    warnedAt: now,
    lastDeliveredAt: now,
    secrets: [
      { id: anId(), key: 'whsec_bmV3', createdAt: now },
      { id: anId(), key: 'whsec_b2xk', createdAt: now, expiresAt: plus(now, DAY) },
    ],
    notices: [{ id: anId(), kind: 'disabled', at: now, dueAt: now, failures: 0 }],
    version: 1,
    createdAt: now,
    ...given,
  };
}

/** The tests that every implementation of the port passes. */
export function webhookEndpointsSuite(open: () => WebhookEndpoints): void {
  const stored = async (given: Partial<WebhookEndpoint> = {}): Promise<WebhookEndpoint> => {
    const endpoint = anEndpoint(given);
    await open().insert(endpoint);
    return endpoint;
  };

  describe('webhook endpoints', () => {
    it('reads endpoints as they were written, by their partner and mode alone', async () => {
      const endpoint = await stored();
      const { id, partnerId } = endpoint;
      expect(await open().insert({ ...endpoint, url: 'https://other.example' })).toBe(false);
      expect(await open().byId({ partnerId, mode: 'test' }, id)).toEqual(endpoint);
      expect(await open().byId({ partnerId, mode: 'live' }, id)).toBeNull();
      expect(await open().byId({ partnerId: anId(), mode: 'test' }, id)).toBeNull();
    });

    it('counts the endpoints that get nothing, of one partner or of all', async () => {
      const partnerId = anId();
      await stored({ partnerId });
      await stored({ partnerId, state: 'active' });
      await stored({ partnerId, mode: 'live' });
      expect(await open().countDisabled({ partnerId, mode: 'test' })).toBe(1);
      expect(await open().countDisabled({ mode: 'test' })).toBeGreaterThanOrEqual(1);
      expect(await open().countDisabled({ partnerId: anId(), mode: 'test' })).toBe(0);
    });

    it('lists endpoints by their age', async () => {
      const partnerId = anId();
      const younger = await stored({ partnerId, createdAt: plus(now, MINUTE) });
      const older = await stored({ partnerId });
      await stored({ partnerId, mode: 'live' });
      expect(await open().list({ partnerId, mode: 'test' })).toEqual([older, younger]);
    });

    it('replaces endpoints by compare-and-set, and removes them once', async () => {
      const endpoint = await stored();
      const scope = { partnerId: endpoint.partnerId, mode: 'test' } as const;
      const { disabledAt: _at, notices: _notices, ...rest } = endpoint;
      const changed = { ...rest, notices: [], url: 'https://new.example' };
      expect(await open().replace(changed, 2)).toBe(false);
      expect(await open().replace(changed, 1)).toBe(true);
      expect(await open().byId(scope, endpoint.id)).toEqual({ ...changed, version: 2 });
      expect(await open().remove({ ...scope, mode: 'live' }, endpoint.id)).toBe(false);
      expect(await open().remove(scope, endpoint.id)).toBe(true);
      expect(await open().remove(scope, endpoint.id)).toBe(false);
    });

    it('finds endpoints by a notice that is due', async () => {
      const due = await stored();
      const later = await stored({ notices: [{ ...due.notices[0]!, dueAt: plus(now, MINUTE) }] });
      const none = await stored({ notices: [] });
      const found = (await open().withNotices(now, 1000)).map(({ id }) => id);
      expect([found.includes(due.id), found.includes(later.id), found.includes(none.id)]).toEqual([true, false, false]);
    });
  });
}

/** The tests that every implementation of the port passes. */
export function webhookDeliveriesSuite(open: () => WebhookDeliveries): void {
  const stored = async (...given: Partial<WebhookDelivery>[]): Promise<WebhookDelivery[]> => {
    const rows = given.map((each) => aWebhookDelivery({ partnerId: anId(), createdAt: now, ...each }));
    await open().insert(rows);
    return rows;
  };
  const scopeOf = ({ partnerId, mode }: WebhookDelivery) => ({ partnerId, mode });
  const leasedUntil = plus(now, MINUTE);
  const lease = (row: WebhookDelivery, except: readonly string[] = []) =>
    open().lease({ scope: scopeOf(row), dueBy: now, leasedUntil, except });
  const found = (row: WebhookDelivery) => open().byId(scopeOf(row), row.id);

  describe('webhook deliveries', () => {
    it('keeps the bytes that were inserted first', async () => {
      const [row] = await stored({});
      await open().insert([]);
      await open().insert([{ ...row!, body: 'other' }]);
      expect(await found(row!)).toEqual(row);
      expect(await open().byId({ ...scopeOf(row!), mode: 'live' }, row!.id)).toBeNull();
    });

    it('leases deliveries once, the one due for longest first, and none of busy endpoints', async () => {
      const partnerId = anId();
      const [second, first, later] = await stored(
        { partnerId, createdAt: now },
        { partnerId, dueAt: plus(now, -MINUTE) },
        { partnerId, dueAt: plus(now, 1) },
      );
      expect(await lease(later!, [first!.endpointId])).toEqual({ ...second, state: 'leased', attempt: 1, leasedUntil });
      expect((await lease(later!))?.id).toBe(first!.id);
      expect(await lease(later!)).toBeNull();
      const counts = await open().underWay();
      expect([first, second, later].map((row) => counts.get(row!.endpointId))).toEqual([1, 1, undefined]);
    });

    it('settles and puts back deliveries by the taker alone, with what was attempted', async () => {
      const [row] = await stored({});
      const taken = (await lease(row!))!;
      const attempt = { at: now, ms: 12, status: 500, code: '500', response: 'Oh.' };
      const dueAt = plus(now, -1);
      expect(await open().startSending(row!.id, 2)).toBe(false);
      expect(await open().startSending(row!.id, 1)).toBe(true);
      expect(await open().startSending(row!.id, 1)).toBe(false);
      expect(await open().putBack(taken, dueAt, attempt)).toBe(true);
      expect(await open().putBack(taken, now)).toBe(false);
      const back = { ...row!, attempt: 1, failures: 1, code: '500', attempts: [attempt], dueAt };
      expect(await found(row!)).toEqual(back);
      const again = (await lease(row!))!;
      const good = { at: now, ms: 3, status: 204 };
      expect(await open().settle(taken, { state: 'failed', at: now })).toBe(false);
      expect(await open().settle(again, { state: 'delivered', attempt: good, at: now })).toBe(true);
      const { code: _code, ...rest } = back;
      const settled = { ...rest, attempt: 2, attempts: [attempt, good], state: 'delivered', settledAt: now };
      expect(await found(row!)).toEqual(settled);
    });

    it('makes deliveries due again when their process has died, without a failure', async () => {
      const [leased, sending] = await stored({}, {});
      const taken = (await lease(leased!))!;
      await lease(sending!);
      await open().startSending(sending!.id, 1);
      await open().endLeases(plus(now, MINUTE - 1));
      expect((await found(leased!))?.state).toBe('leased');
      await open().endLeases(leasedUntil);
      expect(await found(leased!)).toEqual({ ...leased, attempt: 1 });
      expect(await found(sending!)).toEqual({ ...sending, attempt: 1 });
      expect(await open().settle(taken, { state: 'delivered', at: now })).toBe(false);
    });

    it('lists deliveries, the newest first, without bodies, by what is asked', async () => {
      const partnerId = anId();
      const [old, young, other] = await stored(
        { partnerId },
        { partnerId, createdAt: plus(now, MINUTE), type: 'booking.cancelled' },
        { partnerId, createdAt: plus(now, MINUTE), state: 'failed' },
      );
      const of = { partnerId, mode: 'test' } as const;
      const ids = async (more: object) => (await open().list({ ...of, limit: 10, ...more })).map(({ id }) => id);
      const newest = [young!.id, other!.id].sort().reverse();
      expect(await ids({})).toEqual([...newest, old!.id]);
      expect(await ids({ after: { createdAt: young!.createdAt, id: newest[0] } })).toEqual([newest[1], old!.id]);
      expect(await ids({ limit: 1 })).toEqual([newest[0]]);
      expect(await ids({ endpointId: young!.endpointId })).toEqual([young!.id]);
      expect(await ids({ states: ['failed'] })).toEqual([other!.id]);
      expect(await ids({ type: 'booking.cancelled' })).toEqual([young!.id]);
      expect(await ids({ bookingId: old!.bookingId })).toEqual([old!.id]);
      expect(await ids({ mode: 'live' })).toEqual([]);
      expect((await open().list({ ...of, limit: 10 }))[0]).not.toHaveProperty('body');
    });

    it('R24 sends deliveries again as they were, by when they were noted, and never erased ones', async () => {
      const endpointId = anId();
      const partnerId = anId();
      const given = { endpointId, partnerId, state: 'failed', code: '500', failures: 10, settledAt: now } as const;
      const [first, second, erased, late] = await stored(
        given,
        { ...given, createdAt: plus(now, 1), state: 'skipped', code: 'endpoint_disabled' },
        given,
        { ...given, createdAt: plus(now, MINUTE) },
      );
      await open().erase(scopeOf(erased!), [erased!.bookingId!], now);
      const query = { ...scopeOf(first!), endpointId, from: now, to: plus(now, MINUTE), limit: 10 };
      expect(await open().countReplayable({ ...query, states: ['failed', 'skipped'] })).toBe(2);
      expect(await open().countReplayable({ ...query, states: ['failed', 'skipped'], limit: 1 })).toBe(1);
      expect(await open().replay({ ...query, states: ['failed'] }, plus(now, DAY))).toBe(1);
      const { code: _code, settledAt: _at, ...rest } = first!;
      expect(await found(first!)).toEqual({ ...rest, state: 'due', failures: 0, dueAt: plus(now, DAY) });
      for (const row of [second, late]) expect((await found(row!))?.state).toBe(row!.state);
    });

    it('R24 removes bodies and answers by erasure, and skips what was due', async () => {
      const attempts = [{ at: now, ms: 1, status: 500, code: '500', response: 'Ana Diaz' }];
      const [due, delivered, other] = await stored({ attempts }, { attempts, state: 'delivered' }, { attempts });
      await open().erase(scopeOf(due!), [], now);
      for (const row of [due, delivered]) await open().erase(scopeOf(row!), [row!.bookingId!], now);
      const bare = ({ body: _body, ...row }: WebhookDelivery) => ({
        ...row,
        attempts: [{ at: now, ms: 1, status: 500, code: '500' }],
      });
      const skipped = { state: 'skipped', code: 'erased', settledAt: now };
      expect(await found(due!)).toEqual({ ...bare(due!), ...skipped });
      expect(await found(delivered!)).toEqual(bare(delivered!));
      expect(await found(other!)).toEqual(other);
    });

    it('keeps the last thirty attempts', async () => {
      const attempts = Array.from({ length: 30 }, (_, ms) => ({ at: now, ms }));
      const [row] = await stored({ attempts });
      await open().settle((await lease(row!))!, { state: 'delivered', attempt: { at: now, ms: 30 }, at: now });
      const kept = (await found(row!))!.attempts.map(({ ms }) => ms);
      expect([kept.length, kept[0], kept.at(-1)]).toEqual([30, 1, 30]);
    });
  });
}

/** The tests of the numbers of webhooks. */
export function webhookCountsSuite(open: () => WebhookDeliveries): void {
  it('counts webhooks that are due, late, tried again, failed and delivered, of one partner and mode', async () => {
    const partnerId = anId();
    const given = (more: Partial<WebhookDelivery>) =>
      open().insert([aWebhookDelivery({ partnerId, dueAt: now, ...more })]);
    await given({});
    await given({ dueAt: minus(now, 2 * MINUTE) });
    await given({ state: 'sending' });
    await given({ failures: 1, dueAt: plus(now, DAY) });
    await given({ state: 'failed' });
    await given({ state: 'failed', dueAt: minus(now, 8 * DAY) });
    await given({ state: 'delivered' });
    await given({ state: 'delivered', dueAt: minus(now, DAY) });
    await given({ state: 'skipped' });
    await given({ mode: 'live' });
    const at = { now, since: minus(now, 7 * DAY) };
    const numbers = { due: 3, late: 1, retrying: 1, failed: 1, delivered: 1 };
    expect(await open().counts({ partnerId, mode: 'test', ...at })).toEqual(numbers);
    const none = { due: 0, late: 0, retrying: 0, failed: 0, delivered: 0 };
    expect(await open().counts({ partnerId: anId(), mode: 'test', ...at })).toEqual(none);
    expect((await open().counts({ mode: 'test', ...at })).due).toBeGreaterThanOrEqual(3);
  });
}
