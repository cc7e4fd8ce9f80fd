import type { components } from '@coach-booking/contract/types';
import type { Instant } from '@coach-booking/time/instant';
import type { PlaceClaim } from '../../domain/booking/claim.ts';
import { stateOf, type Incentive } from '../../domain/incentive/incentive.ts';
import { instantText, optionalText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';

/** The coach side's view of an incentive, with the booking that has used it. */
export function incentiveView(
  incentive: Incentive,
  [use]: readonly PlaceClaim[],
  now: Instant,
): components['schemas']['Incentive'] {
  const { id, kind, value, currency, boundTo, serviceIds, expiresAt, createdAt, revokedAt } = incentive;
  return {
    code: id,
    kind,
    value,
    email: boundTo,
    state: stateOf(incentive, use !== undefined, now),
    expiresAt: instantText(expiresAt),
    createdAt: instantText(createdAt),
    ...present({
      currency,
      serviceIds: serviceIds && [...serviceIds],
      revokedAt: optionalText(revokedAt),
      bookingId: use?.owner.id,
    }),
  };
}
