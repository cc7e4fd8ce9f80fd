import type { UseCase } from '../ports/use-case.ts';
import { findPartner } from './find-partner.ts';
import { operatedView } from './operated-view.ts';

/** One partner, by id or slug. Throws PARTNER_NOT_FOUND. */
export const getOperatedPartner: UseCase<'getOperatedPartner'> =
  (core) =>
  async (_context, { id }) => ({ data: operatedView(core, await findPartner(core, id)) });
