import type { UseCase } from '../ports/use-case.ts';
import { findPartner } from './find-partner.ts';
import { operatedView } from './operated-view.ts';
import type { Core } from '../ports/core.ts';

/** Returns one partner, by id or slug. Throws PARTNER_NOT_FOUND. */
export const getOperatedPartner: UseCase<'getOperatedPartner', Pick<Core, 'guestCaps' | 'partners'>> =
  (core) =>
  async (_context, { id }) => ({ data: operatedView(core, await findPartner(core, id)) });
