import type { Booking } from '../../domain/booking/booking.ts';
import { offeredServices, type CoachHead, type Service } from '../../domain/coach/coach.ts';
import type { Session } from '../../domain/booking/claim.ts';
import type { SlotRules } from '../../domain/slots/slot-question.ts';
import { minus, plus, type Instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import { Refusal, orThrow } from '../kernel/refusal.ts';

/** The fields of a session that the caller may choose. Minutes. */
export interface SessionRequest {
  readonly serviceId?: string | undefined;
  readonly duration?: number | undefined;
  readonly slotInterval?: number | undefined;
}

export interface SessionRules {
  readonly service?: Service;
  readonly rules: Required<SlotRules>;
}

/**
 * Returns the named service; without one and without a duration the first. SERVICE_NOT_FOUND for one that is not
 * offered.
 */
const serviceOf = (head: CoachHead, { serviceId, duration }: SessionRequest): Service | undefined | Refusal => {
  const offered = offeredServices(head);
  if (serviceId === undefined) return duration === undefined ? offered[0] : undefined;
  const service = offered.find(({ id, slug }) => id === serviceId || slug === serviceId);
  return service ?? new Refusal('SERVICE_NOT_FOUND', `Coach ${head.slug} offers no service ${serviceId}.`);
};

const rulesOf = (
  { schedule }: CoachHead,
  service: Service | undefined,
  { duration, slotInterval }: SessionRequest,
): Required<SlotRules> => ({
  duration: duration ?? service?.duration ?? schedule.defaultDuration,
  interval: slotInterval ?? service?.slotInterval ?? schedule.slotInterval,
  bufferBefore: service?.bufferBefore ?? schedule.bufferBefore,
  bufferAfter: service?.bufferAfter ?? schedule.bufferAfter,
});

/**
 * Returns the rules of the request, or else the service's, or else the schedule's; or the refusal SERVICE_NOT_FOUND.
 */
export function sessionRulesOrRefusal(head: CoachHead, request: SessionRequest): SessionRules | Refusal {
  const service = serviceOf(head, request);
  if (service instanceof Refusal) return service;
  const rules = rulesOf(head, service, request);
  return service ? { service, rules } : { rules };
}

/** Returns the rules. Throws SERVICE_NOT_FOUND. */
export function sessionRules(head: CoachHead, request: SessionRequest): SessionRules {
  return orThrow(sessionRulesOrRefusal(head, request));
}

/**
 * Returns the rules by which a booking moves: its service's as they are now, even when it is no longer offered, and its
 * own duration.
 */
export function rulesOfBooked(head: CoachHead, booked: { serviceId?: string; duration: number }): Required<SlotRules> {
  return rulesOf(
    head,
    head.services.find(({ id }) => id === booked.serviceId),
    { duration: booked.duration },
  );
}

/**
 * Returns the session of a booking for which another time is searched: those rules, and its service as it was booked,
 * whether it is still offered or not. The coach side may choose another duration.
 */
export function bookedSession(
  head: CoachHead,
  booking: Pick<Booking, 'serviceId' | 'serviceTitle' | 'duration' | 'price' | 'locationKind' | 'place'>,
  { duration, slotInterval }: SessionRequest,
): SessionRules {
  const stored = head.services.find(({ id }) => id === booking.serviceId);
  const booked = rulesOf(head, stored, { duration: duration ?? booking.duration, slotInterval });
  if (booking.serviceId === undefined) return { rules: booked };
  const { serviceId: id, serviceTitle: title, price, locationKind, place } = booking;
  const { price: _price, place: _place, ...offered } = stored ?? {};
  // A service that was dropped, long after it was deleted, has no slug of its own any more.
  return {
    rules: booked,
    service: {
      slug: `service-${id}`,
      ...offered,
      id,
      title,
      locationKind,
      duration: booking.duration,
      ...(price && { price }),
      ...(place && { place }),
    },
  };
}

export function sessionAt(start: Instant, { duration, bufferBefore, bufferAfter }: Required<SlotRules>): Session {
  const end = plus(start, duration * MINUTE);
  return { start, end, paddedStart: minus(start, bufferBefore * MINUTE), paddedEnd: plus(end, bufferAfter * MINUTE) };
}
