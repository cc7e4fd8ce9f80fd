import type { Claim } from '../../domain/booking/claim.ts';
import type { Core } from '../ports/core.ts';
import type { HoldGrant } from '../ports/tokens.ts';

/** The hold's claims as its ledgers have them; null when one of them is gone. */
export async function claimsOfHold(
  core: Pick<Core, 'ledgers'>,
  { holdId, ledgers }: HoldGrant,
): Promise<readonly Claim[] | null> {
  const found: Claim[] = [];
  for (const ledgerId of ledgers) {
    const claims = await core.ledgers.claimsOf(ledgerId);
    const own = claims.find(({ owner }) => owner.kind === 'hold' && owner.id === holdId);
    if (!own) return null;
    found.push(own);
  }
  return found;
}

/** When the hold ends: with the first of its claims. */
export function expiryOf(claims: readonly Claim[]): number {
  return Math.min(...claims.map(({ expiresAt }) => expiresAt ?? 0));
}
