import * as resources from './resources/index.ts';
import { createTransport } from './transport/create-transport.ts';
import { bindOperations } from './transport/operation.ts';
import type { Bound } from './transport/operation.ts';
import type { InputOf, OutputOf } from './transport/operation-types.ts';
import type { CallOptions, TransportOptions } from './transport/options.ts';

type Operations = { readonly [K in keyof typeof resources]: Bound<(typeof resources)[K]> };

/** Every operation of the API as a function of its input and its call options. */
export type Client = Operations & {
  /** The operations for tests on the clock and on messages, under short names. Secret test key. */
  readonly test: {
    /** Runs the work that is due at `now` (an instant; the transport's `testNow` when it is absent). */
    readonly runDue: (
      input?: Partial<InputOf<'runDue'>> & { readonly now?: string },
      call?: CallOptions,
    ) => Promise<OutputOf<'runDue'>>;
    readonly listMessages: Operations['listTestMessages'];
    readonly failProvider: Operations['failTestProvider'];
  };
};

/**
 * Returns a client of the whole API. Where bytes matter, bind only the operations in use:
 * `bindOperations(createTransport(options), { listSlots })`.
 *
 * @throws as `createTransport` does when an option is not usable.
 */
export function createClient(options: TransportOptions): Client {
  const transport = createTransport(options);
  const operations = bindOperations(transport, resources);
  const { listTestMessages: listMessages, failTestProvider: failProvider } = operations;
  const runDue: Client['test']['runDue'] = ({ now, ...input } = {}, call) =>
    resources.runDue(now === undefined ? transport : createTransport({ ...options, testNow: now }), input, call);
  return { ...operations, test: { runDue, listMessages, failProvider } };
}
