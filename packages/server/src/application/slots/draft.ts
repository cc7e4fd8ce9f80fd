import { ledgersOf, type Session } from '../../domain/booking/claim.ts';
import type { CoachHead, Service } from '../../domain/coach/coach.ts';
import type { SlotRules } from '../../domain/slots/slot-question.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import { instantOf } from '../kernel/instants.ts';
import type { PlaceRequest } from '../ports/ledgers.ts';
import { Refusal, orThrow } from '../kernel/refusal.ts';
import { inputRefusal } from '../kernel/scope.ts';
import type { Search } from './search.ts';
import { isAssignable, staffNotFound } from '../coach-head/team.ts';
import { whereOrRefusal, type Where } from '../coach-head/where.ts';
import { sessionAt, sessionRulesOrRefusal } from './session-rules.ts';

/** The booking that a request would make with a coach as read at one moment. */
export interface Draft {
  readonly head: CoachHead;
  readonly service?: Service;
  readonly rules: Required<SlotRules>;
  readonly where: Where;
  /** The member of staff to run it. */
  readonly staffId?: string;
  /** Absent when only a place is requested. */
  readonly session?: Session;
  /** The coach's day ledgers to claim, in order. */
  readonly ledgers: readonly string[];
  /** Every booking takes a place, whether the coach has a limit or not (R30). */
  readonly place: PlaceRequest;
}

const placeRequestOf = (
  { capacity }: CoachHead,
  place: number | undefined,
  hasTime: boolean,
): PlaceRequest | Refusal => {
  if (!hasTime && place === undefined) return inputRefusal('start', 'A booking needs a start, or a placeNumber.');
  if (capacity === null)
    return place === undefined ? { capacity } : inputRefusal('placeNumber', 'This coach has no numbered places.');
  if (place !== undefined && place > capacity) return inputRefusal('placeNumber', `This coach has ${capacity} places.`);
  return place === undefined ? { capacity } : { capacity, place };
};

const coachInactive = (head: CoachHead): Refusal =>
  new Refusal('COACH_INACTIVE', `Coach ${head.slug} takes no bookings now.`);

/** Rejects an inactive coach. Throws COACH_INACTIVE. */
export function checkActive(head: CoachHead): void {
  if (!head.active) throw coachInactive(head);
}

/**
 * Returns the draft, or why there is none: COACH_INACTIVE, SERVICE_NOT_FOUND, STAFF_NOT_FOUND, INVALID_REQUEST for an
 * impossible place or a meeting place of a session online.
 */
export function draftOrRefusal(head: CoachHead, input: InputOf<'createBooking'>): Draft | Refusal {
  if (!head.active) return coachInactive(head);
  const { staffId } = input;
  if (staffId !== undefined && !isAssignable(head, staffId)) return staffNotFound(head, staffId);
  const asked = sessionRulesOrRefusal(head, input);
  if (asked instanceof Refusal) return asked;
  const { service, rules } = asked;
  const where = whereOrRefusal(input, service);
  if (where instanceof Refusal) return where;
  const place = placeRequestOf(head, input.placeNumber, input.start !== undefined);
  if (place instanceof Refusal) return place;
  const session = input.start === undefined ? undefined : sessionAt(instantOf(input.start), rules);
  return {
    head,
    rules,
    where,
    place,
    ledgers: session ? ledgersOf(head.id, session) : [],
    ...(service ? { service } : {}),
    ...(staffId === undefined ? {} : { staffId }),
    ...(session ? { session } : {}),
  };
}

/**
 * Returns the draft. Throws COACH_INACTIVE, SERVICE_NOT_FOUND, STAFF_NOT_FOUND, INVALID_REQUEST for an impossible
 * place.
 */
export function draftOf(head: CoachHead, input: InputOf<'createBooking'>): Draft {
  return orThrow(draftOrRefusal(head, input));
}

/** Returns whether claims made for one are claims made for the other. */
export function haveSameClaims(a: Draft, b: Draft): boolean {
  return JSON.stringify([a.session, a.ledgers, a.place]) === JSON.stringify([b.session, b.ledgers, b.place]);
}

export function searchOf(
  { head, rules, staffId }: Draft,
  { now }: Context,
  exceptOwners: readonly string[] = [],
): Search {
  return {
    head,
    rules,
    now,
    exceptOwners,
    staffId,
  };
}
