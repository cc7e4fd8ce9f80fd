import { instant } from '@coach-booking/time/instant';
import { zoneLaw } from '@coach-booking/time/zone-law';
import { describe, expect, it } from 'vitest';
import type { ZoneLaws } from '../../src/application/ports/zone-laws.ts';

/**
 * The tests that every implementation of the port passes. `open` returns the ports of two processes on one empty store.
 */
export function zoneLawsSuite(open: () => readonly [ZoneLaws, ZoneLaws]): void {
  describe('the law of the zones on record', () => {
    const law = zoneLaw({ from: instant(Date.UTC(2026, 0, 1)), to: instant(Date.UTC(2037, 0, 1)) });

    it('returns no law before the first, then the last one, with the law before as long as it is needed', async () => {
      const [laws, other] = open();
      expect(await laws.read()).toBeNull();
      await laws.write({ law: { ...law, release: '2025c' }, earlier: null });
      expect(await other.read()).toEqual({ law: { ...law, release: '2025c' }, earlier: null });
      await other.write({ law, earlier: { ...law, release: '2025c' } });
      expect((await laws.read())?.earlier?.release).toBe('2025c');
      await laws.write({ law });
      expect(await other.read()).toEqual({ law });
    });

    it('lets one process at a time change the law', async () => {
      const [laws, other] = open();
      const ran: string[] = [];
      const isDone = await laws.alone(async (renew) => {
        await renew();
        expect(await other.alone(async () => void ran.push('other'))).toBe(false);
        ran.push('first');
      });
      expect([isDone, ran]).toEqual([true, ['first']]);
      expect(await other.alone(async () => void ran.push('then'))).toBe(true);
      expect(ran).toEqual(['first', 'then']);
    });

    it('frees the law again after an error, which is thrown', async () => {
      const [laws, other] = open();
      await expect(laws.alone(() => Promise.reject(new Error('killed')))).rejects.toThrow('killed');
      expect(await other.alone(async () => undefined)).toBe(true);
    });
  });
}
