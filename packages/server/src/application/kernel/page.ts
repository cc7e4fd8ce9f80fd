import type { OperationId } from './contract.ts';
import { fingerprint } from './fingerprint.ts';
import type { Counted } from './counts.ts';
import { present } from './present.ts';
import { refuseInput } from './scope.ts';

/** Signs the cursors of lists, so that only this server can make them. */
export interface Cursors {
  signCursor(value: string): string;
  /** Returns null for a cursor that was not made here. */
  readCursor(token: string): string | null;
}

interface Read<Row, At> extends Partial<Counted> {
  /** As many rows as requested, where there are as many. */
  readonly rows: readonly Row[];
  /** The place where a search stopped before it had found enough: there may be more rows behind it. */
  readonly scannedTo?: At;
}

export interface Listing<Row, At extends object> {
  readonly list: OperationId;
  /** Everything that decides which rows the list has: scope, filters and order. */
  readonly filters: object;
  read(asked: { readonly after?: At; readonly limit: number }): Promise<Read<Row, At>>;
  /** Returns where the next page begins behind this row: plain strings and numbers. */
  positionOf(row: Row): At;
}

export interface PageMeta {
  readonly nextCursor: string | null;
  readonly total?: number;
  readonly totalIsCapped?: true;
}

const DEFAULT_LIMIT = 20;

/**
 * Returns the position in a cursor of this very list. Throws INVALID_REQUEST for a cursor of another server, list or
 * filter.
 */
const positionIn = <At extends object>(core: { readonly tokens: Cursors }, list: string, cursor: string): At => {
  const refuse = () => refuseInput('cursor', 'Send the nextCursor of the page before, with the same filters.');
  const { of, at } = JSON.parse(core.tokens.readCursor(cursor) ?? refuse()) as {
    readonly of?: string;
    readonly at: At;
  };
  return of === list ? at : refuse();
};

/**
 * Returns one page of any list. Its cursors are signed, and continue the same list, filters and scope only. Throws
 * INVALID_REQUEST for every other cursor, and what reading throws.
 */
export async function page<Row, At extends object>(
  core: { readonly tokens: Cursors },
  { list, filters, read, positionOf }: Listing<Row, At>,
  { cursor, limit = DEFAULT_LIMIT }: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<{ readonly rows: readonly Row[]; readonly meta: PageMeta }> {
  const of = fingerprint({ list, filters });
  const after = cursor === undefined ? undefined : positionIn<At>(core, of, cursor);
  const { rows, scannedTo, total, isCapped } = await read({ ...present({ after }), limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const next = rows.length > limit ? positionOf(shown.at(-1)!) : scannedTo;
  const nextCursor = next ? core.tokens.signCursor(JSON.stringify({ at: next, of })) : null;
  return { rows: shown, meta: { nextCursor, ...present({ total, totalIsCapped: isCapped }) } };
}
