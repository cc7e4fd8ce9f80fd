import type { Core } from './core.ts';
import { fingerprint } from './fingerprint.ts';
import { refuseInput } from './scope.ts';

/** What a page of a list begins behind. */
type Position = Readonly<Record<string, string | number>>;

/** A signed cursor that only goes on with the list whose filters, scope included, are the same. */
export const signPage = (core: Pick<Core, 'tokens'>, filters: object, position: Position): string =>
  core.tokens.signCursor(JSON.stringify({ ...position, of: fingerprint(filters) }));

/** The position in a cursor of `signPage`. Throws INVALID_REQUEST for a cursor that is not ours, or of a list with other filters. */
export const readPage = <P extends Position>(core: Pick<Core, 'tokens'>, filters: object, cursor: string | undefined): P | undefined => {
  if (cursor === undefined) return undefined;
  const text = core.tokens.readCursor(cursor) ?? refuseInput('cursor', 'Send the nextCursor of the page before.');
  const { of, ...position } = JSON.parse(text) as Position & { readonly of?: string };
  if (of !== fingerprint(filters)) return refuseInput('cursor', 'Send the same filters as with the page before.');
  return position as P;
};
