import type { UseCase } from '../ports/use-case.ts';
import { readPartner } from './change-partner.ts';
import { partnerView } from './partner-view.ts';
import type { Core } from '../ports/core.ts';

/** Returns the caller's partner; in test mode without its live keys. Throws PARTNER_NOT_FOUND. */
export const getPartner: UseCase<'getPartner', Pick<Core, 'guestCaps' | 'partners'>> = (core) => async (context) => ({
  data: partnerView(core, await readPartner(core, context), context.caller.mode),
});
