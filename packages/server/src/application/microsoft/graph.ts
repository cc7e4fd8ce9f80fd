import { callApi, type CallApiNeeds } from '../provider-connections/call-api.ts';
import { codeOfReply, failureOfReply, jsonOf } from '../provider-connections/call-provider.ts';
import { present } from '../kernel/present.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';

export type GraphNeeds = CallApiNeeds;

/** The grant by which Graph is called. */
export interface GraphAccount {
  readonly connectionId: string;
}

export interface GraphCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** A path behind the version, such as `/me/calendars`, or a link that Graph has given. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: object;
  /** Milliseconds, where fifteen seconds are too many. */
  readonly timeout?: number;
}

/** An object that Graph answered, of which nothing is certain. */
export type GraphObject = Readonly<Record<string, unknown>>;

/** Bytes of an answer: a thousand events have a tenth of it. */
const MAX_BYTES = 5_000_000;
/** The object was changed since it was read. */
const CHANGED = 412;

/** Returns the address of a call. A token never goes anywhere but to Graph, whatever a link says. */
const addressOf = ({ providers }: GraphNeeds, path: string): string => {
  const base = providers.siteOf('microsoft').api;
  if (path.startsWith('/')) return `${base}${path}`;
  if (path.startsWith(`${base}/`)) return path;
  throw new ProviderFailure('BAD_LINK', 'unavailable');
};

const isObject = (value: unknown): value is GraphObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Calls Microsoft Graph in the name of a connected account. Returns what it answered, an empty object for an empty
 * answer. Throws a ProviderFailure.
 */
export async function callGraph(
  core: GraphNeeds,
  { connectionId }: GraphAccount,
  { method, path, headers, json, timeout }: GraphCall,
): Promise<GraphObject> {
  const call = { method, url: addressOf(core, path), maxBytes: MAX_BYTES, ...present({ headers, json, timeout }) };
  const reply = await callApi(core, connectionId, call);
  if (reply.status === CHANGED) throw new ProviderFailure(codeOfReply(reply), 'conflict');
  if (reply.status < 200 || reply.status >= 300) throw failureOfReply(core, reply, method);
  const read = reply.text === '' ? {} : jsonOf(reply);
  if (!isObject(read)) throw new ProviderFailure('BAD_ANSWER', method === 'GET' ? 'unavailable' : 'unknown');
  return read;
}

/** Graph gives all of a list in fewer pages than this, or something is wrong. */
const MAX_PAGES = 100;

/** Returns all that is in a list, page by page. Throws a ProviderFailure, also for a list without an end. */
export async function listGraph(
  core: GraphNeeds,
  account: GraphAccount,
  call: Omit<GraphCall, 'method'>,
): Promise<readonly GraphObject[]> {
  const all: GraphObject[] = [];
  let path = call.path;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { value, '@odata.nextLink': next } = await callGraph(core, account, { ...call, path, method: 'GET' });
    if (!Array.isArray(value)) throw new ProviderFailure('BAD_ANSWER', 'unavailable');
    all.push(...value.filter(isObject));
    if (typeof next !== 'string') return all;
    path = next;
  }
  throw new ProviderFailure('TOO_MANY', 'refused');
}
