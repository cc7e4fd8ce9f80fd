import { ProviderFailure } from '../../application/ports/provider-failure.ts';
import { callProvider, jsonOf, type CallProviderNeeds } from '../../application/provider-connections/call-provider.ts';
import { failureOf } from './zoom-failure.ts';

export interface ZoomCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the base, with its query; its parts are encoded. */
  readonly path: string;
  readonly body?: object;
}

/** The fields of an answer, none of which is known to be there. */
export type ZoomAnswer = Readonly<Record<string, unknown>>;

/** Calls Zoom's REST API with a token. Throws a ProviderFailure and nothing else; logs nothing. */
export type ZoomRest = (token: string, call: ZoomCall) => Promise<ZoomAnswer>;

const NOTHING: ZoomAnswer = {};

/** Returns a part of a path. What begins with a slash, or has two in a row, is encoded twice, as Zoom wants it. */
export function zoomPathPart(id: string): string {
  const once = encodeURIComponent(id);
  return id.startsWith('/') || id.includes('//') ? encodeURIComponent(once) : once;
}

/** Creates the calls of the API at this base, `https://api.zoom.us/v2`. */
export function createZoomRest(core: CallProviderNeeds, base: string): ZoomRest {
  return async (token, { method, path, body }) => {
    const reply = await callProvider(core, {
      mode: 'live',
      method,
      url: `${base}${path}`,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const { status, headers } = reply;
    if (status === 204) return NOTHING;
    const isWrite = method !== 'GET';
    const read = jsonOf(reply);
    const answer = typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as ZoomAnswer) : null;
    if (status >= 200 && status < 300) {
      // A page in place of an answer: of a proxy, or of a sign-in.
      if (!answer) throw new ProviderFailure('NO_JSON', isWrite ? 'unknown' : 'unavailable');
      return answer;
    }
    const code = typeof answer?.code === 'number' ? answer.code : undefined;
    const message = typeof answer?.message === 'string' ? answer.message : '';
    throw failureOf({ status, headers, code, message, isWrite }, core.realNow());
  };
}
