import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from './spec/operations.ts';

/** A validated request. */
export interface ValidatedRequest {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: IncomingHttpHeaders;
  readonly body?: unknown;
}

/** Carried by the context, or for the HTTP adapter alone. */
const elsewhere = new Set(['dryRun', 'key', 'X-Test-Now', 'X-Client-Address', 'Idempotency-Key']);

/** Returns the field for a header: `X-Hold-Token` → `holdToken`, as a body would name it. */
const fieldOf = (header: string): string =>
  header
    .replace(/^X-/, '')
    .replaceAll(/-?(\w)(\w*)/g, (_, first: string, rest: string) => first.toUpperCase() + rest)
    .replace(/^./, (first) => first.toLowerCase());

/** Returns the names under which path, query and header parameters reach the use case. */
export function parameterFields({
  parameters,
}: Operation): { readonly from: 'path' | 'query' | 'header'; readonly name: string; readonly field: string }[] {
  return parameters
    .filter(({ name }) => !elsewhere.has(name))
    .map(({ name, in: from }) => ({ from, name, field: from === 'header' ? fieldOf(name) : name }));
}

/**
 * Returns a function that makes a use case's input of a request: path, query, the operation's own headers, and body,
 * one flat object without absent fields.
 */
export function inputFor(operation: Operation): (sent: ValidatedRequest) => Readonly<Record<string, unknown>> {
  const fields = parameterFields(operation);
  const hasBody = operation.bodyTypes.length > 0;
  return ({ params, query, headers, body }) => {
    const input: Record<string, unknown> = {};
    for (const { from, name, field } of fields) {
      const value = from === 'path' ? params[name] : from === 'query' ? query[name] : headers[name.toLowerCase()];
      if (value !== undefined) input[field] = value;
    }
    return hasBody ? { ...input, ...(body as object) } : input;
  };
}
