import { capsInForce, type GuestCaps } from '../../domain/guest/guest-caps.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { isCounted } from '../kernel/scope.ts';

export type GuestNeeds = Pick<Core, 'tokens' | 'guestCaps' | 'cachedPartner'>;

/** A visitor whose holds and bookings are counted. */
export interface Guest {
  /**
   * The keyed hash of the address, which is not stored. Different for each partner, so that visitors cannot be followed
   * from one to the next.
   */
  readonly mark: string;
  readonly caps: GuestCaps;
}

export function markOf({ tokens }: Pick<Core, 'tokens'>, { caller }: Context): string {
  return tokens.mark([caller.partnerId, caller.mode, caller.address].join(' '));
}

/**
 * Returns whether, and how, a caller's holds and bookings are counted; null for the coach side, for a partner's server
 * that names no visitor, and where nothing is capped.
 */
export async function guestOf(core: GuestNeeds, context: Context): Promise<Guest | null> {
  const { caller } = context;
  if (!isCounted(caller)) return null;
  const set = (await core.cachedPartner(caller.partnerId))?.guestCaps?.[caller.mode];
  if (caller.mode === 'test' && set === undefined) return null;
  return { mark: markOf(core, context), caps: capsInForce(caller.mode, core.guestCaps, set) };
}
