import { describe, expect, it } from 'vitest';
import { ana, given } from '../../test/flows/given-booking-flow.ts';
import { created, hold, memoryStorage, nine, settle, slots, ten, waitingClient } from '../../test/flows/world.ts';
import { createBookingFlowSteps } from './booking-flow-steps.ts';
import { createLazyBookingFlow } from './lazy-booking-flow.ts';

/** Returns a flow whose later steps load when the test allows it. */
function givenLazy(storage = memoryStorage()) {
  const server = waitingClient();
  const { clock } = given();
  const loads: { resolve(make: typeof createBookingFlowSteps): void; reject(error: Error): void }[] = [];
  const flow = createLazyBookingFlow(
    server.client,
    { coach: 'coach-a', timeZone: 'America/New_York', clock: clock.clock, timers: clock.timers, storage },
    () => new Promise((resolve, reject) => loads.push({ resolve, reject })),
  );
  return {
    ...server,
    flow,
    loads,
    state: () => flow.$state.get(),
    async begin() {
      flow.start();
      await server.last('listSlots').answer(slots([nine, ten]));
    },
    async load() {
      loads.at(-1)?.resolve(createBookingFlowSteps);
      await settle();
    },
    async breakLoad() {
      loads.at(-1)?.reject(new TypeError('Failed to fetch dynamically imported module'));
      await settle();
    },
  };
}

describe('a lazy booking flow', () => {
  it('loads nothing while a slot is being chosen', async () => {
    const { begin, loads, state } = givenLazy();
    await begin();
    expect(state().phase).toBe('slots');
    expect(loads).toHaveLength(0);
  });

  it('shows a chosen slot as being held while the steps load, then holds and books it', async () => {
    const { begin, flow, state, load, loads, last, count } = givenLazy();
    await begin();
    flow.chooseSlot(nine);
    expect(state()).toMatchObject({ phase: 'holding', slot: nine });
    expect(count('createHold')).toBe(0);
    await load();
    await last('createHold').answer(hold('1'));
    flow.setDetails(ana);
    flow.confirm();
    await settle();
    await last('createBooking').answer(created);
    expect(state()).toMatchObject({ phase: 'confirmed', booking: created });
    expect(loads).toHaveLength(1);
  });

  it('fails when the steps cannot be loaded, and loads them again on retry', async () => {
    const { begin, flow, state, load, breakLoad, last } = givenLazy();
    await begin();
    flow.chooseSlot(nine);
    await breakLoad();
    expect(state()).toMatchObject({ phase: 'failed', problem: { kind: 'offline', code: 'OFFLINE', retryable: true } });
    flow.retry();
    await load();
    expect(last('createHold').input).toMatchObject({ start: nine.start });
    await last('createHold').answer(hold('1'));
    expect(state()).toMatchObject({ phase: 'details', problem: null });
  });

  it.each(['stops', 'goes back'])('holds nothing when the visitor %s before the steps are loaded', async (way) => {
    const { begin, flow, load, count } = givenLazy();
    await begin();
    flow.chooseSlot(nine);
    if (way === 'stops') flow.stop();
    else flow.backToSlots();
    await load();
    expect(count('createHold')).toBe(0);
  });

  it('holds the slot when the visitor changes the zone before the steps are loaded', async () => {
    const { begin, flow, load, count } = givenLazy();
    await begin();
    flow.chooseSlot(nine);
    flow.setTimeZone('Europe/Berlin');
    await load();
    expect(count('createHold')).toBe(1);
  });

  it('keeps the hold of a reloaded page, also when it is reloaded again before the steps are loaded', async () => {
    const storage = memoryStorage();
    const first = givenLazy(storage);
    await first.begin();
    first.flow.chooseSlot(nine);
    await first.load();
    await first.last('createHold').answer(hold('1'));
    await givenLazy(storage).begin();
    const third = givenLazy(storage);
    await third.begin();
    await third.load();
    expect(third.state()).toMatchObject({ phase: 'details', hold: { id: hold('1').id } });
    expect(third.count('createHold')).toBe(0);
  });
});
