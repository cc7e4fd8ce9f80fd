import { describe, it } from 'vitest';
import { explore, type Invariant } from './explore.ts';
import { booked, expectClean, PATIENT } from './given-booking.ts';
import { booker, canceller, EVENING, given, MIDNIGHT, mover, NOON, scenario, sweeper } from './scenarios.ts';

describe(
  'every interleaving and crash of a move or a cancellation, another writer and a sweeper: ',
  { timeout: PATIENT },
  () => {
    it('survives a move while another books the new time', async () => {
      const setting = await given();
      const id = await booked(setting, NOON);
      const processes = [mover('R', setting, id, EVENING, 1), booker('B', setting, EVENING), sweeper(1)];
      expectClean(await explore(scenario(setting, processes)));
    });

    it('survives a move while another books the old time', async () => {
      const setting = await given();
      const id = await booked(setting, NOON);
      expectClean(
        await explore(scenario(setting, [mover('R', setting, id, EVENING, 1), booker('B', setting, NOON), sweeper(1)])),
      );
    });

    it('survives a move while another cancels the booking', async () => {
      const setting = await given();
      const id = await booked(setting, NOON);
      const cancelled: Invariant = (state, results) => {
        const booking = state.bookings.get(id);
        return results[1] && 'answer' in results[1] && booking?.kind === 'booking' && booking.status !== 'cancelled'
          ? 'NOT CANCELLED'
          : null;
      };
      const processes = [mover('R', setting, id, EVENING, 1), canceller('X', setting, id), sweeper(1)];
      expectClean(await explore(scenario(setting, processes, { always: [cancelled] })));
    });

    it('survives a move that is tried again whenever a sweeper was in the way', async () => {
      const setting = await given();
      const id = await booked(setting, NOON);
      expectClean(await explore(scenario(setting, [mover('R', setting, id, EVENING), sweeper(3)])));
    });

    it('survives two moves of one booking to two times', async () => {
      const setting = await given();
      const id = await booked(setting, NOON);
      const processes = [mover('R', setting, id, EVENING, 1), mover('Q', setting, id, MIDNIGHT, 1), sweeper(1)];
      expectClean(await explore(scenario(setting, processes)));
    });

    it('survives a cancellation while another books the time', async () => {
      const setting = await given();
      const id = await booked(setting, NOON);
      expectClean(
        await explore(scenario(setting, [canceller('X', setting, id), booker('B', setting, NOON), sweeper(2)])),
      );
    });
  },
);
