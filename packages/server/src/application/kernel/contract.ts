import type { CalledByOthers } from '@coach-booking/contract/called-by-others';
import type { operations } from '@coach-booking/contract/types';

/** The operations that programs of others call, marked `x-called-by` in openapi.yaml. */
export type CalledByOthersId = keyof CalledByOthers;
/** Every other operation of openapi.yaml, by operationId. */
export type OperationId = Exclude<keyof operations, CalledByOthersId>;

type Flat<T> = T extends object ? { [K in keyof T]: T[K] } : unknown;
type Defined<T> = [NonNullable<T>] extends [never] ? unknown : NonNullable<T>;
type ParametersOf<
  Op extends OperationId,
  Where extends 'path' | 'query',
> = Where extends keyof operations[Op]['parameters'] ? Defined<operations[Op]['parameters'][Where]> : unknown;
type JsonBodyOf<Op extends OperationId> = operations[Op] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : unknown;
type SuccessOf<Op extends OperationId> = operations[Op]['responses'] extends {
  201: { content: { 'application/json': infer Answer } };
}
  ? Answer
  : operations[Op]['responses'] extends { 200: { content: { 'application/json': infer Answer } } }
    ? Answer
    : never;

/** The headers that are an input, under the names that they have in a body. */
type HeaderInputOf<Op extends OperationId> = Op extends 'releaseHold'
  ? { holdToken: string }
  : Op extends 'withdrawIntent'
    ? { intentToken: string }
    : Op extends 'updateSchedule' | 'patchSchedule'
      ? { ifMatch?: string }
      : unknown;

/** Path, query and body of an operation as one flat object, without what the context already carries. */
export type InputOf<Op extends OperationId> = Flat<
  Omit<ParametersOf<Op, 'path'> & ParametersOf<Op, 'query'> & JsonBodyOf<Op> & HeaderInputOf<Op>, 'dryRun' | 'key'>
>;
/** Operations whose answer is too large for memory: its lists are sent as they are read. */
export const STREAMED = ['exportPerson', 'exportMe'] as const;
/** Lists that an answer may hold before they are read. */
export type Streamed<T> = {
  [K in keyof T]: NonNullable<T[K]> extends readonly (infer Item)[] ? T[K] | AsyncIterable<Item> : T[K];
};

type AnswerOf<Op extends OperationId> = Omit<SuccessOf<Op>, 'success'>;
/** The `data` (and `meta` of lists) that an operation returns. */
export type OutputOf<Op extends OperationId> = Op extends (typeof STREAMED)[number]
  ? { [K in keyof AnswerOf<Op>]: Streamed<AnswerOf<Op>[K]> }
  : AnswerOf<Op>;

/**
 * The operations that are use cases; those about the server itself, and the streams, belong to the HTTP adapter, and
 * the first set-up has no caller.
 */
export type UseCaseId = Exclude<
  OperationId,
  'getHealth' | 'getReadiness' | 'getMetrics' | 'getKeySet' | 'watchSlots' | 'watchCalendar' | 'setUp'
>;
/**
 * The functions that the composition root passes to the HTTP adapter: one per operation, in the shapes of the contract.
 */
export type UseCases = {
  readonly [Op in UseCaseId]: (context: import('./context.ts').Context, input: InputOf<Op>) => Promise<OutputOf<Op>>;
};
