import * as contract from '@coach-booking/contract/operations';
import { buildRequest } from './transport/build-request.ts';

/** A hold with the token that proves it. */
export interface ProvenHold {
  readonly id: string;
  readonly holdToken: string;
}

/**
 * Returns a function that releases a hold while the page closes, when no `fetch` would arrive. The key is sent in the
 * query and the body is JSON as `text/plain`, so that no preflight is needed. The function returns whether the browser
 * took the message; pass `navigator.sendBeacon.bind(navigator)` as `send`.
 */
export function createHoldBeacon(
  partner: { readonly publishableKey: string; readonly baseUrl: string },
  send: (url: string, body: string) => boolean,
): (hold: ProvenHold) => boolean {
  return ({ id, holdToken }) => {
    const { keyedUrl } = buildRequest({ ...contract.releaseHoldByBeacon, method: 'GET' }, { id }, partner, {});
    return send(keyedUrl, JSON.stringify({ holdToken }));
  };
}
