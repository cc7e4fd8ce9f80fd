import type { Request } from 'express';
import type { Operation } from './spec/operations.ts';

/** Carried by the context or meant for the HTTP adapter alone. */
const elsewhere = new Set(['dryRun', 'key', 'X-Test-Now', 'Idempotency-Key']);

/** `X-Hold-Token` → `holdToken`: the name that a body would give it. */
const fieldOf = (header: string): string =>
  header
    .replace(/^X-/, '')
    .replaceAll(/-?(\w)(\w*)/g, (_, first: string, rest: string) => first.toUpperCase() + rest)
    .replace(/^./, (first) => first.toLowerCase());

/** Names under which path, query and header parameters reach the use case. */
export const parameterFields = ({
  parameters,
}: Operation): { readonly from: 'path' | 'query' | 'header'; readonly name: string; readonly field: string }[] =>
  parameters
    .filter(({ name }) => !elsewhere.has(name))
    .map(({ name, in: from }) => ({ from, name, field: from === 'header' ? fieldOf(name) : name }));

/** Path, query, the operation's own headers, and body, as one flat object without what is absent. */
export const inputOf = (operation: Operation, request: Request): Readonly<Record<string, unknown>> => {
  const input: Record<string, unknown> = {};
  for (const { from, name, field } of parameterFields(operation)) {
    const value = from === 'path' ? request.params[name] : from === 'query' ? request.query[name] : request.headers[name.toLowerCase()];
    if (value !== undefined) input[field] = value;
  }
  return operation.bodyTypes.length > 0 ? { ...input, ...(request.body as object) } : input;
};
