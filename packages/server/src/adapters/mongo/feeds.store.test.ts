import mongoose, { type Connection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anId, now, scope } from '../../../test/stores/fixtures.ts';
import type { Feeds } from '../../application/ports/feeds.ts';
import { feedsSuite } from '../../../test/stores/feeds-suite.ts';
import { createMongoFeeds } from './feeds.ts';
import { openTestStores, type TestStores } from '../../../test/mongo/open-test-stores.ts';

describe('feeds in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  feedsSuite(() => store.stores.feeds);

  describe('cost few round trips', () => {
    let connection: Connection;
    let feeds: Feeds;
    const sent: string[] = [];
    const hint = { kind: 'booking', dates: ['2026-04-14'], at: now } as const;
    beforeAll(async () => {
      connection = await mongoose
        .createConnection(store.uri, { monitorCommands: true, autoIndex: false, autoCreate: false })
        .asPromise();
      feeds = createMongoFeeds(connection);
      connection.getClient().on('commandStarted', ({ commandName }) => sent.push(commandName));
    });
    beforeEach(() => sent.splice(0));
    afterAll(() => connection.close());

    it('takes one round trip for hints of several coaches at the same time', async () => {
      const [one, other] = [anId(), anId()];
      await Promise.all([one, other, one].map((coach) => feeds.publish(scope, coach, [hint])));
      expect(sent).toEqual(['update']);
      expect([await feeds.position(one), await feeds.position(other)]).toEqual([2, 1]);
    });

    it('takes one round trip for the feeds of all watched coaches', async () => {
      const coaches = [anId(), anId(), anId()];
      for (const coach of coaches) await feeds.publish(scope, coach, [hint]);
      sent.splice(0);
      await feeds.since(new Map(coaches.map((coach) => [coach, 1])));
      expect(sent).toEqual(['find']);
      expect(await feeds.since(new Map(coaches.map((coach) => [coach, 0])))).toHaveLength(3);
      expect(sent).toEqual(['find', 'find', 'find']);
    });
  });

  it('begins feeds with partner and mode, and stores no more than the hints', async () => {
    const coach = anId();
    await store.stores.feeds.publish(scope, coach, [{ kind: 'booking', dates: ['2026-04-14'], at: now }]);
    const row = await store.connection.collection<{ _id: string }>('feeds').findOne({ _id: coach });
    expect(row).toEqual({ _id: coach, ...scope, seq: 1, hints: [{ kind: 'booking', dates: ['2026-04-14'], at: now }] });
  });

  it('opens feeds in two processes at the same moment without losing a hint', async () => {
    const [here, there] = [createMongoFeeds(store.connection), createMongoFeeds(store.connection)];
    const coaches = Array.from({ length: 20 }, anId);
    const published = coaches.flatMap((coach) =>
      [here, there].map((feeds) => feeds.publish(scope, coach, [{ kind: 'booking', dates: ['2026-04-14'], at: now }])),
    );
    await Promise.all(published);
    expect(await Promise.all(coaches.map(here.position))).toEqual(coaches.map(() => 2));
  });
});
