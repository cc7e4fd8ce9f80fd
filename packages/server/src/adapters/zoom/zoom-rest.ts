import type { Instant } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';
import { ProviderFailure } from '../../application/ports/provider-failure.ts';
import { failureOf, failureWithoutAnswer } from './zoom-failure.ts';

export interface ZoomRestOptions {
  readonly realNow: () => Instant;
  /** Another one in tests. */
  readonly base?: string;
  /** Milliseconds for one call, its answer included. */
  readonly timeout?: number;
}

export interface ZoomCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/v2`, with its query; its parts are encoded. */
  readonly path: string;
  readonly body?: object;
}

/** The fields of an answer, none of which is known to be there. */
export type ZoomAnswer = Readonly<Record<string, unknown>>;

/** Calls Zoom's REST API with a token. Throws a ProviderFailure and nothing else; logs nothing. */
export type ZoomRest = (token: string, call: ZoomCall) => Promise<ZoomAnswer>;

const ZOOM = 'https://api.zoom.us';
/** Less than a lease, so that the answer is noted by the process that asked. */
const TIMEOUT = 15 * SECOND;

const NOTHING: ZoomAnswer = {};

/** Returns the fields of a text; null where it is no JSON object. */
const answerIn = (text: string): ZoomAnswer | null => {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as ZoomAnswer) : null;
  } catch {
    return null;
  }
};

/** Returns a part of a path. What begins with a slash, or has two in a row, is encoded twice, as Zoom wants it. */
export function zoomPathPart(id: string): string {
  const once = encodeURIComponent(id);
  return id.startsWith('/') || id.includes('//') ? encodeURIComponent(once) : once;
}

export function createZoomRest({ realNow, base = ZOOM, timeout = TIMEOUT }: ZoomRestOptions): ZoomRest {
  return async (token, { method, path, body }) => {
    const isWrite = method !== 'GET';
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${base}/v2${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          Accept: 'application/json',
          ...(body && { 'Content-Type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        // The token must not reach the address of another host.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
      });
      text = await response.text();
    } catch (error) {
      throw failureWithoutAnswer(error, isWrite);
    }
    if (response.status === 204) return NOTHING;
    const answer = answerIn(text);
    if (response.ok) {
      // A page in place of an answer: of a proxy, or of a sign-in.
      if (!answer) throw new ProviderFailure('NO_JSON', isWrite ? 'unknown' : 'unavailable');
      return answer;
    }
    const { status, headers } = response;
    const code = typeof answer?.code === 'number' ? answer.code : undefined;
    const message = typeof answer?.message === 'string' ? answer.message : '';
    throw failureOf({ status, headers, code, message, isWrite }, realNow());
  };
}
