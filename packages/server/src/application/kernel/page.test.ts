import { beforeAll, describe, expect, it } from 'vitest';
import { minus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { Context } from './context.ts';
import type { InputOf, OutputOf, UseCaseId } from './contract.ts';
import { operatorCaller } from '../operator/operator-context.ts';
import { aWebhookDelivery } from '../../../test/application/a-webhook-delivery.ts';
import { anAbandoned } from '../../../test/stores/intents-suite.ts';
import { anIncentive } from '../../../test/stores/incentives-suite.ts';
import { ANA, createWorld, givenCoach, NOW, PARTNER, refusalOf, type World } from '../../../test/application/world.ts';

/** Every operation of the contract that takes a cursor: one that is added has to be added below. */
type ListId = { [K in UseCaseId]: 'cursor' extends keyof InputOf<K> ? K : never }[UseCaseId];

interface Asked {
  readonly as: () => Context;
  readonly input: object;
  /** Other filters of the same list. */
  readonly other: object;
}

describe('every list', () => {
  let world: World;
  let lists: Record<ListId, Asked>;
  const ask = (list: ListId, more: object) =>
    (world.useCases[list] as (context: Context, input: object) => Promise<OutputOf<ListId>>)(lists[list].as(), {
      ...lists[list].input,
      ...more,
    });

  beforeAll(async () => {
    world = createWorld();
    const { useCases } = world;
    const coach = await givenCoach(world);
    await givenCoach(world, { name: 'Coach B' });
    const admin = () => world.partner();
    const clients: string[] = [];
    for (const name of ['Cy', 'Di']) {
      const email = `${name}@mail.example`;
      const { data } = await useCases.createUser(admin(), { role: 'client', name, email });
      clients.push(data.id);
    }
    const me = () => world.person({ userId: clients[0]!, role: 'client' });
    for (const [n, context] of [me(), me(), world.person({ userId: clients[1]!, role: 'client' })].entries())
      await useCases.createBooking(context, {
        coachId: coach.id,
        serviceId: coach.serviceId!,
        start: `2026-04-1${4 + n}T09:00:00Z`,
      });
    for (const [n, email] of ['ana@example.com', 'bo@example.com'].entries())
      await useCases.createBooking(world.visitor(), {
        coachId: coach.id,
        serviceId: coach.serviceId!,
        start: `2026-04-1${4 + n}T11:00:00Z`,
        attendee: { ...ANA, email },
      });
    await useCases.runDue(admin(), { limit: 500 });
    await world.deps.webhookDeliveries.insert([aWebhookDelivery(), aWebhookDelivery()]);
    const scope = { partnerId: PARTNER, mode: 'test' } as const;
    const began = { ...scope, coachId: coach.id, changedAt: minus(NOW, DAY) };
    for (const intent of [anAbandoned(began), anAbandoned(began)]) await world.deps.intents.insert(intent);
    for (const id of ['CDFHJKMN', 'CDFHJKMP'])
      await world.deps.incentives.insert(anIncentive({ id, coachId: coach.id, partnerId: PARTNER }), NOW);
    for (const kind of ['reminder', 'follow_up'] as const)
      await world.deps.optOuts.add(scope, { channel: 'email', address: 'ana@example.com' }, kind, NOW);
    for (const id of clients) await useCases.getClient(admin(), { coach: coach.id, client: id });
    const operator = (): Context => ({ ...world.partner(), caller: operatorCaller('api', '203.0.113.7') });
    for (const slug of ['one', 'two'])
      await useCases.createPartner(operator(), {
        name: slug,
        slug,
        allowedOrigins: [],
        admin: { name: 'Kim', email: `admin@${slug}.example` },
      });
    lists = {
      listCoaches: { as: admin, input: {}, other: { specialty: 'Yoga' } },
      listBookings: { as: admin, input: {}, other: { status: 'cancelled' } },
      listMyBookings: { as: me, input: {}, other: { order: 'desc' } },
      listCoachBookings: { as: admin, input: { coach: coach.id }, other: { status: 'scheduled' } },
      listUsers: { as: admin, input: {}, other: { role: 'client' } },
      listClients: { as: admin, input: { coach: coach.id }, other: { q: 'cy' } },
      listLeads: { as: admin, input: { coach: coach.id }, other: { q: 'ana' } },
      listAbandonedBookings: { as: admin, input: { coach: coach.id }, other: { status: 'expired' } },
      listIncentives: { as: admin, input: { coach: coach.id }, other: {} },
      listAccountMessages: { as: admin, input: { state: 'due' }, other: { state: 'sent' } },
      listMessages: { as: admin, input: { state: 'due' }, other: { state: 'sent' } },
      listOptOuts: { as: admin, input: {}, other: { email: 'nobody@example.com' } },
      listMyAudit: { as: me, input: {}, other: {} },
      listAudit: { as: admin, input: {}, other: { action: 'profile.read' } },
      listTestMessages: { as: admin, input: {}, other: { bookingId: 'f'.repeat(24) } },
      listWebhookDeliveries: { as: admin, input: {}, other: { state: 'failed' } },
      listPartners: { as: operator, input: {}, other: {} },
    };
  });

  const all: readonly ListId[] = [
    'listCoaches',
    'listBookings',
    'listMyBookings',
    'listCoachBookings',
    'listUsers',
    'listClients',
    'listLeads',
    'listAbandonedBookings',
    'listIncentives',
    'listAudit',
    'listMyAudit',
    'listMessages',
    'listAccountMessages',
    'listOptOuts',
    'listTestMessages',
    'listWebhookDeliveries',
    'listPartners',
  ];

  it('has every list in this table', () => expect([...all].sort()).toEqual(Object.keys(lists).sort()));

  it.each(all)('continues %s with its own cursor, and rejects the cursor of every other list', async (list) => {
    const first = await ask(list, { limit: 1 });
    const cursor = (first as { meta: { nextCursor: string | null } }).meta.nextCursor!;
    expect([list, typeof cursor]).toEqual([list, 'string']);
    expect((await ask(list, { limit: 1, cursor })).data).not.toEqual(first.data);
    for (const other of all.filter((each) => each !== list)) {
      const refusal = await refusalOf(ask(other, { cursor }));
      expect([other, refusal.code, refusal.message]).toEqual([
        other,
        'INVALID_REQUEST',
        'INVALID_REQUEST: cursor: Send the nextCursor of the page before, with the same filters.',
      ]);
    }
    if (Object.keys(lists[list].other).length > 0)
      expect((await refusalOf(ask(list, { ...lists[list].other, cursor }))).code).toBe('INVALID_REQUEST');
  });

  it.each(all)('rejects in %s an unsigned cursor', async (list) => {
    for (const cursor of ['', 'x', 'eyJpZCI6MX0.x'])
      expect((await refusalOf(ask(list, { cursor }))).code).toBe('INVALID_REQUEST');
  });
});
