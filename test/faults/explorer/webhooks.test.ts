import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { createCore } from '../../../packages/server/src/application/create-use-cases.ts';
import { drain } from '../../../packages/server/src/application/messages/drain.ts';
import type { Deps } from '../../../packages/server/src/application/ports/deps.ts';
import { noOutbound } from '../../../packages/server/src/application/ports/outbound.ts';
import { sendWebhook } from '../../../packages/server/src/application/webhooks/send-webhook.ts';
import { createMemoryStores } from '../../../packages/server/src/adapters/memory/stores.ts';
import type { MemoryState } from '../../../packages/server/src/adapters/memory/memory-state.ts';
import { ANA, NOW } from '../../../packages/server/test/application/world.ts';
import type { ProcessSpec } from './process-tree.ts';
import { explore, type Invariant, type Scenario } from './explore.ts';
import { expectClean, PATIENT } from './given-booking.ts';
import { canceller, given, NOON, scenario, type Given } from './scenarios.ts';

const MINUTE = 60_000;
/** A minute later every lease of before has run out. */
const LATER = plus(NOW, 10 * MINUTE);

/** A booking without a delivery yet. */
const booked = async (): Promise<Given & { readonly id: string }> => {
  const setting = await given();
  const { world, coachId, serviceId } = setting;
  await world.useCases.createWebhookEndpoint(world.partner(), { url: 'https://fit.example/', types: ['*'] });
  const input = { coachId, serviceId, start: NOON, attendee: ANA };
  const { data } = await world.useCases.createBooking(world.visitor(), input);
  await world.settleDown();
  return { ...setting, id: data.id };
};

/** A receiver that takes everything: what arrived is in the state, in one step, and its answer may be lost. */
const received = (deps: Deps): Deps => ({
  ...deps,
  outbound: {
    ...noOutbound,
    refusalOf: async () => null,
    post: async ({ headers, body }) => {
      const message = { channel: 'sms', to: '+1', text: String(body), segments: 1 } as const;
      const of = { partnerId: 'p', mode: 'test', bookingId: 'b', kind: 'confirmed', role: 'attendee' } as const;
      const deliveryId = headers['webhook-id']!;
      await deps.testMessages.keep({ ...of, id: deps.newId(), deliveryId, message, sentAt: NOW }, NOW);
      return { status: 204, text: '' };
    },
  },
});

const process = (name: string, run: (deps: Deps) => Promise<unknown>, realNow = NOW): ProcessSpec => ({
  name,
  run: (deps) => run(received(deps)),
  realNow,
  mayCrash: true,
});

const sendNext = async (deps: Deps): Promise<boolean> => {
  const now = deps.realNow();
  const picked = await deps.webhookDeliveries.lease({ dueBy: now, leasedUntil: plus(now, MINUTE), except: [] });
  if (picked) await sendWebhook(createCore(deps), picked);
  return picked !== null;
};
const drainer = (name: string): ProcessSpec => process(name, (deps) => drain(createCore(deps)));
const sender = (name: string): ProcessSpec => process(name, sendNext);
/** Makes rows of what happened, and sends one. */
const follower = (name: string): ProcessSpec =>
  process(name, async (deps) => {
    await drain(createCore(deps));
    await sendNext(deps);
  });
/** Believes every lease to have run out, and sends. */
const successor = (name: string): ProcessSpec =>
  process(
    name,
    async (deps) => {
      await deps.webhookDeliveries.endLeases(deps.realNow());
      await sendNext(deps);
    },
    LATER,
  );

const arrivedIn = (state: MemoryState) => {
  const bodies = new Map<string, Set<string>>();
  for (const { deliveryId, message } of state.testMessages.values())
    if (message.channel === 'sms')
      bodies.set(deliveryId, (bodies.get(deliveryId) ?? new Set<string>()).add(message.text));
  return bodies;
};

const sameBytes: Invariant = (state) =>
  [...arrivedIn(state).values()].some(({ size }) => size > 1) ? 'OTHER BYTES: one event came with two bodies' : null;

/** Each version of a booking was one event. */
const everyEventArrived: Invariant = (state) => {
  const versions = [...state.bookings.values()].map((booking) => ('version' in booking ? booking.version : 0));
  const events = versions.reduce((sum, version) => sum + version, 0);
  const rows = [...state.webhookDeliveries.values()];
  if (rows.length !== events) return `ROWS: ${rows.length} of ${events} events`;
  if (rows.some((row) => row.state !== 'delivered')) return 'OPEN: an event is not delivered';
  const arrived = arrivedIn(state);
  return rows.every(({ eventId }) => arrived.has(eventId)) ? null : 'LOST: an event did not arrive';
};

/** One process alone does what is left, long after. */
const finish = async (state: MemoryState): Promise<void> => {
  const { deps } = (await given()).world;
  let ids = 0;
  const own = received({
    ...deps,
    ...createMemoryStores(state),
    realNow: () => plus(LATER, 60 * MINUTE),
    newId: () => `f${(++ids).toString(16).padStart(23, '0')}`,
  });
  await drain(createCore(own));
  await own.webhookDeliveries.endLeases(own.realNow());
  while (await sendNext(own));
};

const webhooks = (setting: Given, processes: readonly ProcessSpec[]): Scenario => ({
  ...scenario(setting, processes, {}),
  // What only one process writes, or all read alike.
  isLocal: (call) =>
    !/^(bookings|webhookDeliveries|testMessages\.keep)/.test(call) || call === 'bookings.clearReleasing',
  always: [sameBytes],
  finally: [everyEventArrived],
  atTheEnd: finish,
});

describe('every interleaving and crash of webhooks: ', { timeout: PATIENT }, () => {
  it('survives two who make the rows of one event while it is sent', async () => {
    const setting = await booked();
    expectClean(await explore(webhooks(setting, [drainer('D'), follower('E'), sender('S')])));
  });

  it('survives a successor of a sender that seems dead', async () => {
    const setting = await booked();
    await drain(createCore(setting.world.deps));
    expectClean(await explore(webhooks(setting, [sender('S'), successor('T')])));
  });

  it('R24 survives a cancellation while another process sends that the session is booked', async () => {
    const { id, ...setting } = await booked();
    expectClean(await explore(webhooks(setting, [canceller('X', setting, id), follower('S'), follower('T')])));
  });
});

describe('the explorer catches ', { timeout: PATIENT }, () => {
  it('catches a body that is made when it is sent', async () => {
    const setting = await booked();
    await drain(createCore(setting.world.deps));
    let attempts = 0;
    const hasty = (spec: ProcessSpec): ProcessSpec => ({
      ...spec,
      run: (deps) =>
        spec.run({
          ...deps,
          webhookDeliveries: {
            ...deps.webhookDeliveries,
            lease: async (query) => {
              const row = await deps.webhookDeliveries.lease(query);
              return row && { ...row, body: `attempt ${(attempts += 1)}` };
            },
            startSending: (rowId, attempt) => deps.webhookDeliveries.startSending(rowId, attempt),
            endLeases: (now) => deps.webhookDeliveries.endLeases(now),
            settle: (row, outcome) => deps.webhookDeliveries.settle(row, outcome),
          },
        }),
    });
    const { violation } = await explore(webhooks(setting, [hasty(sender('S')), hasty(successor('T'))]));
    expect(violation?.what).toMatch(/^OTHER BYTES/);
  });
});
