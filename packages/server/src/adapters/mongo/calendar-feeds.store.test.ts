import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStores, type TestStores } from '../../../test/mongo/open-test-stores.ts';
import { aFeed, calendarFeedsSuite } from '../../../test/stores/calendar-feeds-suite.ts';

describe('calendar feeds in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  calendarFeedsSuite(() => store.stores.calendarFeeds);

  it('seals the names of calendar feeds', async () => {
    const feed = aFeed({ name: 'Sessions of Secretly Jane' });
    await store.stores.calendarFeeds.insert(feed);
    const row = await store.connection.collection<{ _id: string }>('calendar_feeds').findOne({ _id: feed.id });
    expect(row).toMatchObject({ tokenHash: feed.tokenHash, mode: 'test' });
    expect(JSON.stringify(row)).not.toContain('Secretly');
  });
});
