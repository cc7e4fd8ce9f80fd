import type { CalledByOthers } from '@coach-booking/contract/called-by-others';
import type { operations } from '@coach-booking/contract/types';

/** The name of every call the API offers, as `openapi.yaml` spells it. */
export type OperationId = Exclude<keyof operations, keyof CalledByOthers>;

/**
 * The places to which an operation sends its flat input: fields named in `path`, `query` and `headers` are sent there,
 * the rest is the body (of a GET: the query).
 */
export interface OperationDescriptor {
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: readonly string[];
  /** Header by name in the input. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Takes an `Idempotency-Key`. */
  readonly creates?: boolean;
  /** Answers plain text in place of JSON. */
  readonly text?: boolean;
  /** Answers JSON without the envelope. */
  readonly bare?: boolean;
  /** Answers server-sent events. */
  readonly stream?: boolean;
}

type Parameters<K extends OperationId, Place extends string> = operations[K]['parameters'] extends {
  [P in Place]?: infer Values;
}
  ? NonNullable<Values> extends never
    ? unknown
    : NonNullable<Values>
  : unknown;
type Query<K extends OperationId> = Omit<Parameters<K, 'query'>, 'dryRun'> &
  ('dryRun' extends keyof Parameters<K, 'query'> ? DryRun : unknown);
type Headers<K extends OperationId> = (Parameters<K, 'header'> extends { 'X-Hold-Token': infer Token }
  ? { holdToken: Token }
  : unknown) &
  (Parameters<K, 'header'> extends { 'X-Intent-Token': infer Token } ? { intentToken: Token } : unknown) &
  ('If-Match' extends keyof Parameters<K, 'header'> ? { ifMatch?: string } : unknown) &
  ('Last-Event-ID' extends keyof Parameters<K, 'header'> ? { lastEventId?: string } : unknown);
type Body<K extends OperationId> = operations[K] extends {
  requestBody: { content: { 'application/json': infer Json } };
}
  ? Json
  : unknown;
type Answer<K extends OperationId> = operations[K]['responses'] extends
  { 200: { content: infer Content } } | { 201: { content: infer Content } }
  ? Content
  : never;

interface DryRun {
  /** Validates and answers what would happen; changes nothing. */
  dryRun?: boolean;
}

type Flat<T> = { [P in keyof T]: T[P] };

/** The input of an operation: path, query and body fields side by side. */
export type InputOf<K extends OperationId> = Flat<Parameters<K, 'path'> & Query<K> & Headers<K> & Body<K>>;

/** The result of an operation: the `data` of the envelope, JSON without one, or the text. */
export type OutputOf<K extends OperationId> =
  Answer<K> extends { 'application/json': infer Json }
    ? Json extends { data: infer Data }
      ? Data
      : Json
    : Answer<K> extends { 'text/plain': infer Text } | { 'text/event-stream': infer Text }
      ? Text
      : never;
