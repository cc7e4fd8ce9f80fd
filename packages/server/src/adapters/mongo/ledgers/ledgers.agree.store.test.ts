import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placesLedger } from '../../../domain/booking/claim.ts';
import type { Ledgers } from '../../../application/ports/ledgers.ts';
import { createMemoryStores } from '../../memory/stores.ts';
import { aLedger, anId, bookingClaim, holdClaim, now, placeClaim, scope } from '../../../../test/stores/fixtures.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

/** One write, told to any ledgers. */
type Write = (ledgers: Ledgers, ledgerId: string, placesId: string) => Promise<unknown>;

// Few ids and owners and a short day, so that what is written meets.
const id = fc.constantFrom('c1', 'c2', 'c3');
const owner = fc.constantFrom('o1', 'o2', 'o3');
const instant = fc.integer({ min: -3, max: 3 }).map((minutes) => now + minutes * 60_000);
const buffer = fc.constantFrom(0, 0, 30);

const claim = fc
  .record({
    id,
    owner,
    from: fc.integer({ min: 8, max: 12 }),
    length: fc.integer({ min: 1, max: 2 }),
    before: buffer,
    after: buffer,
    claimedAt: instant,
  })
  .chain(({ from, length, ...rest }) => {
    const input = { ...rest, from, to: from + length };
    return fc.oneof(
      fc.constant(bookingClaim(input)),
      instant.map((expiresAt) => holdClaim({ ...input, expiresAt })),
    );
  });

const write: fc.Arbitrary<Write> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(claim, instant, fc.subarray(['o1', 'o2', 'o3'], { maxLength: 1 })).map(
      ([wanted, rulesNow, alsoOwn]): Write =>
        (ledgers, ledgerId) =>
          ledgers.claim(scope, ledgerId, wanted, { alsoOwn, now: rulesNow }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({
        id,
        capacity: fc.integer({ min: 1, max: 3 }),
        place: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
      })
      .map(
        ({ id, ...placeRequest }): Write =>
          (ledgers, _, placesId) =>
            ledgers.claimPlace(scope, placesId, placeClaim({ id, owner: 'o1' }), placeRequest),
      ),
  },
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
  fc.tuple(owner, instant).map(
    ([owner, expiresAt]): Write =>
      (ledgers, ledgerId) =>
        ledgers.extendHold(ledgerId, owner, expiresAt),
  ),
);

describe('ledgers in the store and in memory', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  it('answer any run of writes alike, and have the same claims after it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 3, maxLength: 14 }), async (writes) => {
        const [ledgerId, placesId] = [aLedger(), placesLedger(anId())];
        const told = async (ledgers: Ledgers) => {
          const answers: unknown[] = [];
          for (const each of writes) answers.push(await each(ledgers, ledgerId, placesId));
          const due = (await ledgers.due(now + 130_000, 10_000)).filter((ledger) =>
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
        expect(await told(store.stores.ledgers)).toEqual(await told(createMemoryStores().ledgers));
      }),
      { numRuns: 40 },
    );
  });
});
