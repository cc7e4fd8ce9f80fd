import { describe, expect, it } from 'vitest';
import type { ClaimStamp } from '../../../packages/server/src/domain/booking/claim.ts';
import type { SweepDeps } from '../../../packages/server/src/application/sweep/sweep-claim.ts';
import { ANA } from '../../../packages/server/test/application/world.ts';
import { acknowledged, atMost } from './invariants.ts';
import { explore, type Invariant } from './explore.ts';
import { booked, expectClean, PATIENT } from './given-booking.ts';
import {
  adderOfTimeOff,
  BEFORE_MIDNIGHT,
  booker,
  EVENING,
  given,
  MIDNIGHT,
  mover,
  NOON,
  placeTaker,
  scenario,
  sweeper,
} from './scenarios.ts';

describe('every interleaving and crash of two writers and a sweeper: ', { timeout: PATIENT }, () => {
  it('survives two bookings of the same time', async () => {
    const setting = await given();
    expectClean(await explore(scenario(setting, [booker('A', setting, NOON), booker('B', setting, NOON), sweeper(2)])));
  });

  it('survives a booking over midnight, in two ledgers, and one after midnight', async () => {
    const setting = await given();
    const processes = [booker('A', setting, BEFORE_MIDNIGHT), booker('B', setting, MIDNIGHT), sweeper(1)];
    expectClean(await explore(scenario(setting, processes)));
  });

  it('survives two requests with one idempotency key', async () => {
    const setting = await given();
    const context = { idempotencyKey: 'key-00000001' };
    const processes = [
      booker('A', setting, NOON, { context }),
      booker('A again', setting, NOON, { context }),
      sweeper(1),
    ];
    const sameAnswer: Invariant = (_, results) =>
      new Set(acknowledged(results).map(({ id }) => id)).size > 1 ? 'TWO ANSWERS' : null;
    expectClean(await explore(scenario(setting, processes, { always: [sameAnswer], finally: [atMost(1)] })));
  });

  it('survives the conversion of an ended hold over midnight, and a booking over it', async () => {
    const setting = await given();
    const { world, coachId, serviceId } = setting;
    const { data } = await world.useCases.createHold(world.visitor(), { coachId, serviceId, start: BEFORE_MIDNIGHT });
    world.passTime(6 * 60_000);
    const converter = booker('A', setting, BEFORE_MIDNIGHT, { input: { holdToken: data.holdToken } });
    expectClean(await explore(scenario(setting, [converter, booker('B', setting, MIDNIGHT), sweeper(1)])));
  });

  it('survives two who take the last place, without a time', async () => {
    const setting = await given({ capacity: 1 });
    const { coachId } = setting;
    const processes = ['A', 'B'].map((name) => placeTaker(name, setting, { coachId, placeNumber: 1, attendee: ANA }));
    expectClean(await explore(scenario(setting, [...processes, sweeper(2)], { finally: [atMost(1)] })));
  });

  it('refuses a booking on a day that is taken off meanwhile, or names it as a conflict', async () => {
    const setting = await given();
    const results: Invariant = (_, [booking, timeOff]) => {
      if (!booking || !timeOff || !('answer' in booking) || !('answer' in timeOff)) return null;
      const { data } = timeOff.answer as { data: { conflicts: { bookingId: string }[] } };
      return data.conflicts.length === 0 ? 'UNTOLD: nobody knows of the booking in the time off' : null;
    };
    const processes = [booker('A', setting, NOON), adderOfTimeOff('T', setting), sweeper(1)];
    const isLocal = (call: string) => /^(leads|feeds)\./.test(call) || call === 'coaches.byId';
    expectClean(await explore(scenario(setting, processes, { always: [results], isLocal })));
  });
});

describe('the explorer catches ', () => {
  const eachDue = async (deps: SweepDeps, act: (ledgerId: string, claim: ClaimStamp) => Promise<void>) => {
    for (const { id, claims } of await deps.ledgers.due(deps.realNow(), 10))
      for (const claim of claims) await act(id, claim);
  };

  it('catches a sweeper that removes a claim without a void', async () => {
    const setting = await given();
    const sweepTooEarly = (deps: SweepDeps) =>
      eachDue(deps, async (ledgerId, claim) => {
        if (!(await deps.bookings.find(claim.owner.id))) await deps.ledgers.release(ledgerId, claim.id);
      });
    const processes = [booker('A', setting, NOON), booker('B', setting, NOON), sweeper(1, sweepTooEarly)];
    const { violation } = await explore({ ...scenario(setting, processes), finally: [] });
    expect(violation?.what).toMatch(/^DOUBLE/);
    expect(violation?.trace).toContain('sweeper: ledgers.release');
  });

  it('catches a sweeper that removes a mover’s claim without making the mover lose', async () => {
    const setting = await given();
    const id = await booked(setting, NOON);
    const sweepTooEarly = (deps: SweepDeps) =>
      eachDue(deps, async (ledgerId, claim) => {
        const stored = await deps.bookings.find(claim.owner.id);
        if (stored?.kind === 'booking' && !stored.claims.some((ref) => ref.id === claim.id))
          await deps.ledgers.release(ledgerId, claim.id);
      });
    const processes = [mover('R', setting, id, EVENING), booker('B', setting, EVENING), sweeper(1, sweepTooEarly)];
    const { violation } = await explore({ ...scenario(setting, processes), finally: [] });
    expect(violation?.what).toMatch(/^DOUBLE/);
  });
});
