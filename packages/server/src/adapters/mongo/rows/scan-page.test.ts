import { describe, expect, it } from 'vitest';
import { scanPage, MAX_SCANNED } from './scan-page.ts';

/** A list of numbers from 0, in which `wanted` are looked for. */
const among = (length: number, wanted: (n: number) => boolean) => {
  let reads = 0;
  const find = (limit: number, after?: number) =>
    scanPage<number, number>({
      ...(after !== undefined && { after }),
      limit,
      read: async (behind = -1, most) => {
        reads++;
        return Array.from({ length: Math.min(most, Math.max(0, length - behind - 1)) }, (_, i) => behind + 1 + i);
      },
      positionOf: (n) => n,
      passes: wanted,
    });
  return { find, reads: () => reads };
};

describe('S5 a search without an index', () => {
  it('finds and counts all in a short list', async () => {
    const { find } = among(1200, (n) => n % 400 === 0);
    expect(await find(10)).toEqual({ rows: [0, 400, 800], total: 3 });
    expect(await find(1, 0)).toEqual({ rows: [400], total: 3 });
  });

  it('stops scanning, returns where, and reports that there may be more', async () => {
    const { find, reads } = among(1_000_000, (n) => n === 3 || n === MAX_SCANNED + 7);
    expect(await find(10)).toEqual({ rows: [3], scannedTo: MAX_SCANNED - 1, total: 1, isCapped: true });
    expect(reads()).toBe(MAX_SCANNED / 500);
    expect(await find(10, MAX_SCANNED - 1)).toEqual({
      rows: [MAX_SCANNED + 7],
      scannedTo: 2 * MAX_SCANNED - 1,
      total: 1,
      isCapped: true,
    });
  });

  it('continues behind what it shows when it has found enough', async () => {
    const { find } = among(100_000, () => true);
    const page = await find(11, 41);
    expect([page.rows[0], page.rows.length, page.scannedTo, page.total, page.isCapped]).toEqual([
      42,
      11,
      undefined,
      1000,
      true,
    ]);
  });
});
