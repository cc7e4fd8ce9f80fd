import { plus, type Instant } from '@coach-booking/time/instant';
import { DAY, MINUTE } from '@coach-booking/time/units';
import type { Utm } from '../booking/booking.ts';
import { AUTOMATIC_AFTER } from './recovery-limits.ts';

/** The time without a change or a booking after which an intent is abandoned. */
export const ABANDONED_AFTER = 30 * MINUTE;

/** The time after abandonment within which a booking recovers the intent. R43. */
export const RECOVERABLE_FOR = 7 * DAY;

/** The time for which an intent is stored after its last change. */
export const INTENT_STORED_FOR = 90 * DAY;

/** The time after a withdrawal at which the lead is looked at again: no slower process adds one later. */
export const TIDY_AFTER = 2 * MINUTE;

export type IntentChannel = 'email' | 'sms';

export type IntentStatus = 'captured' | 'pending' | 'recovery_sent' | 'recovered' | 'expired' | 'withdrawn';

/** Statuses in which a booking ends or recovers the intent. */
export const OPEN_STATUSES = ['captured', 'pending', 'recovery_sent'] as const satisfies readonly IntentStatus[];

/** The transitions that are counted for the coach, apart from the intents. */
export type RecoveryCount = 'abandoned' | 'recovered';

export interface IntentContact {
  readonly name?: string;
  readonly email: string;
  /** E.164 where it could be read. */
  readonly phone?: string;
}

/** The sentence that a person agreed to, by ticking a box. */
export interface IntentConsent {
  readonly text: string;
  /** Names the wording. */
  readonly version: string;
  readonly channels: readonly IntentChannel[];
  readonly at: Instant;
}

/** A message that asked the person to finish the booking. */
export interface RecoveryAttempt {
  readonly at: Instant;
  readonly messageType: IntentChannel;
  readonly by: 'coach' | 'system';
  readonly incentiveId?: string;
  /** The words that the coach added. */
  readonly customMessage?: string;
}

/** A booking that a person began, and agreed to be reminded of. Instants are of the clock of the rules. */
export interface Intent {
  readonly id: string;
  readonly partnerId: string;
  readonly mode: 'test' | 'live';
  readonly coachId: string;
  readonly serviceId: string;
  readonly start?: Instant;
  readonly timeZone?: string;
  /** BCP 47. */
  readonly locale: string;
  readonly utm?: Utm;
  /** Absent once the consent was withdrawn. */
  readonly contact?: IntentContact;
  /** The e-mail as it is compared; absent with the contact. */
  readonly emailKey?: string;
  readonly consent: IntentConsent;
  readonly createdAt: Instant;
  /** When the person last changed something. */
  readonly changedAt: Instant;
  /** When it is, or was, abandoned: half an hour after the last change before that. */
  readonly abandonsAt: Instant;
  readonly abandonedAt?: Instant;
  /** When a message may go by itself; absent once that was looked at. */
  readonly automaticAt?: Instant;
  /** The last message, from which a booking recovers it anew. */
  readonly remindedAt?: Instant;
  readonly status: IntentStatus;
  readonly attempts: readonly RecoveryAttempt[];
  /** The booking; absent where it was erased. */
  readonly recoveredBy?: string;
  /** From abandonment on; of a withdrawn one until it was looked whether anything else is known of the lead. */
  readonly leadId?: string;
  /** Transitions that are still to be counted. */
  readonly uncounted: readonly RecoveryCount[];
  /** When it is deleted. Real time. */
  readonly forgetAt: Instant;
  /** Raised by one with each write. */
  readonly version: number;
}

export function isOpen({ status }: Pick<Intent, 'status'>): boolean {
  return (OPEN_STATUSES as readonly IntentStatus[]).includes(status);
}

/** Returns until when a booking recovers it: a message begins that time anew. */
export function recoverableUntil({ abandonsAt, remindedAt = abandonsAt }: Recoverable): Instant {
  return plus(remindedAt, RECOVERABLE_FOR);
}

type Recoverable = Pick<Intent, 'abandonsAt' | 'remindedAt'>;

type Waiting = Recoverable & Pick<Intent, 'status' | 'automaticAt' | 'changedAt' | 'leadId' | 'uncounted'>;

