import type { OutboundCall, OutboundReply } from '../ports/outbound.ts';
import { accessTokenOf, type AccessTokenNeeds } from './access-token.ts';
import { callProvider, failureOfReply } from './call-provider.ts';
import { revokeConnection } from './revoke-connection.ts';

export type CallApiNeeds = AccessTokenNeeds;

/** A call without its token, in live mode: in mode test nothing leaves. */
export type ApiCall = Omit<OutboundCall, 'mode' | 'headers' | 'body'> & {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly body?: string;
};

/**
 * Calls a provider's API as the person of a connection, and returns any answer but a 401. A token that is not taken is
 * renewed once; when the new one is not taken either, the connection is revoked. Throws a ProviderFailure.
 */
export async function callApi(core: CallApiNeeds, connectionId: string, call: ApiCall): Promise<OutboundReply> {
  const { json, body = json === undefined ? undefined : JSON.stringify(json), headers = {}, ...rest } = call;
  const send = (token: string): Promise<OutboundReply> =>
    callProvider(core, {
      mode: 'live',
      ...rest,
      headers: {
        accept: 'application/json',
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
        authorization: `Bearer ${token}`,
      },
      ...(body !== undefined && { body }),
    });
  const first = await accessTokenOf(core, connectionId);
  const reply = await send(first);
  if (reply.status !== 401) return reply;
  const second = await accessTokenOf(core, connectionId, first);
  const again = await send(second);
  if (again.status !== 401) return again;
  const failure = failureOfReply(core, again, rest.method);
  const stored = await core.providerConnections.byId(connectionId);
  if (stored?.accessToken === second) await revokeConnection(core, connectionId, failure.code, stored.grant);
  throw failure;
}
