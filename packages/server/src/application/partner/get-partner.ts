import type { UseCase } from '../ports/use-case.ts';
import { readPartner } from './change-partner.ts';
import { partnerView } from './partner-view.ts';

/** The caller's partner; in test mode without its live keys. Throws PARTNER_NOT_FOUND. */
export const getPartner: UseCase<'getPartner'> = (core) => async (context) => ({
  data: partnerView(core, await readPartner(core, context), context.caller.mode),
});
