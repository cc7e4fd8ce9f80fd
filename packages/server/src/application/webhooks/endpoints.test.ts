import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '@coach-booking/time/units';
import { minus } from '@coach-booking/time/instant';
import { aWebhookDelivery } from '../../../test/application/a-webhook-delivery.ts';
import { createWorld, NOW, PARTNER, refusalOf, type World } from '../../../test/application/world.ts';
import { instantText } from '../kernel/instants.ts';
import type { InputOf } from '../kernel/contract.ts';

const URL_OF = 'https://fit.example/hooks';

describe('webhook endpoints', () => {
  let world: World;
  beforeEach(() => (world = createWorld()));
  const create = async (input: Partial<InputOf<'createWebhookEndpoint'>> = {}, given: object = {}) =>
    (await world.useCases.createWebhookEndpoint(world.partner(given), { url: URL_OF, ...input })).data;
  const live = () => world.partner({ caller: { ...world.partner().caller, mode: 'live' } });
  const actions = () => world.state.audit.map(({ action }) => action);

  it('makes an endpoint for all events in full, and shows its secret once', async () => {
    const { secret, ...made } = await create();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]+=*$/);
    expect(made).toMatchObject({ url: URL_OF, types: ['*'], payload: 'full', state: 'active', description: '' });
    expect(made.secrets).toEqual([{ id: expect.any(String), hint: secret.slice(-4), createdAt: instantText(NOW) }]);
    const { data } = await world.useCases.getWebhookEndpoint(world.partner(), { id: made.id });
    expect(data).toEqual(made);
    expect(JSON.stringify(data)).not.toContain(secret);
    expect(actions()).toEqual(['webhook_endpoint.created']);
  });

  it('separates endpoints of the modes, which admins choose by their session', async () => {
    await create();
    expect((await world.useCases.listWebhookEndpoints(live(), {})).data).toEqual([]);
    const admin = world.person({ userId: 'u1', role: 'admin' });
    expect((await world.useCases.listWebhookEndpoints(admin, {})).data).toHaveLength(1);
  });

  it('makes one endpoint of a repeated request, and replaces the lost secret', async () => {
    const first = await create({}, { idempotencyKey: 'one-and-the-same' });
    const second = await create({}, { idempotencyKey: 'one-and-the-same' });
    expect(second.id).toBe(first.id);
    expect(second.secret).not.toBe(first.secret);
    expect((await world.useCases.listWebhookEndpoints(world.partner(), {})).data).toHaveLength(1);
  });

  it('limits endpoints to sixteen in each mode', async () => {
    for (let n = 0; n < 16; n++) await create();
    expect((await refusalOf(create())).code).toBe('INVALID_REQUEST');
    await world.useCases.createWebhookEndpoint(live(), { url: URL_OF });
  });

  it('refuses an endpoint where this server does not call', async () => {
    const url = 'https://db.internal/hooks';
    expect(await refusalOf(create({ url }))).toMatchObject({ code: 'URL_NOT_ALLOWED' });
    const { id } = await create();
    const move = world.useCases.updateWebhookEndpoint(world.partner(), { id, url });
    expect((await refusalOf(move)).code).toBe('URL_NOT_ALLOWED');
  });

  it('changes an endpoint, switches it off and on again, and removes it', async () => {
    const { id } = await create();
    const change = async (input: Omit<InputOf<'updateWebhookEndpoint'>, 'id'>) =>
      (await world.useCases.updateWebhookEndpoint(world.partner(), { id, ...input })).data;
    expect(await change({ types: ['booking.cancelled'], payload: 'thin' })).toMatchObject({
      types: ['booking.cancelled'],
      payload: 'thin',
      version: 2,
    });
    const off = await change({ state: 'disabled' });
    expect(off).toMatchObject({ state: 'disabled', disabledReason: 'by_hand', disabledAt: instantText(NOW) });
    const on = await change({ state: 'active' });
    expect(on).toMatchObject({ state: 'active', version: 4 });
    expect(on).not.toHaveProperty('disabledReason');
    const { data } = await world.useCases.deleteWebhookEndpoint(world.partner(), { id });
    expect(data).toEqual({ id, removed: true });
    const again = world.useCases.deleteWebhookEndpoint(world.partner(), { id });
    expect((await refusalOf(again)).code).toBe('WEBHOOK_ENDPOINT_NOT_FOUND');
  });

  it('keeps endpoints in a dry run', async () => {
    const { id } = await create();
    const before = structuredClone([...world.state.webhookEndpoints.values()]);
    const dry = world.partner({ dryRun: true });
    await create({}, { dryRun: true });
    await world.useCases.updateWebhookEndpoint(dry, { id, state: 'disabled' });
    await world.useCases.rollWebhookSecret(dry, { id });
    await world.useCases.deleteWebhookEndpoint(dry, { id });
    await world.useCases.testWebhookEndpoint(dry, { id });
    expect([...world.state.webhookEndpoints.values()]).toEqual(before);
    expect(world.outbound.posted).toEqual([]);
  });

  describe('with a rolled secret', () => {
    const roll = async (id: string, input: object = {}, given: object = {}) =>
      (await world.useCases.rollWebhookSecret(world.partner(given), { id, ...input })).data;
    const hints = async (id: string) =>
      (await world.useCases.getWebhookEndpoint(world.partner(), { id })).data.secrets.map(({ hint }) => hint);

    it('shows both secrets while they overlap, the new one first, and then the new one alone', async () => {
      const { id, secret } = await create();
      const { secret: next, secrets } = await roll(id, { overlapHours: 2 });
      expect(secrets.map(({ hint }) => hint)).toEqual([next.slice(-4), secret.slice(-4)]);
      world.passTime(2 * HOUR - 1);
      expect(await hints(id)).toHaveLength(2);
      world.passTime(1);
      expect(await hints(id)).toEqual([next.slice(-4)]);
    });

    it('overlaps secrets by nothing for 0 hours, and by a day without a word', async () => {
      const { id } = await create();
      await roll(id, { overlapHours: 0 });
      expect(await hints(id)).toHaveLength(1);
      await roll(id);
      world.passTime(DAY - 1);
      expect(await hints(id)).toHaveLength(2);
    });

    it('makes one successor of a secret by a repeated request', async () => {
      const { id } = await create();
      const first = await roll(id, {}, { idempotencyKey: 'one-and-the-same' });
      const second = await roll(id, {}, { idempotencyKey: 'one-and-the-same' });
      expect(second.secret).not.toBe(first.secret);
      expect(await hints(id)).toHaveLength(2);
    });
  });

  describe('and what they have missed', () => {
    const replay = async (id: string, input: object = {}, given: object = {}) => {
      const range = { from: instantText(minus(NOW, 20 * DAY)), to: instantText(NOW) };
      return (await world.useCases.replayWebhooks(world.partner(given), { id, ...range, ...input })).data;
    };
    const missed = async (endpointId: string, ...days: number[]) => {
      const rows = days.map((ago) =>
        aWebhookDelivery({ endpointId, createdAt: minus(NOW, ago * DAY), state: 'failed', code: '500', failures: 10 }),
      );
      await world.deps.webhookDeliveries.insert(rows);
      return rows;
    };

    it('sends again what was missed, fourteen days back at most', async () => {
      const { id } = await create();
      const [recent, old] = await missed(id, 13, 15);
      expect(await replay(id, {}, { dryRun: true })).toEqual({ deliveries: 1, more: false });
      expect(world.state.webhookDeliveries.get(recent!.id)?.state).toBe('failed');
      expect(await replay(id)).toEqual({ deliveries: 1, more: false });
      expect(world.state.webhookDeliveries.get(recent!.id)).toMatchObject({ state: 'due', failures: 0, dueAt: NOW });
      expect(world.state.webhookDeliveries.get(old!.id)?.state).toBe('failed');
      expect(actions().at(-1)).toBe('webhook_endpoint.replayed');
    });

    it('sends nothing again to a disabled endpoint, nor for a range that ends before it begins', async () => {
      const { id } = await create();
      const upside = replay(id, { from: instantText(NOW), to: instantText(NOW) });
      expect((await refusalOf(upside)).code).toBe('RANGE_INVALID');
      await world.useCases.updateWebhookEndpoint(world.partner(), { id, state: 'disabled' });
      expect((await refusalOf(replay(id))).code).toBe('NOT_ALLOWED_NOW');
    });
  });

  it('lists deliveries by endpoint, type, state and booking, each with its body and attempts', async () => {
    const attempts = [{ at: NOW, ms: 7, status: 500, code: '500', response: 'Oh.' }];
    const row = aWebhookDelivery({ partnerId: PARTNER, state: 'leased', attempt: 1, attempts });
    await world.deps.webhookDeliveries.insert([row, aWebhookDelivery({ type: 'booking.cancelled', state: 'failed' })]);
    const ids = async (input: InputOf<'listWebhookDeliveries'>) =>
      (await world.useCases.listWebhookDeliveries(world.partner(), input)).data.map(({ id }) => id);
    for (const input of [
      { endpointId: row.endpointId },
      { type: 'booking.created' },
      { state: 'due' },
      { bookingId: row.bookingId! },
    ] as const)
      expect(await ids(input)).toEqual([row.id]);
    const { data } = await world.useCases.getWebhookDelivery(world.partner(), { id: row.id });
    expect(data).toMatchObject({ id: row.id, state: 'due', body: row.body, attempts: 1 });
    expect(data.attemptLog).toEqual([{ ...attempts[0], at: instantText(NOW) }]);
  });
});
