import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLimits } from '../support/api.ts';
import { scratchFolder, startServerProcess } from '../support/server-process.ts';

let data: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => void (data = await scratchFolder()));
afterAll(() => data?.remove());

const headers = { Authorization: 'Bearer sk_test_demo' };
const codeOf = (error: unknown): string => {
  const { cause } = error as { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? String(error);
};

test.each([1, 2, 3])(
  'S24 cuts no connection and answers no request with 5xx at a stop under load, time %i',
  async () => {
    const server = await startServerProcess({ DATA_DIR: data.path, ...openLimits });
    const ends: string[] = [];
    const statuses = new Map<number, number>();
    /** Sends requests without pause until the port is closed, like a proxy that switches to the next process then. */
    const client = async (n: number): Promise<void> => {
      for (let i = n; ; i += 1) {
        try {
          const response = await fetch(`${server.url}${i % 3 ? '/v1/coaches' : '/v1/coaches/coach-a'}`, { headers });
          await response.arrayBuffer();
          statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        } catch (error) {
          return void ends.push(codeOf(error));
        }
      }
    };
    const clients = Promise.all([...Array(16).keys()].map(client));
    await expect.poll(() => statuses.get(200) ?? 0, { timeout: 20_000 }).toBeGreaterThan(100);
    const [code] = await Promise.all([server.stop(), clients]);
    expect([...new Set(ends)]).toEqual(['ECONNREFUSED']);
    expect([...statuses.keys()]).toEqual([200]);
    expect(code).toBe(0);
  },
  90_000,
);
