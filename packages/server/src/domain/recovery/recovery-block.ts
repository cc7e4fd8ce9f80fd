import { plus, type Instant } from '@coach-booking/time/instant';
import type { Intent, IntentChannel, IntentStatus } from './intent.ts';
import { RECOVERIES_OF_INTENT, RECOVERY_WEEK, REMINDABLE_FOR } from './recovery-limits.ts';

/**
 * The reason why no message can go now. `closed`: the person booked, withdrew, may still be booking, or it is too long
 * ago; `sent_twice`; `this_week`: a coach of the partner sent the person one; `not_consented` to this channel;
 * `no_address` for it; `opted_out`; `no_postal_address` of the partner; `not_set_up`: no provider of SMS.
 */
export type RecoveryBlockCode =
  | 'closed'
  | 'sent_twice'
  | 'this_week'
  | 'not_consented'
  | 'no_address'
  | 'opted_out'
  | 'no_postal_address'
  | 'not_set_up';

export interface RecoveryBlock {
  readonly code: RecoveryBlockCode;
  /** The first instant at which this reason is gone; absent where time alone does not help. */
  readonly possibleAt?: Instant;
}

/** The facts beside the intent. */
export interface RecoveryFacts {
  readonly messageType: IntentChannel;
  /** The status of the intent at `now`. */
  readonly status: IntentStatus;
  /** When a coach of the partner last sent the person such a message. */
  readonly lastAt?: Instant | undefined;
  readonly isOptedOut: boolean;
  readonly hasPostalAddress: boolean;
  readonly isSetUp: boolean;
  readonly now: Instant;
}

const REMINDED: readonly IntentStatus[] = ['pending', 'recovery_sent', 'expired'];

/** Returns until when a coach may send a message about it. */
export function remindableUntil({ abandonsAt }: Pick<Intent, 'abandonsAt'>): Instant {
  return plus(abandonsAt, REMINDABLE_FOR);
}

/** Returns whether a message may follow at all, apart from those that were sent. */
export function isRemindable(
  intent: Pick<Intent, 'abandonsAt' | 'contact'>,
  status: IntentStatus,
  now: Instant,
): boolean {
  return intent.contact !== undefined && REMINDED.includes(status) && now < remindableUntil(intent);
}

/** Returns why no message by this channel can go now; null when it can. What time alone does not change comes first. */
export function blockOf(
  intent: Pick<Intent, 'abandonsAt' | 'contact' | 'consent' | 'attempts'>,
  { messageType, status, lastAt, isOptedOut, hasPostalAddress, isSetUp, now }: RecoveryFacts,
): RecoveryBlock | null {
  if (!isRemindable(intent, status, now)) return { code: 'closed' };
  if (!intent.consent.channels.includes(messageType)) return { code: 'not_consented' };
  if (messageType === 'sms' && intent.contact?.phone === undefined) return { code: 'no_address' };
  if (isOptedOut) return { code: 'opted_out' };
  if (intent.attempts.length >= RECOVERIES_OF_INTENT) return { code: 'sent_twice' };
  if (!hasPostalAddress) return { code: 'no_postal_address' };
  if (!isSetUp) return { code: 'not_set_up' };
  const possibleAt = lastAt === undefined ? undefined : plus(lastAt, RECOVERY_WEEK);
  if (possibleAt === undefined || possibleAt <= now) return null;
  return { code: 'this_week', ...(possibleAt < remindableUntil(intent) && { possibleAt }) };
}
