import { beforeEach, expect, it } from 'vitest';
import { instant, minus } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import { aWebhookDelivery } from '../../../test/application/a-webhook-delivery.ts';
import { isOfAccount } from '../../domain/delivery/account-delivery.ts';
import { ANA, createWorld, givenCoach, NOW, type World } from '../../../test/application/world.ts';

let world: World;
beforeEach(async () => {
  world = createWorld();
  const coach = await givenCoach(world, {});
  await world.useCases.createBooking(world.visitor(), {
    coachId: coach.id,
    serviceId: coach.serviceId!,
    start: '2026-04-15T09:00:00Z',
    attendee: ANA,
  });
});

const runAt = (now: number) => world.useCases.runDue(world.partner({ now: instant(now) }), {});
const summaryAt = async (now: number) =>
  (await world.useCases.getMessageSummary(world.partner({ now: instant(now) }), {})).data;

it('shows a provider that refuses as failed, with a list that says why, for a week', async () => {
  await world.useCases.failTestProvider(world.partner(), { provider: 'email', kind: 'revoked', times: 1 });
  await runAt(NOW);
  const counts = [{ kind: 'confirmed', channel: 'email', due: 0, late: 0, retrying: 0, failed: 1, unknown: 0 }];
  const webhooks = { due: 0, late: 0, retrying: 0, failed: 0, delivered: 0, disabledEndpoints: 0 };
  expect(await summaryAt(NOW)).toEqual({ since: '2026-04-06T08:00:00Z', counts, webhooks });
  const { data } = await world.useCases.listMessages(world.partner(), { state: 'failed' });
  expect(data).toMatchObject([{ kind: 'confirmed', to: { role: 'attendee' }, state: 'failed', code: '401' }]);
  expect((await world.useCases.listMessages(world.partner(), { state: 'unknown' })).data).toEqual([]);
});

it('shows messages of a provider that is away as tried again, and as late in the end', async () => {
  await world.useCases.failTestProvider(world.partner(), { provider: 'email', kind: '5xx', times: 1 });
  await runAt(NOW);
  expect((await summaryAt(NOW)).counts).toMatchObject([{ due: 0, late: 0, retrying: 1 }]);
  expect((await summaryAt(NOW + HOUR)).counts).toMatchObject([{ due: 1, late: 1, retrying: 1 }]);
  await runAt(NOW + HOUR);
  expect((await summaryAt(NOW + HOUR)).counts).toEqual([]);
});

it('shows how webhooks fare beside the messages', async () => {
  await world.deps.webhookDeliveries.insert([
    aWebhookDelivery({ dueAt: minus(NOW, HOUR) }),
    aWebhookDelivery({ state: 'failed', dueAt: NOW }),
  ]);
  expect((await summaryAt(NOW)).webhooks).toMatchObject({ due: 1, late: 1, failed: 1, disabledEndpoints: 0 });
});

it('lists the mails about accounts that nobody got, with the code, and without address and link', async () => {
  const { data: user } = await world.useCases.createUser(world.partner(), {
    role: 'client',
    name: 'Cy',
    email: 'cy@example.com',
  });
  const [mail] = [...world.state.deliveries.values()].filter((one) => isOfAccount(one));
  world.state.deliveries.set(mail!.id, { ...mail!, state: 'failed', code: '550', address: 'old@example.com' } as never);
  const { data } = await world.useCases.listAccountMessages(world.partner(), { state: 'failed' });
  expect(data).toEqual([
    {
      id: mail!.id,
      userId: user.id,
      kind: mail!.kind,
      state: 'failed',
      code: '550',
      dueAt: expect.any(String),
      attempts: 0,
    },
  ]);
  expect(JSON.stringify(data)).not.toContain('@');
  expect((await world.useCases.listAccountMessages(world.partner(), { state: 'due' })).data).toEqual([]);
});
