import { instant } from '@coach-booking/time/instant';
import { describe, expect, it } from 'vitest';
import type { PushSubscription, PushSubscriptions } from '../../src/application/ports/push-subscriptions.ts';
import { anId, scope } from './fixtures.ts';

/** A device with something in every field. */
export function aSubscription(given: Partial<PushSubscription> = {}): PushSubscription {
  return {
    ...scope,
    id: anId(),
    userId: anId(),
    endpoint: 'https://push.example/send/4f0c',
    keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) },
    createdAt: instant(1_900_000_000_000),
    ...given,
  };
}

/** The tests that every implementation of the port passes. */
export function pushSubscriptionsSuite(open: () => PushSubscriptions): void {
  describe('devices for push messages', () => {
    it('lists devices of one person, the newest first', async () => {
      const userId = anId();
      const [old, young] = [1, 2].map((n) => aSubscription({ userId, createdAt: instant(1_900_000_000_000 + n) }));
      await open().save(young!);
      await open().save(old!);
      expect(await open().of(userId)).toEqual([young, old]);
      expect(await open().of(anId())).toEqual([]);
    });

    it('gives a device to the person who switched it on last', async () => {
      const before = aSubscription();
      const after = aSubscription({ id: before.id });
      await open().save(before);
      await open().save(after);
      expect(await open().of(before.userId)).toEqual([]);
      expect(await open().of(after.userId)).toEqual([after]);
    });

    it('forgets devices one by one, or all of a person', async () => {
      const userId = anId();
      const [one, two, three] = [1, 2, 3].map(() => aSubscription({ userId }));
      for (const device of [one!, two!, three!]) await open().save(device);
      const other = aSubscription();
      await open().save(other);
      await open().forget(one!.id);
      expect((await open().of(userId)).map(({ id }) => id).toSorted()).toEqual([two!.id, three!.id].toSorted());
      await open().forget(one!.id);
      await open().forgetAll(userId);
      expect(await open().of(userId)).toEqual([]);
      expect(await open().of(other.userId)).toEqual([other]);
    });
  });
}
