import { describe, expect, it } from 'vitest';
import { createMemoryPartners } from '../../../packages/server/src/adapters/memory/partners.ts';
import { PARTNER } from '../../../packages/server/test/application/world.ts';
import { explore, type Invariant } from './explore.ts';
import { expectClean, PATIENT } from './given-booking.ts';
import { atMost } from './invariants.ts';
import { booker, EVENING, given, NOON, scenario, sweeper } from './scenarios.ts';
import type { ProcessSpec } from './process-tree.ts';

/** The partner caps visitors in test mode too. */
const capped = ({ run, ...spec }: ProcessSpec): ProcessSpec => ({
  ...spec,
  run: (deps) => {
    const guestCaps = { test: { bookingsPerAddress: 1, bookingsPerEmail: null } };
    const partner = {
      id: PARTNER,
      slug: 'fit',
      name: 'Fit',
      allowedOrigins: [],
      hosts: [],
      keys: [],
      branding: {},
      limits: {},
      guestCaps,
      version: 1,
    };
    return run({ ...deps, partners: createMemoryPartners([partner]) });
  },
});

/** Nothing here makes blocks, and the claims decide independent of the visits. */
const isLocal = (call: string) =>
  /^(leads|coaches|feeds|users|visitorHolds)\.|^ledgers\.read$|^visits\.blockedUntil$/.test(call);

describe('S7 every interleaving and crash of capped visitors: ', { timeout: PATIENT }, () => {
  // A clock that is behind, or a writer voided by the sweeper, may count one too many or too few here: R13 accepts
  // that.
  it('leaves nothing of what is refused after its claim, with two of one address and a sweeper', async () => {
    const setting = await given();
    const processes = [booker('A', setting, NOON), booker('B', setting, NOON)].map(capped);
    expectClean(await explore(scenario(setting, [...processes, sweeper(1)], { isLocal })));
  });

  it('counts two requests with one idempotency key once', async () => {
    const setting = await given();
    const context = { idempotencyKey: 'key-00000001' };
    const processes = [booker('A', setting, NOON, { context }), booker('A again', setting, NOON, { context })].map(
      capped,
    );
    const never: Invariant = (_, results) =>
      results.some((one) => one && 'refused' in one) ? 'REFUSED: by the twin’s own visit' : null;
    expectClean(await explore(scenario(setting, processes, { always: [never], finally: [atMost(1)], isLocal })));
  });

  it('refuses by the cap of these explorations', async () => {
    const setting = await given();
    await capped(booker('A', setting, NOON)).run(setting.world.deps);
    await expect(capped(booker('B', setting, EVENING)).run(setting.world.deps)).rejects.toMatchObject({
      code: 'BOOKING_LIMIT',
    });
  });
});
