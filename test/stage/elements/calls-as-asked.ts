import { AuthenticationError, ConnectionError, ServerError } from '@coach-booking/sdk';
import { failure } from '../../../packages/hosted/test/page-acts.ts';

/** The outcome of every call of a page, by the word in the address of the stage's desk. */
const outcomes: Readonly<Record<string, () => Promise<unknown>>> = {
  offline: () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1')),
  failed: () => Promise.reject(new ServerError(failure(500, 'INTERNAL'))),
  expired: () => Promise.reject(new AuthenticationError(failure(401, 'SESSION_EXPIRED'))),
  // A page of a list, a plain list, and that of meetings, without entries.
  nothing: () =>
    Promise.resolve(
      Object.assign([], { items: [], nextCursor: null, total: 0, meetings: [], timeZone: 'America/New_York' }),
    ),
};

/** Returns the calls of a page, which come to what the address asks for: with `nothing` the lists alone. */
export function callsAsAsked<Calls extends object>(calls: Calls, address: string): Calls {
  const word = new URL(address, location.origin).searchParams.get('calls') ?? '';
  const outcome = outcomes[word];
  if (!outcome) return calls;
  const isAsked = (name: string | symbol) => word !== 'nothing' || String(name).startsWith('list');
  return new Proxy(calls, { get: (given, name) => (isAsked(name) ? outcome : given[name as keyof Calls]) });
}
