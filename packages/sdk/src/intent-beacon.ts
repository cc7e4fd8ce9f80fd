import { buildRequest } from './transport/build-request.ts';

/** `updateIntent` of the contract; from its table it would be in the first file of a page, not in this later one. */
const UPDATE = { path: '/v1/intents/{id}/update' };

/** An intent with the token that proves it, and what is chosen as the visitor leaves. */
export interface LeftIntent {
  readonly id: string;
  readonly token: string;
  readonly serviceId?: string | undefined;
  /** The UTC instant at which the chosen slot starts. */
  readonly start?: string | undefined;
}

/**
 * Returns a function that notes what is chosen while the page closes, when no `fetch` would arrive (`updateIntent`).
 * The key is sent in the query and the body is JSON as `text/plain`, so that no preflight is needed. The function
 * returns whether the browser took the message; pass `navigator.sendBeacon.bind(navigator)` as `send`.
 */
export function createIntentBeacon(
  partner: { readonly publishableKey: string; readonly baseUrl: string },
  send: (url: string, body: string) => boolean,
): (intent: LeftIntent) => boolean {
  return ({ id, ...body }) => {
    const { keyedUrl } = buildRequest({ ...UPDATE, method: 'GET' }, { id }, partner, {});
    return send(keyedUrl, JSON.stringify(body));
  };
}
