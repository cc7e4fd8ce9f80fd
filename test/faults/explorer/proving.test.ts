import { describe, expect, it } from 'vitest';
import { minus, plus } from '@coach-booking/time/instant';
import type { Booking } from '../../../packages/server/src/domain/booking/booking.ts';
import { ANA } from '../../../packages/server/test/application/world.ts';
import { explore, type Invariant } from './explore.ts';
import { expectClean, PATIENT } from './given-booking.ts';
import { booker, expirer, given, NOON, prover, scenario, sweeper, type Given } from './scenarios.ts';

/** A guest has booked, and was sent the mail by which they confirm. */
const asked = async (): Promise<Given & { readonly id: string; readonly token: string }> => {
  const setting = await given({ services: [{ title: 'First session', duration: 60, confirmByEmail: true }] });
  const { world, coachId, serviceId } = setting;
  const { data } = await world.useCases.createBooking(world.visitor(), {
    coachId,
    serviceId,
    start: NOON,
    attendee: ANA,
  });
  await world.settleDown();
  const { id, partnerId, mode, expiresAt } = world.state.bookings.get(data.id) as Booking;
  const token = world.deps.tokens.signProof({ bookingId: id, partnerId, mode, expiresAt: expiresAt! });
  return { ...setting, id, token };
};

const expiryOf = ({ world, id }: Given & { readonly id: string }) =>
  (world.state.bookings.get(id) as Booking).expiresAt!;

/** It was proven or given up, never both; and its messages were made exactly when it was proven. */
const decidedOnce =
  (id: string): Invariant =>
  (state) => {
    const { history, outbox, status, unproven } = state.bookings.get(id) as Booking;
    const steps = history.map(({ type }) => type);
    const created = outbox.filter(({ type }) => type === 'booking.created').length;
    const isProven = steps.includes('proven');
    if (steps.length > 2) return `TWICE: ${steps.join(' ')}`;
    if (created !== (isProven ? 1 : 0)) return 'UNTOLD: proven without its event, or the other way round';
    if (isProven && (unproven || status !== 'confirmed')) return 'ZOMBIE: proven, and not booked';
    return outbox.some(({ type }) => type === 'booking.cancelled') ? 'TOLD: of what nobody knew of' : null;
  };

/** Expects a booking for every caller who was answered that it is booked. */
const kept =
  (id: string, ...provers: readonly number[]): Invariant =>
  (state, results) => {
    const isPromised = provers.some((n) => results[n] && 'answer' in results[n]);
    return isPromised && (state.bookings.get(id) as Booking).status !== 'confirmed' ? 'UNDONE: it is not booked' : null;
  };

describe('R14 every interleaving and crash of what a guest confirms by mail: ', { timeout: PATIENT }, () => {
  it('survives a confirmation as the request is given up, and the sweeper comes', async () => {
    const { id, token, ...setting } = await asked();
    const now = expiryOf({ ...setting, id });
    const processes = [prover('P', setting, id, token, minus(now, 1)), expirer('E', setting, now), sweeper(1)];
    expectClean(await explore(scenario(setting, processes, { always: [decidedOnce(id), kept(id, 0)] })));
  });

  it('survives a confirmation that is pressed twice', async () => {
    const { id, token, ...setting } = await asked();
    const { now } = setting.world.visitor();
    const processes = [prover('P', setting, id, token, now), prover('Q', setting, id, token, now), sweeper(1)];
    expectClean(await explore(scenario(setting, processes, { always: [decidedOnce(id), kept(id, 0, 1)] })));
  });

  it('survives a confirmation as the request is given up, while another visitor wants its time', async () => {
    const { id, token, ...setting } = await asked();
    const now = expiryOf({ ...setting, id });
    const other = booker('B', setting, NOON, {
      context: { now: plus(now, 1) },
      input: { attendee: { ...ANA, email: 'bo@example.com' } },
    });
    const processes = [prover('P', setting, id, token, minus(now, 1)), expirer('E', setting, now), other];
    expectClean(await explore(scenario(setting, processes, { always: [decidedOnce(id), kept(id, 0)] })));
  });
});

it('catches a proof that does not ask for the version', { timeout: PATIENT }, async () => {
  const { id, token, ...setting } = await asked();
  const now = expiryOf({ ...setting, id });
  const careless = prover('P', setting, id, token, minus(now, 1), (deps) => ({
    ...deps,
    bookings: {
      ...deps.bookings,
      change: async (name, _, change) =>
        deps.bookings.change(name, ((await deps.bookings.find(id)) as Booking).version, change),
    },
  }));
  const always = [decidedOnce(id)];
  const { violation } = await explore({
    ...scenario(setting, [careless, expirer('E', setting, now)], { always }),
    finally: [],
  });
  expect(violation?.what).toMatch(/^TWICE/);
});
