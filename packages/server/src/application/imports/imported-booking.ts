import { earliest } from '@coach-booking/time/instant';
import type { Booking } from '../../domain/booking/booking.ts';
import type { ClaimRef } from '../../domain/booking/claim.ts';
import { bookedTime, bookedVideo } from '../bookings/build-booking.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import { actorOf, scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { BookingDraft } from './booking-draft.ts';

const UNNAMED_SESSION = 'Session';

/** The claims that were taken for it, and its attendee as a booking states it. */
export interface ImportedParts {
  readonly id: string;
  readonly attendee: Booking['attendee'];
  readonly claims: readonly ClaimRef[];
  readonly placeNumber?: number | undefined;
}

const cancelled = (context: Context, { fields, status, session }: BookingDraft) =>
  status === 'cancelled' && {
    cancelledAt: earliest(session.start, context.now),
    cancelledBy: fields.cancelledBy ?? actorOf(context),
    ...present({ cancellationReason: fields.cancellationReason }),
  };

const priceOf = ({ fields, service }: BookingDraft): Booking['price'] =>
  fields.priceAmount !== undefined && fields.priceCurrency !== undefined
    ? { amount: fields.priceAmount, currency: fields.priceCurrency }
    : service?.price;

/**
 * The booking of a row, in the state of the row, with one step behind it. What takes its time has an event, without
 * messages; what does not has none (R38).
 */
export function importedBooking(
  { newId }: Pick<Core, 'newId'>,
  context: Context,
  draft: BookingDraft,
  { id, attendee, claims, placeNumber }: ImportedParts,
): Booking {
  const { fields, head, service, where, rules, session, status, takesTime, createdAt } = draft;
  const { schedule } = head;
  const by = actorOf(context);
  const { start, end } = session;
  const data = { status, by, start, end, notify: false };
  const video = takesTime ? bookedVideo(where.locationKind, service) : undefined;
  return {
    ...scopeOf(context),
    id,
    kind: 'booking',
    coachId: head.id,
    status,
    time: bookedTime(head, session),
    duration: rules.duration,
    timeZone: fields.timeZone ?? draft.attendee.contact.timeZone ?? schedule.timeZone,
    attendee,
    serviceTitle: service?.title ?? fields.serviceTitle?.trim() ?? UNNAMED_SESSION,
    notes: fields.notes ?? '',
    ...where,
    policy: {
      bufferBefore: rules.bufferBefore,
      bufferAfter: rules.bufferAfter,
      minimumNotice: schedule.minimumNotice,
      autoConfirm: schedule.autoConfirm,
    },
    scheduleVersion: head.version,
    ...cancelled(context, draft),
    manageNonce: newId(),
    claims,
    releasing: [],
    releasingAt: null,
    history: [{ type: 'created', at: createdAt, by, to: status, newStart: start }],
    outbox: takesTime ? [{ id: newId(), type: 'booking.created', at: context.now, version: 1, data }] : [],
    version: 1,
    createdAt,
    ...(fields.reminders === false && { reminders: false }),
    ...present({ serviceId: service?.id, price: priceOf(draft), placeNumber, video }),
  };
}
