import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';

/** Throws ROUTE_NOT_FOUND with a live key: what tests do does not exist in live mode. */
export function onlyInTests({ caller }: Context): void {
  if (caller.mode !== 'test') throw new Refusal('ROUTE_NOT_FOUND', 'This route works with a secret test key only.');
}
