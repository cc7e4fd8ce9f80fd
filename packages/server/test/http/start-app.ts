import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pino, { type DestinationStream } from 'pino';
import { systemNow } from '@coach-booking/time/instant';
import { createMemoryPartners } from '../../src/adapters/memory/partners.ts';
import { createMemorySessions } from '../../src/adapters/memory/sessions.ts';
import { createMemoryState } from '../../src/adapters/memory/memory-state.ts';
import type { Tokens } from '../../src/application/ports/tokens.ts';
import type { UseCases } from '../../src/application/kernel/contract.ts';
import { fakeAccessTokens } from '../application/fake-access-tokens.ts';
import { createHttpApp } from '../../src/adapters/http/app.ts';
import { operatorKeyCheck } from '../../src/adapters/http/auth/operator-key.ts';
import type { HttpDeps } from '../../src/adapters/http/deps.ts';
import { readSpec } from '../../src/adapters/http/spec/read-spec.ts';
import { exampleAnswer, exampleUseCases, type Call } from './example-use-cases.ts';
import { testPartners } from './partners.ts';

export const spec = readSpec(readFileSync(join(import.meta.dirname, '../../../../openapi.yaml'), 'utf8'));

export interface TestApp {
  readonly origin: string;
  /** The calls of the use cases, in order. */
  readonly calls: Call[];
  /** The lines of the log. */
  readonly log: Record<string, unknown>[];
  close(): Promise<void>;
}

export interface TestOptions extends Partial<Omit<HttpDeps, 'useCases' | 'logger'>> {
  readonly useCases?: Partial<UseCases>;
}

const noTokens: Pick<Tokens, 'readManage'> = { readManage: () => null };
const noLimits: HttpDeps['limits'] = {
  take: async () => ({ allowed: true, limit: 1000, remaining: 999, resetMs: 3_600_000 }),
};

/**
 * Starts the application on a free port with example use cases, two partners, no limits and a log in memory; a test may
 * replace each of them.
 */
export async function startApp({ useCases: replaced, ...given }: TestOptions = {}): Promise<TestApp> {
  const { useCases, calls } = exampleUseCases(given.spec ?? spec, replaced);
  const log: Record<string, unknown>[] = [];
  const destination: DestinationStream = { write: (line) => log.push(JSON.parse(line) as Record<string, unknown>) };
  let origin = '';
  const app = createHttpApp({
    spec,
    partners: createMemoryPartners(testPartners),
    tokens: noTokens,
    accessTokens: fakeAccessTokens,
    sessions: createMemorySessions(createMemoryState()),
    standing: async () => true,
    limits: noLimits,
    watching: { watch: async () => () => undefined },
    config: { trustProxy: false, bodyLimit: 100 * 1024, validateResponses: true, streamsPerCaller: 100 },
    realNow: systemNow,
    storeFailureOf: () => undefined,
    readiness: async () => ({ store: 'ok' }),
    publicOrigin: () => origin,
    isOperatorKey: operatorKeyCheck(undefined),
    setUp: async () => exampleAnswer(spec, 'setUp') as never,
    ...given,
    useCases,
    logger: pino({ level: 'info' }, destination),
  });
  const server = app.listen(0, '127.0.0.1');
  // A test that computes for seconds between two requests must not meet the very moment at which its idle connection is
  // given up.
  server.keepAliveTimeout = 60_000;
  await new Promise((done, failed) => server.once('listening', done).once('error', failed));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    calls,
    log,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
