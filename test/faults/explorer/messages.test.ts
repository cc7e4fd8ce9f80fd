import { describe, expect, it } from 'vitest';
import { instant, plus } from '@coach-booking/time/instant';
import { createCore } from '../../../packages/server/src/application/create-use-cases.ts';
import { defaultMessaging } from '../../../packages/server/src/application/messaging/cached-messaging.ts';
import { drain } from '../../../packages/server/src/application/messages/drain.ts';
import { REPEATABLE, sendNext } from '../../../packages/server/src/application/messages/send-next.ts';
import type { Deps } from '../../../packages/server/src/application/ports/deps.ts';
import { createMemoryStores } from '../../../packages/server/src/adapters/memory/stores.ts';
import type { MemoryState } from '../../../packages/server/src/adapters/memory/memory-state.ts';
import { createOutlets } from '../../../packages/server/src/adapters/outlets/outlets.ts';
import { ANA, NOW, PARTNER } from '../../../packages/server/test/application/world.ts';
import type { ProcessSpec } from './process-tree.ts';
import { explore, type Invariant, type Scenario } from './explore.ts';
import { expectClean, PATIENT } from './given-booking.ts';
import { canceller, given, NOON, scenario, type Given } from './scenarios.ts';

const MINUTE = 60_000;
/** When the SMS reminder of a session at noon is due. */
const REMINDED = plus(NOW, 26 * 60 * MINUTE);
/** A minute later every lease of before has run out. */
const LATER = plus(NOW, 10 * MINUTE);

const reminders = { rules: [{ channel: 'sms', minutesBefore: 120 }], followUp: true } as const;

/** A coach, and a booking without messages yet. */
const booked = async (): Promise<Given & { readonly id: string }> => {
  const setting = await given();
  const { world, coachId, serviceId } = setting;
  // The reader's night is not the matter here.
  const allDay = { ...defaultMessaging, quietHours: { from: '00:00', to: '00:00' }, version: 1 };
  await world.deps.messaging.replace({ partnerId: PARTNER, mode: 'test' }, allDay, 0);
  await world.useCases.patchSchedule(world.partner(), {
    coach: coachId,
    reminders: { ...reminders, rules: [...reminders.rules] },
  });
  const { data } = await world.useCases.createBooking(world.visitor(), {
    coachId,
    serviceId,
    start: NOON,
    attendee: ANA,
  });
  await world.settleDown();
  return { ...setting, id: data.id };
};

const process = (name: string, run: (deps: Deps) => Promise<unknown>, realNow = NOW): ProcessSpec => ({
  name,
  run,
  realNow,
  mayCrash: true,
});
const drainer = (name: string): ProcessSpec => process(name, (deps) => drain(createCore(deps)));
/** Sends the next message that is due at an instant. */
const sender = (name: string, at = NOW, change: (deps: Deps) => Deps = (deps) => deps): ProcessSpec =>
  process(name, (deps) => sendNext(createCore(change(deps)), { mode: 'test' }, at));
/** Believes every lease to have run out, and sends. */
const successor = (name: string, at = NOW): ProcessSpec =>
  process(
    name,
    async (deps) => {
      await deps.deliveries.endLeases(deps.realNow(), REPEATABLE);
      await sendNext(createCore(deps), { mode: 'test' }, at);
    },
    LATER,
  );

/** Makes messages of what happened, and sends two. */
const follower = (name: string, change: (deps: Deps) => Deps = (deps) => deps): ProcessSpec =>
  process(name, async (deps) => {
    const core = createCore(change(deps));
    await drain(core);
    for (let i = 0; i < 2; i++) await sendNext(core, { mode: 'test' }, NOW);
  });

const sentOf = (state: MemoryState): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { deliveryId } of state.testMessages.values()) counts.set(deliveryId, (counts.get(deliveryId) ?? 0) + 1);
  return counts;
};

/** No message left more often than it may: an SMS once, a mail once more where its first sender seemed to be dead. */
const sentAtMost =
  (times: number): Invariant =>
  (state) =>
    [...sentOf(state)].some(([id, count]) => count > (id.includes(':sms:') ? 1 : times))
      ? 'TWICE: it was sent again'
      : null;

/** Expects that every due message was sent once, or is marked as unknown. */
const everybodyToldOnce =
  (at = NOW): Invariant =>
  (state) => {
    const due = [...state.deliveries.values()].filter(({ dueAt }) => dueAt <= at);
    if (due.some(({ state: of }) => ['due', 'leased', 'sending'].includes(of)))
      return 'OPEN: a message is neither sent nor given up';
    const sent = sentOf(state);
    return due.some(({ id, state: of }) => of === 'sent' && !sent.has(id))
      ? 'LOST: a message that was not sent says that it was'
      : null;
  };

