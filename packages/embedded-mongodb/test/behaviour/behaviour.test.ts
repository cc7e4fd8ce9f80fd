import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmbeddedMongoDB, type EmbeddedMongoDB } from '../../src/index.ts';
import { mongoBehaviour } from './index.ts';
import { scratch } from './scratch.ts';

describe('the embedded server', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'embedded-mongodb-'));
  let server: EmbeddedMongoDB | undefined;
  beforeAll(async () => {
    server = await startEmbeddedMongoDB({ dataDir });
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(dataDir, { recursive: true });
  });
  mongoBehaviour(() => server?.uri ?? '');

  /** As MongoDB does. Others answer with a total of 0, so that no caller may rely on either. */
  describe('alone', () => {
    const { collection } = scratch(() => server?.uri ?? '');
    test('returns no document for the total of nothing, with an index and without', async () => {
      for (const index of [undefined, { group: 1 }] as const) {
        const documents = await collection([{ _id: 1, group: 1 }]);
        if (index) await documents.createIndex(index);
        expect(await documents.aggregate([{ $match: { group: 9 } }, { $count: 'total' }]).toArray()).toEqual([]);
      }
    });
  });
});

const other = process.env['TEST_MONGODB_URI'];

describe.runIf(other)('the server of TEST_MONGODB_URI', () => {
  mongoBehaviour(() => other ?? '');
});
