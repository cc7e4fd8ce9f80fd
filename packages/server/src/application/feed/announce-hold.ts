import type { Instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { announce } from './announce.ts';
import type { HoldGrant } from '../ports/tokens.ts';

export type AnnounceHoldNeeds = Pick<Core, 'cache' | 'realNow' | 'background' | 'ledgers' | 'feeds'>;

/** Clocks that differ by more are not the same one. */
const SKEW = MINUTE;

/**
 * Announces a hold that begins, is extended or, without an expiry, ends. Streams time the expiry themselves, unless a
 * test clock decides it: nothing can time that.
 */
export function announceHold(
  core: AnnounceHoldNeeds,
  context: Context,
  { coachId, holdId, start, end }: Pick<HoldGrant, 'coachId' | 'holdId' | 'start' | 'end'>,
  expiresAt?: Instant,
): void {
  const isReal = Math.abs(core.realNow() - context.now) < SKEW;
  const until = isReal ? expiresAt : undefined;
  announce(core, { coachId, kind: 'hold', ranges: [{ start, end }], holdId, hasPlace: true, until });
}
