import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSource, calendarSourcesSuite } from '../../../../test/stores/calendar-sources-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('external calendars in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  calendarSourcesSuite(() => store.stores.calendarSources);

  it('R23 seals names, addresses and the answers of tests', async () => {
    const source = aSource({ answer: { status: 200, body: 'SUMMARY:Dentist' } });
    await store.stores.calendarSources.insert(source);
    const row = await store.connection.collection<{ _id: string }>('calendar_sources').findOne({ _id: source.id });
    expect(JSON.stringify(row)).not.toMatch(/Family|secret[.]ics|Dentist/);
  });
});
