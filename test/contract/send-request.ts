import type { FuzzedRequest } from './arbitraries.ts';
import type { Operation } from './contract.ts';

/** Lone surrogates cannot be sent. */
const wellFormed = (text: string): string => Buffer.from(text).toString();
const written = (value: unknown): string => {
  if (typeof value === 'string') return wellFormed(value);
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch {
    return 'unwritable';
  }
};
const headerSafe = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
const pathFor = ({ path }: Operation, values: FuzzedRequest['path']): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const text = written(values[name] ?? 'x');
    return /^\.*$/.test(text) ? 'x' : encodeURIComponent(text);
  });

/** Sends a request of an operation with a credential; header values that HTTP cannot carry are left out. */
export async function sendRequest(
  origin: string,
  operation: Operation,
  request: FuzzedRequest,
  credential: string,
): Promise<Response> {
  const query = new URLSearchParams(
    Object.entries(request.query).map(([name, value]) => [wellFormed(name), written(value)]),
  );
  const headers = new Headers({ authorization: `Bearer ${credential}`, 'content-type': 'application/json' });
  for (const [name, value] of Object.entries(request.header))
    if (/^[\w-]+$/.test(name) && headerSafe(written(value))) headers.set(name, written(value));
  const init = { method: operation.method.toUpperCase(), headers };
  const body = operation.bodyTypes.length > 0 ? { body: written(request.body) } : {};
  return fetch(`${origin}${pathFor(operation, request.path)}?${query}`, { ...init, ...body });
}
