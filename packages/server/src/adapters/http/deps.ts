import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Instant } from '@coach-booking/time/instant';
import type { Standing } from '../../application/access/standing.ts';
import type { UseCases } from '../../application/kernel/contract.ts';
import type { Watching } from '../../application/live/watch-coach.ts';
import type { AccessTokens } from '../../application/ports/access-tokens.ts';
import type { Partners } from '../../application/ports/partners.ts';
import type { RateLimits } from '../../application/ports/rate-limits.ts';
import type { Sessions } from '../../application/ports/sessions.ts';
import type { Setup } from '../../application/setup/set-up.ts';
import type { Tokens } from '../../application/ports/tokens.ts';
import type { Metrics } from './metrics.ts';
import type { OpenApiDocument } from './spec/document.ts';

/** The part of the configuration that the HTTP adapter reads. */
export interface HttpSettings {
  readonly trustProxy: false | number | string;
  /** Bytes of a request body. */
  readonly bodyLimit: number;
  readonly validateResponses: boolean;
  /** Set when browsers reach the server under another origin than where it listens. */
  readonly publicUrl?: string;
  /** Concurrent streams per key and address in this process. */
  readonly streamsPerCaller: number;
}

export interface HttpDeps {
  /** openapi.yaml, by `loadSpec`. */
  readonly spec: OpenApiDocument;
  readonly useCases: UseCases;
  readonly partners: Pick<Partners, 'byKey' | 'byId' | 'anyAllows'>;
  readonly tokens: Pick<Tokens, 'readManage'>;
  readonly accessTokens: Pick<AccessTokens, 'read' | 'keySet'>;
  readonly sessions: Pick<Sessions, 'byId'>;
  /** Returns whether a person is still who their session states. */
  readonly standing: Standing;
  readonly limits: Pick<RateLimits, 'take'>;
  readonly watching: Watching;
  readonly config: HttpSettings;
  readonly logger: Logger;
  /** Set when the caller counts more in them than requests. */
  readonly metrics?: Metrics;
  /** Epoch milliseconds of real time. */
  readonly realNow: () => Instant;
  /** Returns why the store failed, in a word; undefined when the error does not come from the store. */
  readonly storeFailureOf: (error: unknown) => string | undefined;
  /** Returns what the server needs, each with `ok` or the failure. */
  readonly readiness: () => Promise<Record<string, string>>;
  /** Pages and files beside the API. It sets its own content security and framing policy. */
  readonly hosted?: RequestHandler;
  /** Returns the server's own origin as browsers see it. Called for each request, since a port may be chosen late. */
  readonly publicOrigin: () => string;
  /** Opens the first business. */
  readonly setUp: Setup['run'];
  /** Returns whether this is the operator's key; never, on a server without one. */
  readonly isOperatorKey: (key: string) => boolean;
}
