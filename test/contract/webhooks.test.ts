import { beforeAll, describe, expect, it, vi } from 'vitest';
import { webhookExamples } from '@coach-booking/contract/examples';
import { drain } from '../../packages/server/src/application/messages/drain.ts';
import { createCore } from '../../packages/server/src/application/create-use-cases.ts';
import { createWebhookSender } from '../../packages/server/src/application/webhooks/send-webhooks.ts';
import { webhookWork } from '../../packages/server/src/application/webhooks/webhook-work.ts';
import { ANA, createWorld, givenCoach, type World } from '../../packages/server/test/application/world.ts';
import { spec, webhookComplaints } from './contract.ts';

const types = (spec.components.schemas.WebhookEventType as { enum: readonly string[] }).enum;
type Types = Parameters<World['deps']['webhookExamples']>[0];
const TYPES = types as readonly Types[];

describe('the webhooks of the contract', () => {
  it('describes the types of events, each once', () => expect(Object.keys(spec.webhooks)).toEqual(types));

  it.each(TYPES)('shows a body of %s as it is described', (type) => {
    expect(webhookExamples[type].type).toBe(type);
    expect(webhookComplaints(type, webhookExamples[type])).toEqual([]);
  });

  it('refuses what is another thing', () => {
    expect(webhookComplaints('booking.created', webhookExamples['webhook.test'])).not.toEqual([]);
    expect(webhookComplaints('booking.created', { ...webhookExamples['booking.created'], id: 'x' })).not.toEqual([]);
  });
});

describe('what is really sent', () => {
  let world: World;
  const bodies = new Map<string, { type: string; data: { payload?: string } }[]>();

  beforeAll(async () => {
    world = createWorld();
    const { useCases } = world;
    const { coachId, serviceId } = await givenCoach(world);
    const coach = () => world.person({ userId: 'c'.repeat(24), role: 'coach', coachId });
    const made = await useCases.createWebhookEndpoint(world.partner(), { url: 'https://full.example/' });
    await useCases.createWebhookEndpoint(world.partner(), { url: 'https://thin.example/', payload: 'thin' });
    await useCases.createWebhookEndpoint(world.partner(), { url: 'https://gone.example/' });
    world.outbound.answer = ({ url }) => ({ status: url.includes('gone') ? 410 : 204 });
    await useCases.patchSchedule(coach(), { coach: coachId, autoConfirm: false });
    const of = { coachId, serviceId: serviceId! };
    const book = async (start: string) =>
      (
        await useCases.createBooking(world.visitor(), {
          ...of,
          start,
          attendee: { ...ANA, email: `${start.slice(8, 10)}@mail.example` },
        })
      ).data;
    const { id } = await book('2026-04-14T10:00:00Z');
    const { data: staff } = await useCases.createStaff(coach(), { coach: coachId, name: 'Jo' });
    await useCases.confirmBooking(coach(), { id });
    await useCases.rescheduleBooking(coach(), { id, start: '2026-04-13T09:00:00Z', override: true });
    await useCases.updateBooking(coach(), { id, staffId: staff.id });
    world.passTime(70 * 60_000);
    await useCases.startBooking(coach(), { id });
    await useCases.completeBooking(coach(), { id });
    const { data: completed } = await useCases.getBooking(coach(), { id });
    await useCases.undoBooking(coach(), { id, version: completed.version });
    const other = await book('2026-04-15T10:00:00Z');
    await useCases.confirmBooking(coach(), { id: other.id });
    await useCases.cancelBooking(coach(), { id: other.id, reason: 'Flu' });
    const missed = await book('2026-04-16T10:00:00Z');
    await useCases.confirmBooking(coach(), { id: missed.id });
    world.passTime(4 * 86_400_000);
    await useCases.markNoShow(coach(), { id: missed.id });

    const core = createCore(world.deps);
    while ((await drain(core)) > 0);
    const sender = createWebhookSender(core, (error) => {
      throw error;
    });
    const { posted } = world.outbound;
    for (let sent = -1; sent !== posted.length;) {
      sent = posted.length;
      await webhookWork(core, sender);
      await vi.waitFor(async () => expect((await world.deps.webhookDeliveries.underWay()).size).toBe(0));
    }
    await sender.stop();
    for (const type of TYPES) await useCases.testWebhookEndpoint(world.partner(), { id: made.data.id, type });
    for (const { body } of posted) {
      const event = JSON.parse(String(body)) as { type: string; data: object };
      bodies.set(event.type, [...(bodies.get(event.type) ?? []), event]);
    }
  });

  it.each(TYPES)('sends %s as the contract describes it, full, thin and as an example', (type) => {
    const sent = bodies.get(type)!;
    expect(sent.length).toBeGreaterThanOrEqual(type === 'webhook.test' ? 1 : 2);
    for (const event of sent) expect(webhookComplaints(type, event)).toEqual([]);
    if (type.startsWith('booking.')) {
      const payloads = sent.map(({ data }) => data.payload);
      expect([payloads.includes('full'), payloads.includes('thin')]).toEqual([true, true]);
    }
  });

  it('carries the headers that the contract names', () => {
    const named = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
    for (const { headers } of world.outbound.posted)
      expect(Object.keys(headers)).toEqual(expect.arrayContaining(named));
  });
});
