import type { Transport } from './create-transport.ts';
import type { Operation } from './operation.ts';
import type { InputOf, OperationDescriptor, OperationId, OutputOf } from './operation-types.ts';
import type { CallOptions } from './options.ts';

/** One page of a list. `for await` continues over the pages after it, and reads each when it is reached. */
export interface Page<Item> extends AsyncIterable<Item> {
  readonly items: readonly Item[];
  /** The `cursor` of the next call; null on the last page. */
  readonly nextCursor: string | null;
  /** The number in all pages; absent where counting would cost too much. */
  readonly total?: number;
  /** True when there are `total` or more, which were not counted further. */
  readonly totalIsCapped?: true;
}

type ItemOf<Data> = Data extends readonly (infer Item)[] ? Item : never;

/** Returns the function of one operationId that answers page by page. */
export function pagedOperation<K extends OperationId>(
  descriptor: OperationDescriptor,
): Operation<InputOf<K>, Page<ItemOf<OutputOf<K>>>> {
  return (transport, ...[input, call]) => readPage(transport, descriptor, input ?? {}, call);
}

async function readPage<Item>(
  transport: Transport,
  descriptor: OperationDescriptor,
  input: object,
  call: CallOptions | undefined,
): Promise<Page<Item>> {
  const { data, meta } = await transport.request(descriptor, input, call);
  const items = data as Item[];
  const nextCursor = meta?.nextCursor ?? null;
  return {
    items,
    nextCursor,
    ...(meta?.total !== undefined && { total: meta.total }),
    ...(meta?.totalIsCapped && { totalIsCapped: true as const }),
    async *[Symbol.asyncIterator]() {
      yield* items;
      for (let cursor = nextCursor; cursor;) {
        const page = await readPage<Item>(transport, descriptor, { ...input, cursor }, call);
        yield* page.items;
        cursor = page.nextCursor;
      }
    },
  };
}
