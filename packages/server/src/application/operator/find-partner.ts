import { isId } from '../../domain/coach/slug.ts';
import type { Core } from '../ports/core.ts';
import type { Partner } from '../ports/partners.ts';
import { Refusal } from '../kernel/refusal.ts';

/** Returns the partner with this id or slug. Throws PARTNER_NOT_FOUND. */
export async function findPartner({ partners }: Pick<Core, 'partners'>, idOrSlug: string): Promise<Partner> {
  const partner = await (isId(idOrSlug) ? partners.byId(idOrSlug) : partners.bySlug(idOrSlug));
  if (!partner) throw new Refusal('PARTNER_NOT_FOUND', `No partner ${idOrSlug} on this server.`);
  return partner;
}
