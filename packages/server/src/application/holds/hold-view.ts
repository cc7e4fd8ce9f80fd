import type { components } from '@coach-booking/contract/types';
import type { Instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { Core } from '../ports/core.ts';
import { instantText } from '../kernel/instants.ts';
import type { HoldGrant } from '../ports/tokens.ts';

/** The length of a hold, and of one extension. Milliseconds. */
export const HOLD_LENGTH = 5 * MINUTE;

export function holdView(
  { tokens }: Pick<Core, 'tokens'>,
  grant: HoldGrant,
  expiresAt: Instant,
): components['schemas']['Hold'] {
  return {
    id: grant.holdId,
    holdToken: tokens.signHold(grant),
    start: instantText(grant.start),
    end: instantText(grant.end),
    expiresAt: instantText(expiresAt),
  };
}
