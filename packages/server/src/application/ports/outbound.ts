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

/** A question to another's server, for a text that may be long. */
export interface OutboundQuestion {
  readonly mode: Mode;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** More of the answer, unpacked, is a failure. */
  readonly maxBytes: number;
}

export interface OutboundText {
  readonly status: number;
  /** The whole answer; empty unless the status is 2xx. */
  readonly text: string;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Milliseconds for which the answer is good. */
  readonly maxAge?: number | undefined;
  /** The wait of `Retry-After`, in milliseconds. */
  readonly retryAfter?: number | undefined;
}

/** A call of another's API. */
export interface OutboundCall {
  readonly mode: Mode;
  /** `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, or one of WebDAV, such as `PROPFIND`. */
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** More of the answer, unpacked, is a failure. A million when absent. */
  readonly maxBytes?: number;
  /** Milliseconds for all of it, where fifteen seconds are too many. */
  readonly timeout?: number;
}

/** Any answer, whatever its status. */
export interface OutboundReply {
  readonly status: number;
  /** Names in small letters; of one that came several times the first. */
  readonly headers: Readonly<Record<string, string>>;
  /** The whole answer. */
  readonly text: string;
  /** The wait of `Retry-After`, in milliseconds. */
  readonly retryAfter?: number | undefined;
}

/** The reason why there was no answer. Without the address, since it is stored. */
export class OutboundFailure extends Error {
  override readonly name = 'OutboundFailure';
  /** `TIMEOUT`, `ECONNREFUSED`, `ENOTFOUND`, `URL_NOT_ALLOWED`, `TOO_BIG`, `ABORTED`, a code of TLS … */
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
  get: () => Promise.reject(new OutboundFailure('URL_NOT_ALLOWED')),
  send: () => Promise.reject(new OutboundFailure('URL_NOT_ALLOWED')),
};

/** The way out to servers whose addresses people type: public ones alone. */
export interface Outbound {
  /** Returns why an address is never called, as a sentence, or null. A name is looked up. */
  refusalOf(mode: Mode, url: string): Promise<string | null>;
  /** Posts, follows no redirect, and returns any answer. Throws an OutboundFailure. */
  post(request: OutboundRequest): Promise<OutboundAnswer>;
  /** Gets, follows three redirects at most, and returns any other answer. Throws an OutboundFailure. */
  get(question: OutboundQuestion): Promise<OutboundText>;
  /** Calls an API, follows no redirect, and returns any answer whole. Throws an OutboundFailure. */
  send(call: OutboundCall): Promise<OutboundReply>;
}

/** Of the system, of names, of certificates. */
const NOT_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/;

/** Returns whether a failure of this code came before a connection stood, so that nothing was sent. */
export function isUnsent(code: string): boolean {
  return NOT_CONNECTED.test(code);
}
