import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const resolve = { conditions: ['source', 'module', 'node'] };
const ssr = { resolve };
/** Every zone the pure domain must not notice: half-hour, 45-minute and a half-hour daylight saving among them. */
const zones = ['UTC', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'];

/** Minutes long, each in one file: begun first, so that no core waits for one of them at the end. */
const slow = /test\/faults\/(killed-|explorer\/|stop-under-load|store-away)|test\/contract\//;

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [
      ...sorted.filter(({ moduleId }) => slow.test(moduleId)),
      ...sorted.filter(({ moduleId }) => !slow.test(moduleId)),
    ];
  }
}

/** Watches calls of a package, which takes modules of its own. */
const spying = 'packages/server/src/adapters/passwords/*.test.ts';

/**
 * Test files of one process share its modules: to load them anew for each takes longer than the tests. Nothing in them
 * keeps state.
 */
const shared = { pool: 'forks' as const, isolate: false };
const poll = { timeout: 20_000 };
const patient = { testTimeout: 30_000, hookTimeout: 60_000, expect: { poll } };

export default defineConfig({
  resolve,
  ssr,
  test: {
    pool: 'forks',
    // Every core works, and one worker more: tests that kill servers wait most of their time.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: SlowFirst },
    projects: [
      ...zones.map((TZ) => ({
        resolve,
        ssr,
        test: {
          name: `domain ${TZ}`,
          include: ['packages/time/src/**/*.test.ts', 'packages/server/src/domain/**/*.test.ts'],
          env: { TZ },
          ...shared,
        },
      })),
      {
        resolve,
        ssr,
        test: {
          name: 'node',
          include: ['packages/{contract,embedded-mongodb,server,sdk}/{src,test}/**/*.test.ts'],
          exclude: ['packages/server/src/domain/**', spying],
          ...patient,
          ...shared,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'system',
          include: ['test/{contract,architecture,faults}/**/*.test.ts', spying],
          ...patient,
          pool: 'forks' as const,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          expect: { poll },
          fileParallelism: false,
          pool: 'forks' as const,
        },
      },
      {
        resolve,
        ssr,
        // Installs and builds the repository anew.
        test: {
          name: 'image',
          include: ['test/image/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 600_000,
          pool: 'forks' as const,
        },
      },
    ],
  },
});
