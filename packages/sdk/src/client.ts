import * as resources from './resources/index.ts';
import { createTransport } from './transport/create-transport.ts';
import { bindOperations } from './transport/operation.ts';
import type { Bound } from './transport/operation.ts';
import type { TransportOptions } from './transport/options.ts';

/** Every operation of the API as a function of its input and its call options. */
export type Client = { readonly [K in keyof typeof resources]: Bound<(typeof resources)[K]> };

/**
 * Returns a client of the whole API. Where bytes matter, bind only what is used:
 * `bindOperations(createTransport(options), { listSlots })`.
 * @throws what `createTransport` throws when an option is not usable.
 */
export function createClient(options: TransportOptions): Client {
  return bindOperations(createTransport(options), resources);
}
