import type { components } from '@coach-booking/contract/types';
import type { Instant } from '@coach-booking/time/instant';
import { statusAt, type Intent, type RecoveryAttempt } from '../../domain/recovery/intent.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { instantText, optionalText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import { leadIdOf } from './lead-of-intent.ts';

type Schemas = components['schemas'];

export function attemptView({
  at,
  messageType,
  by,
  incentiveId,
  customMessage,
}: RecoveryAttempt): Schemas['RecoveryAttempt'] {
  return { at: instantText(at), messageType, by, ...present({ incentiveId, customMessage }) };
}

/** Returns an intent with all that is stored of the person. */
export function intentView(intent: Intent): Schemas['Intent'] {
  const { id, coachId, serviceId, locale, status, consent, utm, contact, timeZone, recoveredBy, leadId } = intent;
  return {
    id,
    coachId,
    serviceId,
    locale,
    status,
    attempts: intent.attempts.map(attemptView),
    consent: { ...consent, channels: [...consent.channels], at: instantText(consent.at) },
    createdAt: instantText(intent.createdAt),
    changedAt: instantText(intent.changedAt),
    ...present({ start: optionalText(intent.start), abandonedAt: optionalText(intent.abandonedAt) }),
    ...present({ utm, contact, timeZone, recoveredBy, leadId }),
  };
}

/** Returns the minutes of the service, also when it is no longer offered. */
const durationOf = ({ services, schedule }: CoachHead, serviceId: string): number =>
  services.find(({ id }) => id === serviceId)?.duration ?? schedule.defaultDuration;

/**
 * Returns an abandoned intent as the coach side sees it at `now`. One whose abandonment was not recorded yet shows the
 * lead that it will have.
 */
export function abandonedView(head: CoachHead, intent: Intent, now: Instant): Schemas['AbandonedBooking'] {
  const { id, serviceId, contact, leadId = leadIdOf(id), start, attempts, recoveredBy, consent } = intent;
  const last = attempts.at(-1);
  return {
    id,
    ...(contact && {
      leadId,
      lead: { ...contact, id: leadId, name: contact.name ?? contact.email },
      channels: [...consent.channels],
    }),
    serviceId,
    selectedSlot: { ...present({ start: optionalText(start) }), duration: durationOf(head, serviceId) },
    abandonedAt: instantText(intent.abandonsAt),
    recoveryAttempts: attempts.length,
    lastRecoveryAttempt: last ? instantText(last.at) : null,
    status: statusAt(intent, now),
    attempts: attempts.map(attemptView),
    ...present({ recoveredBy }),
  };
}
