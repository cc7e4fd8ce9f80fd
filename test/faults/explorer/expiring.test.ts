import { describe, expect, it } from 'vitest';
import { plus, type Instant } from '@coach-booking/time/instant';
import type { Booking } from '../../../packages/server/src/domain/booking/booking.ts';
import { explore, type Invariant } from './explore.ts';
import { expectClean, PATIENT } from './given-booking.ts';
import { placesWithin } from './invariants.ts';
import {
  booker,
  canceller,
  confirmer,
  EVENING,
  expirer,
  given,
  mover,
  NOON,
  scenario,
  sweeper,
  type Given,
} from './scenarios.ts';
import { ANA, everyDay } from '../../../packages/server/test/application/world.ts';

const HOUR = 3_600_000;

/** A request to a coach who agrees by hand. The clocks of those who come to it differ: to some its start has passed. */
const requested = async (more: Parameters<typeof given>[0] = {}): Promise<Given & { readonly id: string }> => {
  const hours = { workingHours: everyDay('00:00', '24:00'), slotInterval: 30, bookingWindow: 3 };
  const setting = await given({ schedule: { ...hours, autoConfirm: false }, ...more });
  const { world, coachId, serviceId } = setting;
  const { data } = await world.useCases.createBooking(world.visitor(), {
    coachId,
    serviceId,
    start: NOON,
    attendee: ANA,
  });
  await world.settleDown();
  return { ...setting, id: data.id };
};

/** A caller that sees the clock at the request's start. */
const atItsStart = ({ world }: Given): Instant => plus(world.visitor().now, 28 * HOUR);

const requestIn = (state: Parameters<Invariant>[0], id: string): Booking => state.bookings.get(id) as Booking;

/** It expired, or was acted on: never both, and what was answered is what became of it. */
const decidedOnce =
  (id: string): Invariant =>
  (state) => {
    const { history, outbox, status, isExpired = false } = requestIn(state, id);
    const ends = history.filter(({ type }) => type === 'cancelled').length;
    if (ends > 1) return 'TWICE: it was cancelled twice';
    if (history.length !== outbox.length) return 'UNTOLD: a step without its event';
    return isExpired && (status !== 'cancelled' || history.at(-1)?.by !== 'system') ? 'ZOMBIE: it lives on' : null;
  };

const answeredAs =
  (id: string, n: number, status: Booking['status']): Invariant =>
  (state, results) => {
    const one = results[n];
    return one && 'answer' in one && requestIn(state, id).status !== status
      ? `UNDONE: it is no longer ${status}`
      : null;
  };

describe('R25 every interleaving and crash of a request that expires: ', { timeout: PATIENT }, () => {
  it('survives a confirmation of the expiring request', async () => {
    const { id, ...setting } = await requested();
    const processes = [confirmer('C', setting, id), expirer('E', setting, atItsStart(setting)), sweeper(1)];
    const always = [decidedOnce(id), answeredAs(id, 0, 'confirmed')];
    expectClean(await explore(scenario(setting, processes, { always })));
  });

  it('survives a cancellation of the expiring request', async () => {
    const { id, ...setting } = await requested();
    const processes = [canceller('X', setting, id), expirer('E', setting, atItsStart(setting)), sweeper(1)];
    const always = [decidedOnce(id), answeredAs(id, 0, 'cancelled')];
    expectClean(await explore(scenario(setting, processes, { always })));
  });

  it('survives a move of the expiring request, and gives its new time back where it has expired', async () => {
    const { id, ...setting } = await requested();
    const processes = [mover('R', setting, id, EVENING, 1), expirer('E', setting, atItsStart(setting)), sweeper(1)];
    expectClean(await explore(scenario(setting, processes, { always: [decidedOnce(id)] })));
  });

  it('survives two who expire the request', async () => {
    const { id, ...setting } = await requested();
    const now = atItsStart(setting);
    const processes = [expirer('E', setting, now), expirer('F', setting, now), sweeper(1)];
    expectClean(await explore(scenario(setting, processes, { always: [decidedOnce(id)] })));
  });

  it('survives a confirmation while a clock that is ahead takes the last place', async () => {
    const { id, ...setting } = await requested({ capacity: 1 });
    const taker = booker('B', setting, EVENING, { context: { now: atItsStart(setting) } });
    const processes = [confirmer('C', setting, id), expirer('E', setting, atItsStart(setting)), taker];
    const within = placesWithin(1, setting.world.visitor().now);
    const always = [decidedOnce(id), answeredAs(id, 0, 'confirmed'), within];
    expectClean(await explore(scenario(setting, processes, { always })));
  });

  it('survives a confirmation while a clock that is ahead books what is left of the time', async () => {
    const { id, ...setting } = await requested();
    const after = booker('B', setting, '2026-04-14T12:30:00Z', { context: { now: plus(atItsStart(setting), 60_000) } });
    const processes = [confirmer('C', setting, id), after, sweeper(1)];
    const always = [decidedOnce(id), answeredAs(id, 0, 'confirmed')];
    expectClean(await explore(scenario(setting, processes, { always })));
  });
});

describe('the explorer catches ', () => {
  it('catches an expiry that does not ask for the version', async () => {
    const { id, ...setting } = await requested();
    const careless = expirer('E', setting, atItsStart(setting), (deps) => ({
      ...deps,
      bookings: {
        ...deps.bookings,
        change: async (name, _, change) => {
          const stored = (await deps.bookings.find(id)) as Booking;
          return deps.bookings.change(name, stored.version, change);
        },
      },
    }));
    const always = [answeredAs(id, 0, 'confirmed')];
    const { violation } = await explore({
      ...scenario(setting, [confirmer('C', setting, id), careless], { always }),
      finally: [],
    });
    expect(violation?.what).toMatch(/^UNDONE/);
  });
});
