import type { Instant } from '@coach-booking/time/instant';
import type { Mode } from '../kernel/context.ts';

/** A request to a partner's server. */
export interface OutboundRequest {
  readonly mode: Mode;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Ends it early. */
  readonly signal?: AbortSignal;
}

export interface OutboundAnswer {
  readonly status: number;
  /** The beginning of the answer, as text. */
  readonly text: string;
  /** The wait of `Retry-After`, in milliseconds. */
  readonly retryAfter?: number;
  /** The receiver's clock, by `Date`. */
  readonly date?: Instant;
}

/** The reason why there was no answer. Without the address, since it is stored. */
export class OutboundFailure extends Error {
  override readonly name = 'OutboundFailure';
  /** `TIMEOUT`, `ECONNREFUSED`, `ENOTFOUND`, `URL_NOT_ALLOWED`, `ABORTED`, a code of TLS … */
  readonly code: string;

  constructor(code: string) {
    super(`There was no answer: ${code}.`);
    this.code = code;
  }
}

/** No way out: of tools, which call no one. */
export const noOutbound: Outbound = {
  refusalOf: async () => 'This command calls nobody.',
  post: () => Promise.reject(new OutboundFailure('URL_NOT_ALLOWED')),
};

/** The way out to servers whose addresses partners type: public ones alone, and no redirects. */
export interface Outbound {
  /** Returns why an address is never called, as a sentence, or null. A name is looked up. */
  refusalOf(mode: Mode, url: string): Promise<string | null>;
  /** Posts, and returns any answer. Throws an OutboundFailure. */
  post(request: OutboundRequest): Promise<OutboundAnswer>;
}
