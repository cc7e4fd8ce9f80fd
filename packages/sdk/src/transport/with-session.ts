import type { BuiltRequest } from './build-request.ts';
import type { SessionToken } from './options.ts';
import { isSessionRefusal } from './read-answer.ts';
import { refuseSecretKey } from './refuse-secret-key.ts';

/** An answer whose body was read. */
export interface Received {
  readonly response: Response;
  readonly text: string;
}

/** Returns the request with a token or secret key of its own. */
export function withBearer(request: BuiltRequest, token: string): BuiltRequest {
  return {
    ...request,
    headers: { ...request.headers, Authorization: `Bearer ${token}` },
  };
}

/**
 * Sends with the token of the session. When the server refuses that token, with the next one, once; without a next one
 * the refusal is returned. The request stays the same, including its idempotency key.
 *
 * @throws SecretKeyInBrowserError when the session returns a secret key in place of a person's token.
 */
export async function withSession(
  session: SessionToken,
  request: BuiltRequest,
  send: (request: BuiltRequest) => Promise<Received>,
  signal?: AbortSignal,
): Promise<Received> {
  const sendAs = (token: string | null) => {
    signal?.throwIfAborted();
    refuseSecretKey(token);
    return send(token === null ? request : withBearer(request, token));
  };
  const token = await session();
  const received = await sendAs(token);
  if (token === null || !isSessionRefusal(received.response, received.text)) return received;
  const next = await session({ expired: true, refused: token });
  return next === null || next === token ? received : sendAs(next);
}
