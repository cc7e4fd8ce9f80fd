import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import { placesLedger } from '../../../domain/booking/claim.ts';
import type { Ledgers } from '../../../application/ports/ledgers.ts';
import { createMemoryStores } from '../../memory/stores.ts';
import {
  aLedger,
  anId,
  bookingClaim,
  holdClaim,
  now,
  placeClaim,
  placeHold,
  scope,
} from '../../../../test/stores/fixtures.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

/** One write, to any ledgers; a move's turn is its own, so it is named by the write's place in the run. */
type Write = (ledgers: Ledgers, ledgerId: string, placesId: string, nth: number) => Promise<unknown>;

// Few ids and owners and a short day, so that what is written meets.
const id = fc.constantFrom('c1', 'c2', 'c3');
const owner = fc.constantFrom('o1', 'o2', 'o3');
const instants = fc.integer({ min: -3, max: 3 }).map((minutes) => plus(now, minutes * MINUTE));
const buffer = fc.constantFrom(0, 0, 30);

const claim = fc
  .record({
    id,
    owner,
    from: fc.integer({ min: 8, max: 12 }),
    length: fc.integer({ min: 1, max: 2 }),
    before: buffer,
    after: buffer,
    claimedAt: instants,
  })
  .chain(({ from, length, ...rest }) => {
    const input = { ...rest, from, to: from + length };
    return fc.oneof(
      fc.constant(bookingClaim(input)),
      instants.map((expiresAt) => holdClaim({ ...input, expiresAt })),
    );
  });

const until = fc.option(instants, { nil: null });
const placeWanted = fc
  .record({ id, owner, until, isHold: fc.boolean(), expiresAt: instants })
  .map(({ isHold, expiresAt, ...wanted }) => (isHold ? placeHold({ ...wanted, expiresAt }) : placeClaim(wanted)));
const number = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined });
const placeRequest = fc
  .record({ capacity: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }), place: number, prefer: number })
  .map(({ capacity, place, prefer }) => ({
    capacity,
    ...(place !== undefined && { place }),
    ...(prefer !== undefined && prefer > 0 && { prefer }),
  }));

const write: fc.Arbitrary<Write> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(claim, instants, fc.subarray(['o1', 'o2', 'o3'], { maxLength: 1 })).map(
      ([wanted, rulesNow, alsoOwn]): Write =>
        (ledgers, ledgerId) =>
          ledgers.claim(scope, ledgerId, wanted, { alsoOwn, now: rulesNow }),
    ),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(placeWanted, placeRequest, instants, fc.subarray(['o1', 'o2', 'o3'], { maxLength: 1 }), fc.boolean())
      .map(
        ([wanted, request, rulesNow, alsoOwn, isMove]): Write =>
          (ledgers, _, placesId, nth) =>
            ledgers.claimPlace(scope, placesId, { ...wanted, ...(isMove && { turn: `t${nth}` }) }, request, {
              alsoOwn,
              now: rulesNow,
            }),
      ),
  },
  fc.tuple(id, fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }), until).map(
    ([id, of, until]): Write =>
      (ledgers, _, placesId) =>
        ledgers.settlePlace(placesId, id, of === null ? undefined : `t${of}`, until),
  ),
  fc.tuple(id).map(
    ([id]): Write =>
      (ledgers, _, placesId) =>
        ledgers.settle(placesId, id),
  ),
  instants.map(
    (rulesNow): Write =>
      (ledgers, _, placesId) =>
        ledgers.tidyPlaces(placesId, rulesNow),
  ),
  owner.map(
    (owner): Write =>
      (ledgers, _, placesId) =>
        ledgers.releaseHold(placesId, owner),
  ),
  id.map(
    (id): Write =>
      (ledgers, ledgerId) =>
        ledgers.settle(ledgerId, id),
  ),
  id.map(
    (id): Write =>
      (ledgers, ledgerId) =>
        ledgers.release(ledgerId, id),
  ),
  id.map(
    (id): Write =>
      (ledgers, _, placesId) =>
        ledgers.release(placesId, id),
  ),
  owner.map(
    (owner): Write =>
      (ledgers, ledgerId) =>
        ledgers.releaseHold(ledgerId, owner),
  ),
  fc.tuple(owner, instants).map(
    ([owner, expiresAt]): Write =>
      (ledgers, ledgerId) =>
        ledgers.extendHold(ledgerId, owner, expiresAt),
  ),
);

describe('ledgers in the store and in memory', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  it('answers any run of writes alike, and has the same claims after it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 3, maxLength: 14 }), async (writes) => {
        const [ledgerId, placesId] = [aLedger(), placesLedger(anId())];
        const outcome = async (ledgers: Ledgers) => {
          const answers: unknown[] = [];
          for (const each of writes) answers.push(await each(ledgers, ledgerId, placesId, answers.length));
          const due = (await ledgers.due(plus(now, 130_000), 10_000)).filter((ledger) =>
            [ledgerId, placesId].includes(ledger.id),
          );
          const byId = new Map(due.map((ledger) => [ledger.id, ledger]));
          return {
            answers,
            times: await ledgers.claimsOf(ledgerId),
            places: await ledgers.placesOf(placesId),
            due: byId,
          };
        };
        expect(await outcome(store.stores.ledgers)).toEqual(await outcome(createMemoryStores().ledgers));
      }),
      { numRuns: 40 },
    );
  });
});