/** No one is notified that it takes place after it is cancelled. */
const nothingAfterTheCancellation: Invariant = (state) => {
  const kinds = [...state.testMessages.values()].filter(({ role }) => role === 'attendee').map(({ kind }) => kind);
  const end = kinds.indexOf('cancelled');
  return end >= 0 && kinds.slice(end).some((kind) => kind !== 'cancelled')
    ? 'UNDONE: a later message says otherwise'
    : null;
};

/** One process alone does what is left, long after. */
const finished =
  (at = NOW) =>
  async (state: MemoryState): Promise<void> => {
    const { deps } = (await given()).world;
    const stores = createMemoryStores(state);
    const realNow = () => plus(LATER, 60 * MINUTE);
    let ids = 0;
    const newId = () => `f${(++ids).toString(16).padStart(23, '0')}`;
    const core = createCore({
      ...deps,
      ...stores,
      realNow,
      newId,
      outlets: createOutlets({ ...deps, ...stores, newId, realNow }),
    });
    await drain(core);
    await core.deliveries.endLeases(realNow(), REPEATABLE);
    while (await sendNext(core, { mode: 'test' }, instant(at + 10 * MINUTE)));
  };

const messages = (setting: Given, processes: readonly ProcessSpec[], more: Partial<Scenario> = {}): Scenario => ({
  ...scenario(setting, processes, {}),
  // Calls on data that only one process writes, or that all read alike.
  isLocal: (call) => !/^(bookings|deliveries|testMessages\.keep)/.test(call) || call === 'bookings.clearReleasing',
  always: [sentAtMost(1)],
  finally: [everybodyToldOnce()],
  atTheEnd: finished(),
  ...more,
});

describe('R6–R10 every interleaving and crash of messages: ', { timeout: PATIENT }, () => {
  it('survives three who make the messages of one event', async () => {
    const setting = await booked();
    expectClean(await explore(messages(setting, [drainer('D'), drainer('E'), drainer('F')])));
  });

  it('survives making messages while others send', async () => {
    const setting = await booked();
    expectClean(await explore(messages(setting, [drainer('D'), sender('S'), sender('T')])));
  });

  it('survives a successor of a sender that seems dead: a mail goes at most twice', async () => {
    const setting = await booked();
    await drain(createCore(setting.world.deps));
    expectClean(await explore(messages(setting, [sender('S'), successor('T')], { always: [sentAtMost(2)] })));
  });

  it('survives a successor of a sender of an SMS, which never goes twice', async () => {
    const setting = await booked();
    await setting.world.useCases.runDue(setting.world.partner(), { limit: 500 });
    const two = [sender('S', REMINDED), successor('T', REMINDED)];
    const { violation, states } = await explore(
      messages(setting, two, { finally: [everybodyToldOnce(REMINDED)], atTheEnd: finished(REMINDED) }),
    );
    expect([violation, states > 20]).toEqual([null, true]);
  });

  it('survives a cancellation while another process sends that the session is booked', async () => {
    const { id, ...setting } = await booked();
    await drain(createCore(setting.world.deps));
    const processes = [canceller('X', setting, id), sender('S'), follower('T')];
    const always = [sentAtMost(1), nothingAfterTheCancellation];
    const finalOnes = [everybodyToldOnce(), nothingAfterTheCancellation];
    expectClean(await explore(messages(setting, processes, { always, finally: finalOnes })));
  });
});

describe('the explorer catches ', { timeout: PATIENT }, () => {
  it('catches a sender without a fence', async () => {
    const setting = await booked();
    await setting.world.useCases.runDue(setting.world.partner(), { limit: 500 });
    const unfenced = (deps: Deps): Deps => ({
      ...deps,
      deliveries: { ...deps.deliveries, startSending: async () => true, endLeases: deps.deliveries.endLeases },
    });
    const { violation } = await explore(
      messages(setting, [sender('S', REMINDED, unfenced), successor('T', REMINDED)], {
        finally: [everybodyToldOnce(REMINDED)],
        atTheEnd: finished(REMINDED),
      }),
    );
    expect(violation?.what).toMatch(/^TWICE/);
  });

  it('catches senders that neither read the booking again nor wait for each other', async () => {
    const { id, ...setting } = await booked();
    await drain(createCore(setting.world.deps));
    const before = setting.world.state.bookings.get(id)!;
    const hasty = (deps: Deps): Deps => ({
      ...deps,
      deliveries: { ...deps.deliveries, isEarlierUnderWay: async () => false },
    });
    const blind = (deps: Deps): Deps => ({ ...deps, bookings: { ...deps.bookings, find: async () => before } });
    const processes = [canceller('X', setting, id), sender('S', NOW, blind), follower('T', hasty)];
    const always = [nothingAfterTheCancellation];
    const { violation } = await explore(messages(setting, processes, { always, finally: [] }));
    expect(violation?.what).toMatch(/^UNDONE/);
  });
});
