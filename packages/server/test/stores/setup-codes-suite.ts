import { expect, it } from 'vitest';
import { MAX_SETUP_CODES, type SetupCodes } from '../../src/application/ports/setup-codes.ts';

/** The tests that every implementation of the port passes; each test gets an empty one. */
export function setupCodesSuite(open: () => SetupCodes | Promise<SetupCodes>): void {
  it('keeps codes beside each other, the newest of many', async () => {
    const codes = await open();
    expect(await codes.all()).toEqual([]);
    const hashes = Array.from({ length: MAX_SETUP_CODES + 2 }, (_, n) => `h${n}`);
    for (const hash of hashes) await codes.add(hash);
    expect(await codes.all()).toEqual(hashes.slice(2));
  });

  it('ends all codes when one of them is used, once', async () => {
    const codes = await open();
    await Promise.all(['a', 'b'].map((hash) => codes.add(hash)));
    const used = await Promise.all(['a', 'a', 'b', 'c'].map((hash) => codes.use(hash)));
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await codes.all()).toEqual([]);
    expect(await codes.use('a')).toBe(false);
  });
}
