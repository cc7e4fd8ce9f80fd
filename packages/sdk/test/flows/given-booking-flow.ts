import { createBookingFlow } from '../../src/booking-flow/create-booking-flow.ts';
import type { BookingFlowOptions } from '../../src/booking-flow/options.ts';
import {
  coach,
  handClock,
  hold,
  memoryStorage,
  network,
  nine,
  settle,
  slots,
  strength,
  ten,
  tomorrow,
  waitingClient,
  yoga,
  zone,
} from './world.ts';

/** The visitor's details. */
export const ana = { name: 'Ana Diaz', email: 'ana@example.com' };
export const twoServices = { coach: { ...coach, services: [strength, yoga] } };
export const minute = 60_000;

/** Returns a visitor on a partner's page whose flow has not started; `make` is the same page loaded again. */
export function given(options: Partial<BookingFlowOptions> = {}, server = waitingClient()) {
  const clock = handClock();
  const net = network();
  const storage = memoryStorage();
  const ports = {
    coach: 'coach-a',
    timeZone: zone,
    clock: clock.clock,
    timers: clock.timers,
    online: net.online,
    storage,
  };
  const make = (more: Partial<BookingFlowOptions> = {}) =>
    createBookingFlow(server.client, { ...ports, ...options, ...more });
  const flow = make();
  return { ...server, clock, net, storage, flow, make, state: () => flow.$state.get() };
}

/** Returns a flow whose first month is loaded. */
export async function givenSlots(
  options: Partial<BookingFlowOptions> = {},
  answer = slots([nine, ten, tomorrow]),
  server = waitingClient(),
) {
  const world = given(options, server);
  world.flow.start();
  await world.last('listSlots').answer(answer);
  return world;
}

/** Returns a flow in which nine o'clock is held. */
export async function givenDetails(options: Partial<BookingFlowOptions> = {}) {
  const world = await givenSlots(options);
  world.flow.chooseSlot(nine);
  await settle();
  await world.last('createHold').answer(hold('1'));
  return world;
}

/** Returns a flow whose booking is under way. */
export async function givenConfirming(options: Partial<BookingFlowOptions> = {}) {
  const world = await givenDetails(options);
  world.flow.setDetails(ana);
  world.flow.confirm();
  await settle();
  return world;
}
