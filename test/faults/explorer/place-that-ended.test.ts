import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { ANA, everyDay, NOW } from '../../../packages/server/test/application/world.ts';
import type { SweepDeps } from '../../../packages/server/src/application/sweep/sweep-claim.ts';
import { sweep } from '../../../packages/server/src/application/sweep/sweep.ts';
import type { ProcessSpec } from './process-tree.ts';
import { explore, type Exploration, type Scenario } from './explore.ts';
import { expectClean, PATIENT } from './given-booking.ts';
import { placesWithin } from './invariants.ts';
import { given, mover, NOON, placeTaker, scenario, sweeper, type Given } from './scenarios.ts';

const HOUR = 3_600_000;
/** After the sweeper that comes at the end, so that it removes no place of what is still to come. */
const NEXT_WEEK = '2026-04-20T12:00:00Z';

const schedule = { workingHours: everyDay('00:00', '24:00'), slotInterval: 30, bookingWindow: 7 };

/** A coach whose one place is of a session that is over and was not closed. Live mode alone is swept by real time. */
const over = async () => {
  const setting = await given({ capacity: 1, schedule }, 'live');
  const { world, coachId, serviceId } = setting;
  const wanted = { coachId, serviceId, start: NOON, attendee: ANA };
  const { data } = await world.useCases.createBooking(world.partner(), wanted);
  await world.drain();
  world.passTime(29 * HOUR);
  return { ...setting, id: data.id };
};

/** Sweeps after the session's end, an hour after every writer began: it finds the place, and spares no writer. */
const racingSweeper = (passes: number, run: (deps: SweepDeps) => Promise<unknown> = sweep): ProcessSpec => ({
  ...sweeper(passes, run),
  realNow: plus(NOW, 30 * HOUR),
});

/** Takes the last place, for no time yet. */
const taker = (setting: Given): ProcessSpec =>
  placeTaker('B', setting, { coachId: setting.coachId, placeNumber: 1, attendee: ANA });

/** Calls about what does not change here; and no request waits, so that none expires. */
const QUIET = /^(leads|coaches|feeds|users|visits)\.|^ledgers\.read$|^bookings\.expired$/;

/** One moves the session ahead while others are at its place. No other process asks for its times. */
const moving = (
  { id, ...setting }: Given & { readonly id: string },
  processes: readonly ProcessSpec[],
  more: Partial<Scenario> = {},
): Promise<Exploration> => {
  const always = [placesWithin(1, setting.world.visitor().now)];
  const mine = scenario(setting, [mover('R', setting, id, NEXT_WEEK, 1), ...processes], { always });
  const isApart = (ledgerId: string) => /:\d{4}-\d\d-\d\d$/.test(ledgerId);
  return explore({ ...mine, isApart, isLocal: (call) => QUIET.test(call), ...more });
};

describe(
  'R1 V04 every interleaving and crash around the one place of a session that is over: ',
  { timeout: PATIENT },
  () => {
    it('survives a move to a time to come while another takes the last place', async () => {
      const setting = await over();
      expectClean(await moving(setting, [taker(setting)]));
    });

    it('survives such a move while another takes the last place, with a sweeper between them', async () => {
      const setting = await over();
      expectClean(await moving(setting, [taker(setting), racingSweeper(1)]));
    });
  },
);

describe('the explorer catches ', { timeout: PATIENT }, () => {
  it('catches a sweeper that pulls the place it read of, which a move took meanwhile', async () => {
    const setting = await over();
    const pullWhatWasRead = async (deps: SweepDeps) => {
      for (const { id, claims } of await deps.ledgers.due(deps.realNow(), 10))
        for (const claim of claims) {
          const stored = await deps.bookings.find(claim.owner.id);
          if (stored?.kind === 'booking' && stored.time && stored.time.end <= deps.realNow())
            await deps.ledgers.release(id, claim.id);
        }
    };
    const { violation } = await moving(setting, [taker(setting), racingSweeper(1, pullWhatWasRead)], { finally: [] });
    expect(violation?.what).toMatch(/^PLACES/);
  });

  it('catches a sweeper that gives the place of a move back without raising the version', async () => {
    const setting = await over();
    const withoutBump = (deps: SweepDeps) => sweep({ ...deps, bookings: { ...deps.bookings, bump: async () => true } });
    const { violation } = await moving(setting, [taker(setting), racingSweeper(1, withoutBump)], { finally: [] });
    expect(violation?.what).toMatch(/^PLACES/);
  });
});
