import { earliest, instant, type Instant } from '@coach-booking/time/instant';
import type { Claim, ClaimStamp } from '../../domain/booking/claim.ts';
import type { Core } from '../ports/core.ts';
import type { HoldGrant } from '../ports/tokens.ts';

/** A claim of a hold: of a time, or of a place. */
export type HeldClaim = ClaimStamp & Pick<Claim, 'expiresAt' | 'extended'>;

/** Returns the hold's claims as its ledgers have them; null when one of them is missing. */
export async function claimsOfHold(
  core: Pick<Core, 'ledgers'>,
  { holdId, ledgers }: HoldGrant,
): Promise<readonly HeldClaim[] | null> {
  const found: HeldClaim[] = [];
  for (const ledgerId of ledgers) {
    const claims = await core.ledgers.claimsOf(ledgerId);
    const own = claims.find(({ owner }) => owner.kind === 'hold' && owner.id === holdId);
    if (!own) return null;
    found.push(own);
  }
  return found;
}

/** Returns when the hold ends: with the first of its claims. */
export function expiryOf(claims: readonly HeldClaim[]): Instant {
  return earliest(...claims.map(({ expiresAt }) => expiresAt ?? instant(0)));
}
