import { describe, it } from 'vitest';
import type { Booking } from '../../../packages/server/src/domain/booking/booking.ts';
import { sessionsConflict } from '../../../packages/server/src/domain/booking/claim.ts';
import { isActive } from '../../../packages/server/src/domain/booking/status.ts';
import { sessionOf } from '../../../packages/server/src/application/bookings/claims-of-booking.ts';
import { everyDay } from '../../../packages/server/test/application/world.ts';
import { expectClean, PATIENT } from './given-booking.ts';
import { explore, type Invariant } from './explore.ts';
import { booker, given, NOON, overrider, scenario, sweeper } from './scenarios.ts';

const AFTER_NOON = '2026-04-14T13:00:00Z';
const INSIDE = '2026-04-14T12:30:00Z';

const isMarked = ({ history }: Booking): boolean =>
  history.some(({ overridden = [] }) => overridden.includes('buffer'));

/** Raw never overlaps, which `noDouble` checks; padded only where one side is marked (R15). */
const bufferedUnlessMarked: Invariant = (state) => {
  const active = [...state.bookings.values()].filter(
    (one): one is Booking => one.kind === 'booking' && isActive(one.status) && one.time !== undefined,
  );
  for (const a of active)
    for (const b of active)
      if (a.id < b.id && sessionsConflict(sessionOf(a)!, sessionOf(b)!) && !isMarked(a) && !isMarked(b))
        return `BUFFER: ${a.id} and ${b.id} stand too near, and neither is marked`;
  return null;
};

describe(
  'every interleaving and crash of a visitor, a coach who passes over buffers, and a sweeper: ',
  {
    timeout: PATIENT,
  },
  () => {
    const buffered = () =>
      given({
        schedule: { workingHours: everyDay('00:00', '24:00'), slotInterval: 30, bookingWindow: 3, bufferAfter: 30 },
      });
    const always = { always: [bufferedUnlessMarked] };

    it('R15 survives bookings side by side', async () => {
      const setting = await buffered();
      const processes = [booker('A', setting, NOON), overrider('B', setting, AFTER_NOON), sweeper(1)];
      expectClean(await explore(scenario(setting, processes, always)));
    });

    it('R15 survives bookings of the same time', async () => {
      const setting = await buffered();
      const processes = [booker('A', setting, NOON), overrider('B', setting, INSIDE), sweeper(1)];
      expectClean(await explore(scenario(setting, processes, always)));
    });

    it('R15 survives two of the coach side who pass over each other', async () => {
      const setting = await buffered();
      const processes = [overrider('A', setting, NOON), overrider('B', setting, AFTER_NOON), sweeper(1)];
      expectClean(await explore(scenario(setting, processes, always)));
    });
  },
);
