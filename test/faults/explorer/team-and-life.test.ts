import { describe, it } from 'vitest';
import { ANA } from '../../../packages/server/test/application/world.ts';
import { explore } from './explore.ts';
import { booked, expectClean, PATIENT } from './given-booking.ts';
import { noFormerStaff, placesWithin } from './invariants.ts';
import {
  assigner,
  completer,
  EVENING,
  given,
  mover,
  NOON,
  placeTaker,
  removerOfStaff,
  scenario,
  sharedTeam,
  staffBooker,
  sweeper,
  undoer,
} from './scenarios.ts';

const HOUR = 3_600_000;
describe(
  'every interleaving and crash of two who want one member of staff, and a sweeper: ',
  { timeout: PATIENT },
  () => {
    it('survives two coaches who book the same person at the same time', async () => {
      const team = await sharedTeam();
      const { other, staffId } = team;
      const processes = [staffBooker('A', team, NOON, staffId), staffBooker('B', other, NOON, staffId)];
      expectClean(await explore(scenario(team, processes)));
    });

    it('survives an assignment of a person whom another coach books then', async () => {
      const team = await sharedTeam();
      const { other, staffId } = team;
      const id = await booked(team, NOON);
      const processes = [assigner('S', team, id, staffId, 1), staffBooker('B', other, NOON, staffId), sweeper(1)];
      expectClean(await explore(scenario(team, processes)));
    });

    it('survives an assignment of two bookings to the same person', async () => {
      const team = await sharedTeam();
      const { other, staffId } = team;
      const ids = [await booked(team, NOON), await booked(other, NOON)];
      const processes = [
        assigner('S', team, ids[0]!, staffId, 1),
        assigner('T', other, ids[1]!, staffId, 1),
        sweeper(1),
      ];
      expectClean(await explore(scenario(team, processes)));
    });

    it('survives a move of a booking while its person is assigned another at its new time', async () => {
      const team = await sharedTeam();
      const { other, staffId } = team;
      const [id, there] = [await booked(team, NOON, { staffId }), await booked(other, EVENING)];
      const steady = { ...assigner('S', other, there, staffId, 1), mayCrash: false };
      const processes = [mover('R', team, id, EVENING, 1), steady, sweeper(1)];
      expectClean(await explore(scenario(team, processes)));
    });

    it('survives a move of a booking and its assignment at the same moment', async () => {
      const team = await sharedTeam();
      const id = await booked(team, NOON);
      const processes = [mover('R', team, id, EVENING, 1), assigner('S', team, id, team.staffId, 1), sweeper(1)];
      expectClean(await explore(scenario(team, processes)));
    });

    it('survives an assignment of a person who leaves the team', async () => {
      const team = await sharedTeam();
      const id = await booked(team, NOON);
      const processes = [
        assigner('S', team, id, team.staffId, 1),
        { ...removerOfStaff('D', team, team.staffId), mayCrash: false },
        sweeper(1),
      ];
      const isLocal = (call: string) => /^(leads|feeds|users)\./.test(call);
      expectClean(await explore(scenario(team, processes, { isLocal, finally: [noFormerStaff] })));
    });
  },
);

describe('every interleaving and crash around a place that was given back: ', { timeout: PATIENT }, () => {
  /** The one place of a coach, given back by a booking that took place. */
  const completed = async () => {
    const setting = await given({ capacity: 1 });
    const id = await booked(setting, NOON);
    const { world } = setting;
    world.passTime(28.5 * HOUR);
    await world.useCases.completeBooking(world.partner(), { id });
    return { ...setting, id };
  };

  it('survives an undone end while another takes the last place', async () => {
    const { id, ...setting } = await completed();
    const taker = placeTaker('B', setting, { coachId: setting.coachId, placeNumber: 1, attendee: ANA });
    const processes = [undoer('U', setting, id, 2), taker, sweeper(1)];
    expectClean(
      await explore(scenario(setting, processes, { always: [placesWithin(1, setting.world.visitor().now)] })),
    );
  });

  it('survives a completion that is undone, no matter what crashes', async () => {
    const setting = await given({ capacity: 1 });
    const id = await booked(setting, NOON);
    setting.world.passTime(28.5 * HOUR);
    const processes = [completer('C', setting, id), undoer('U', setting, id, 2), sweeper(1)];
    expectClean(
      await explore(scenario(setting, processes, { always: [placesWithin(1, setting.world.visitor().now)] })),
    );
  });

  it('survives two who undo one end at once', async () => {
    const { id, ...setting } = await completed();
    const processes = [undoer('U', setting, id, 2), undoer('V', setting, id, 2), sweeper(1)];
    expectClean(
      await explore(scenario(setting, processes, { always: [placesWithin(1, setting.world.visitor().now)] })),
    );
  });
});
