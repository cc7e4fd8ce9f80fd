import type { IncentiveReason } from '../../domain/incentive/incentive.ts';
import { Refusal } from '../kernel/refusal.ts';

const TEXTS: Readonly<Record<IncentiveReason, string>> = {
  unknown: 'This coach has no such code.',
  other_person: 'The code is for another e-mail address.',
  expired: 'The code has ended.',
  other_service: 'The code is for another service.',
  no_price: 'There is no price that the code could lower.',
  used: 'Another booking has used the code.',
};

/** Returns the refusal of a code, with its reason for the page. */
export function incentiveRefused(reason: IncentiveReason): Refusal {
  return new Refusal('INCENTIVE_REFUSED', TEXTS[reason], { incentive: reason });
}
