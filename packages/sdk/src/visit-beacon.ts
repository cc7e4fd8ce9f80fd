import type { InputOf } from './transport/operation-types.ts';
import { refuseSecretKey } from './transport/refuse-secret-key.ts';

/**
 * Returns a function that counts a step of a visit (`countVisit`), as a message that needs no preflight and no answer;
 * pass `navigator.sendBeacon.bind(navigator)` as `send`. A step that the browser does not send is not counted.
 *
 * @throws SecretKeyInBrowserError when `publishableKey` is a secret key, which would be part of the URL.
 */
export function createVisitBeacon(
  { publishableKey, baseUrl }: { readonly publishableKey: string; readonly baseUrl: string },
  send: (url: string, body: string) => unknown,
): (step: InputOf<'countVisit'>) => void {
  refuseSecretKey(publishableKey);
  const query = new URLSearchParams({ key: publishableKey });
  return ({ coach, ...step }) =>
    send(
      `${baseUrl.replace(/\/+$/, '')}/v1/coaches/${encodeURIComponent(coach)}/visits?${query}`,
      JSON.stringify(step),
    );
}
