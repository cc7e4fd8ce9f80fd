import type { components } from '@coach-booking/contract/types';
import type { Deps } from '../ports/deps.ts';
import { instantText } from '../kernel/instants.ts';
import { partnerView } from '../partner/partner-view.ts';
import type { Partner } from '../ports/partners.ts';
import { present } from '../kernel/present.ts';

/** Returns a partner as the operator sees it, with the keys of both modes. */
export function operatedView(
  core: Pick<Deps, 'guestCaps'>,
  partner: Partner,
): components['schemas']['OperatedPartner'] {
  return {
    ...partnerView(core, partner, 'live'),
    suspended: partner.suspendedAt !== undefined,
    ...present({ suspendedAt: partner.suspendedAt === undefined ? undefined : instantText(partner.suspendedAt) }),
    limits: { ...partner.limits },
  };
}
