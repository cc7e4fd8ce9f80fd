import { describe, expect, it } from 'vitest';
import type { Booking } from '../../../packages/server/src/domain/booking/booking.ts';
import { incentiveLedger, isIncentiveLedger } from '../../../packages/server/src/domain/incentive/incentive.ts';
import { isActive } from '../../../packages/server/src/domain/booking/status.ts';
import { anIncentive } from '../../../packages/server/test/stores/incentives-suite.ts';
import { ANA } from '../../../packages/server/test/application/world.ts';
import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { explore, type Invariant, type Scenario } from './explore.ts';
import { expectClean, PATIENT } from './given-booking.ts';
import { booker, canceller, given, NOON, scenario, sweeper, type Given } from './scenarios.ts';

const CODE = 'CDFHJKMN';
const input = { incentiveCode: CODE };
const NEXT_NOON = '2026-04-15T12:00:00Z';

/** A coach whose visitor has a code. */
const withCode = async (): Promise<Given> => {
  const setting = await given();
  const { world, coachId } = setting;
  const { caller, now } = world.visitor();
  const { partnerId, mode } = caller;
  const { serviceIds: _, currency: _currency, ...terms } = anIncentive({ kind: 'percent', value: 20 });
  const incentive = { ...terms, id: CODE, partnerId, mode, coachId, boundTo: ANA.email, expiresAt: plus(now, 7 * DAY) };
  await world.deps.incentives.insert(incentive, now);
  return setting;
};

/** No two bookings that stand have one code, acknowledged or not. */
const usedOnce: Invariant = (state) => {
  const having = [...state.bookings.values()].filter(
    (one): one is Booking => one.kind === 'booking' && isActive(one.status) && one.discount?.code === CODE,
  );
  return having.length > 1 ? `TWICE: ${having.length} bookings have the code` : null;
};

/** Each booking is of a day of its own, so only the code can stand between them. */
const aboutTheCode = (of: Scenario): Scenario => ({ ...of, isApart: (ledgerId) => !isIncentiveLedger(ledgerId) });

describe('R27 every interleaving and crash of bookings with one code: ', { timeout: PATIENT }, () => {
  it('survives two bookings that want one code, and a sweeper', async () => {
    const setting = await withCode();
    const processes = [booker('A', setting, NOON, { input }), booker('B', setting, NEXT_NOON, { input }), sweeper(1)];
    expectClean(await explore(aboutTheCode(scenario(setting, processes, { always: [usedOnce] }))));
  });

  it('survives a cancellation that gives a code back to a booking that wants it', async () => {
    const setting = await withCode();
    const { world, coachId, serviceId } = setting;
    const wanted = { coachId, serviceId, start: NOON, attendee: ANA, ...input };
    const { data } = await world.useCases.createBooking(world.visitor(), wanted);
    await world.settleDown();
    expect(world.state.ledgers.get(incentiveLedger(CODE))!.claims).toHaveLength(1);
    const processes = [canceller('X', setting, data.id), booker('B', setting, NEXT_NOON, { input }), sweeper(1)];
    expectClean(await explore(aboutTheCode(scenario(setting, processes, { always: [usedOnce] }))));
  });

  it('catches a code that every booking is given', async () => {
    const setting = await withCode();
    const careless = (name: string, start: string) => {
      const { run, ...process } = booker(name, setting, start, { input });
      return {
        ...process,
        run: (deps: Parameters<typeof run>[0]) =>
          run({
            ...deps,
            ledgers: {
              ...deps.ledgers,
              claimPlace: (scope, ledgerId, claim, request, terms) =>
                deps.ledgers.claimPlace(scope, ledgerId, claim, { ...request, capacity: null }, terms),
            },
          }),
      };
    };
    const processes = [careless('A', NOON), careless('B', NEXT_NOON)];
    const { violation } = await explore(aboutTheCode(scenario(setting, processes, { always: [usedOnce] })));
    expect(violation?.what).toMatch(/^TWICE/);
  });
});
