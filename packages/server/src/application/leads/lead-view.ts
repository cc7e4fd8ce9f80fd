import type { components } from '@coach-booking/contract/types';
import { latest, type Instant } from '@coach-booking/time/instant';
import { behaviourOf } from '../../domain/lead/behaviour.ts';
import { scoreParts } from '../../domain/lead/score.ts';
import { temperatureShown } from '../../domain/lead/temperature.ts';
import { instantText } from '../kernel/instants.ts';
import type { AttendeeBooking } from '../ports/booking-reads.ts';
import type { Contact, Lead, LeadMark } from '../ports/leads.ts';
import { present } from '../kernel/present.ts';
import { sessionsOf } from '../people/sessions-of.ts';

/** The version of a lead without marks. */
export const FIRST_VERSION = 1;

export function markOf({ marks }: Lead, coachId: string): LeadMark | undefined {
  return marks.find((mark) => mark.coachId === coachId);
}

/** The part of a lead that one coach may read. */
export interface KnownLead {
  readonly lead: Lead;
  readonly coachId: string;
  /** With this coach. */
  readonly bookings: readonly AttendeeBooking[];
  /** The last one that this coach received. */
  readonly contact: Contact;
  /** The account, once bookings with this coach belong to it. */
  readonly clientId?: string;
}

/**
 * Returns a lead as its coach sees it: bookings, score and marks of other coaches are left out. The score is counted at
 * `now`, an instant.
 */
export function leadView(
  { lead, coachId, bookings, contact, clientId }: KnownLead,
  now: Instant,
): components['schemas']['Lead'] {
  const { name, email, phone, timeZone } = contact;
  const mark = markOf(lead, coachId);
  const behaviour = behaviourOf(bookings, phone !== undefined);
  const parts = scoreParts(behaviour, now);
  const score = parts.reduce((sum, { points }) => sum + points, 0);
  const { lastBookingAt } = behaviour;
  return {
    id: lead.id,
    name,
    temperature: temperatureShown(score, mark?.temperature),
    score,
    scoreParts: parts.map((part) => ({ ...part })),
    isSetByHand: mark?.temperature !== undefined,
    source: lead.source,
    bookings: behaviour.bookings,
    version: mark?.version ?? FIRST_VERSION,
    createdAt: instantText(lead.createdAt),
    updatedAt: instantText(latest(lead.createdAt, lastBookingAt ?? lead.createdAt, mark?.updatedAt ?? lead.createdAt)),
    ...present({
      email,
      phone,
      timeZone,
      utm: lead.utm,
      notes: mark?.notes,
      lastBookingAt: lastBookingAt === undefined ? undefined : instantText(lastBookingAt),
      clientId,
      ...sessionsOf(bookings, now),
    }),
  };
}
