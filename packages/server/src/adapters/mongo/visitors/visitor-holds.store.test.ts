import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant, plus } from '@coach-booking/time/instant';
import { anId, now, scope } from '../../../../test/stores/fixtures.ts';
import { visitorHoldsSuite } from '../../../../test/stores/visitor-holds-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';
import { createMongoVisitorHolds } from './visitor-holds.ts';

describe('the holds of visitors in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  visitorHoldsSuite(() => store.stores.visitorHolds);

  it('admits holds in two processes at the same moment as in one', async () => {
    const processes = [
      await createMongoVisitorHolds(store.connection),
      await createMongoVisitorHolds(store.connection),
    ];
    const coachId = anId();
    const hold = () => ({
      id: anId(),
      mark: anId(),
      start: instant(0),
      end: instant(1),
      date: 'd',
      keeps: 1,
      expiresAt: plus(now, 100),
      ledgers: [],
    });
    const limits = { perAddress: 2, inAll: 5, onDate: 100 };
    const all = await Promise.all(
      Array.from({ length: 30 }, (_, n) => processes[n % 2]!.admit(scope, coachId, hold(), limits, now)),
    );
    expect(all.filter(({ admitted }) => admitted)).toHaveLength(5);
    expect(await store.stores.visitorHolds.ofCoach(coachId)).toHaveLength(5);
  });

  it('removes the holds of a coach a day after the last', async () => {
    const indexes = await store.connection.collection('visitor_holds').indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { writtenAt: 1 }, expireAfterSeconds: 86_400 }));
  });
});
