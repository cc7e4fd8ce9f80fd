import type { Context } from '../kernel/context.ts';
import type { Partner, PartnerKey } from '../ports/partners.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isInReach } from './partner-view.ts';

/** Returns a key of the partner within the caller's reach. Throws KEY_NOT_FOUND. */
export function findKey({ caller }: Context, { keys }: Partner, id: string): PartnerKey {
  const key = keys.find((one) => one.id === id && isInReach(caller.mode, one));
  if (!key) throw new Refusal('KEY_NOT_FOUND', `No key ${id} in reach of this caller.`);
  return key;
}