/** Returns when there is work to do about it; undefined for never. */
export function dueAtOf(intent: Waiting): Instant | undefined {
  const { status, abandonsAt, automaticAt, changedAt, leadId, uncounted } = intent;
  if (uncounted.length > 0 || status === 'captured') return abandonsAt;
  if (status === 'pending' && automaticAt !== undefined) return automaticAt;
  if (status === 'pending' || status === 'recovery_sent') return recoverableUntil(intent);
  return status === 'withdrawn' && leadId !== undefined ? plus(changedAt, TIDY_AFTER) : undefined;
}

/** Returns the status by the clock, whether it was recorded or not: bookings are not looked at. R11. */
export function statusAt(intent: Recoverable & Pick<Intent, 'status'>, now: Instant): IntentStatus {
  if (!isOpen(intent) || now < intent.abandonsAt) return intent.status;
  if (now >= recoverableUntil(intent)) return 'expired';
  return intent.status === 'captured' ? 'pending' : intent.status;
}

/** Returns whether it is in the list of abandoned ones, as it stands at `now`. */
export function isListed(
  intent: Recoverable & Pick<Intent, 'status' | 'abandonedAt'>,
  now: Instant,
  status?: IntentStatus,
): boolean {
  if (intent.abandonsAt > now || (intent.status === 'withdrawn' && intent.abandonedAt === undefined)) return false;
  return status === undefined || statusAt(intent, now) === status;
}

/** The choices of a person that change while the page is open. */
export interface IntentChange {
  readonly serviceId?: string;
  /** Null: no slot is chosen any more. */
  readonly start?: Instant | null;
  readonly timeZone?: string;
}

/** Returns the intent after a change of the person's choices, which begins the half hour anew. */
export function changed(intent: Intent, { start, ...change }: IntentChange, now: Instant): Intent {
  const { start: old, ...rest } = intent;
  const next = start === undefined ? old : (start ?? undefined);
  return {
    ...rest,
    ...change,
    ...(next !== undefined && { start: next }),
    changedAt: now,
    abandonsAt: intent.status === 'captured' ? plus(now, ABANDONED_AFTER) : intent.abandonsAt,
  };
}

const withCount = ({ uncounted }: Pick<Intent, 'uncounted'>, ...counts: readonly RecoveryCount[]) => ({
  uncounted: [...uncounted, ...counts],
});

/** Returns the intent once it is abandoned, with the lead of its person where there is one. */
export function abandoned(intent: Intent, leadId: string | undefined): Intent {
  return {
    ...intent,
    status: 'pending',
    abandonedAt: intent.abandonsAt,
    automaticAt: plus(intent.abandonsAt, AUTOMATIC_AFTER),
    ...(leadId !== undefined && { leadId }),
    ...withCount(intent, 'abandoned'),
  };
}

/** Returns an abandoned intent once its person booked; it stays so when the booking is cancelled. R43. */
export function recovered(intent: Intent, bookingId: string): Intent {
  return { ...intent, status: 'recovered', recoveredBy: bookingId, ...withCount(intent, 'recovered') };
}

/** Returns an abandoned intent after a message. Of one that had expired a booking counts again. */
export function reminded(intent: Intent, attempt: RecoveryAttempt): Intent {
  const { automaticAt: _automaticAt, ...rest } = intent;
  return { ...rest, status: 'recovery_sent', remindedAt: attempt.at, attempts: [...intent.attempts, attempt] };
}

/** Returns the intent once it was looked at whether a message goes by itself. */
export function withoutAutomatic({ automaticAt: _automaticAt, ...intent }: Intent): Intent {
  return intent;
}

export function expired(intent: Intent): Intent {
  return { ...intent, status: 'expired' };
}

/**
 * Returns the intent without the person. One that was recovered stays so. `leadId` is the lead to look at, which one
 * that is not abandoned yet may have by a process that was interrupted.
 */
export function withdrawn(intent: Intent, leadId: string, now: Instant): Intent {
  const { contact: _contact, emailKey: _key, utm: _utm, timeZone: _zone, leadId: known, ...rest } = intent;
  const status = intent.status === 'recovered' ? 'recovered' : 'withdrawn';
  const attempts = rest.attempts.map(({ customMessage: _words, ...attempt }) => attempt);
  return { ...rest, attempts, status, changedAt: now, ...(status === 'withdrawn' && { leadId: known ?? leadId }) };
}

/** Returns the share of the abandoned that was recovered, in percent with one decimal; 0 without any. */
export function recoveryRateOf(counts: Readonly<Record<RecoveryCount, number>>): number {
  return counts.abandoned === 0 ? 0 : Math.round((1000 * counts.recovered) / counts.abandoned) / 10;
}
