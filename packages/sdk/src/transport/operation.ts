import type { Transport } from './create-transport.ts';
import type { BoundListSlots, ListSlots } from './list-slots.ts';
import type { InputOf, OperationDescriptor, OperationId, OutputOf } from './operation-types.ts';
import type { CallOptions } from './options.ts';

type Arguments<Input> = object extends Input ? [input?: Input, call?: CallOptions] : [input: Input, call?: CallOptions];

/** One call of the API as a function of its transport, its flat input and its call options. */
export type Operation<Input, Output> = (transport: Transport, ...rest: Arguments<Input>) => Promise<Output>;

/** Returns the function of one operationId, which answers the `data` of the envelope. */
export function operation<K extends OperationId>(descriptor: OperationDescriptor): Operation<InputOf<K>, OutputOf<K>> {
  return async (transport, ...rest) => (await transport.request(descriptor, ...rest)).data as OutputOf<K>;
}

/** The same function with the transport already given. */
export type Bound<F> = F extends ListSlots
  ? BoundListSlots
  : F extends (transport: Transport, ...rest: infer Rest) => infer Result
    ? (...rest: Rest) => Result
    : never;

/**
 * Returns a client of the given operations alone, so that a bundle contains no others:
 * `bindOperations(createTransport(options), { listSlots, createHold })`.
 */
export function bindOperations<T extends Record<string, (transport: Transport, ...rest: never[]) => unknown>>(
  transport: Transport,
  functions: T,
): { readonly [K in keyof T]: Bound<T[K]> } {
  const bound = Object.entries(functions).map(([name, call]) => [name, (...rest: never[]) => call(transport, ...rest)]);
  return Object.fromEntries(bound);
}
