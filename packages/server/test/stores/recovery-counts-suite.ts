import { describe, expect, it } from 'vitest';
import type { RecoveryCounts } from '../../src/application/ports/recovery-counts.ts';
import { anId, scope } from './fixtures.ts';

/** The tests that every implementation of the port passes. */
export function recoveryCountsSuite(open: () => RecoveryCounts): void {
  describe('counts of intents', () => {
    it('counts each transition of an intent once', async () => {
      const [coach, first, second] = [anId(), anId(), anId()];
      expect(await open().of(coach)).toEqual({ abandoned: 0, recovered: 0 });
      for (const intent of [first, second, first]) await open().add(scope, coach, 'abandoned', intent);
      await open().add(scope, coach, 'recovered', first);
      await open().add(scope, anId(), 'recovered', first);
      expect(await open().of(coach)).toEqual({ abandoned: 2, recovered: 1 });
    });

    it('misses none and doubles none of those that are counted at once', async () => {
      const coach = anId();
      const intents = Array.from({ length: 10 }, () => anId());
      await Promise.all([...intents, ...intents].map((intent) => open().add(scope, coach, 'abandoned', intent)));
      expect(await open().of(coach)).toEqual({ abandoned: 10, recovered: 0 });
    });
  });
}
