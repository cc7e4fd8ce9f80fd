import type { Booking } from '../../domain/booking/booking.ts';
import { keepsPlace, placeClaimIdOf, placesLedger, type ClaimRef, type Session } from '../../domain/booking/claim.ts';
import type { KnownCoachRead } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import { takePlace, type TakeNeeds } from '../claiming/take.ts';
import { placeRefsOf } from './claims-of-booking.ts';
import { freePlace } from '../claiming/free-place.ts';
import type { MovedPlace } from './record-change.ts';

/** The place with which a booking moves. */
export interface PlaceForMove {
  readonly refs: readonly ClaimRef[];
  /** Absent in a dry run. */
  readonly place?: MovedPlace;
  /** Absent where the coach has no limit. */
  readonly placeNumber?: number;
}

/**
 * Asks for the place of a move, in one write: the booking's own goes on for as long as the later of both sessions, and
 * one that has given way, since its session is over, is asked for anew. It stays unsettled until the move is recorded.
 * R1. Throws CAPACITY_FULL.
 */
export async function placeForMove(
  core: TakeNeeds,
  context: Context,
  booking: Booking,
  { head, places }: KnownCoachRead,
  session: Session,
): Promise<PlaceForMove> {
  const { id, coachId, version, placeNumber } = booking;
  const { capacity } = head;
  const named = placeRefsOf(booking)[0];
  const claimId = named?.id ?? placeClaimIdOf(id, version);
  const prefer = placeNumber !== undefined && placeNumber <= (capacity ?? Infinity) ? placeNumber : undefined;
  const request = { capacity, ...present({ prefer }) };
  const shown = (place: number) => present({ placeNumber: capacity === null ? undefined : place });
  if (context.dryRun) {
    const own = places.find((claim) => claim.id === claimId && keepsPlace(claim, context.now));
    const place = own?.place ?? freePlace(places, request, { now: context.now, alsoOwn: [id] });
    return { refs: placeRefsOf(booking), ...shown(place) };
  }
  const [ledgerId, turn, until] = [placesLedger(coachId), core.newId(), session.end];
  const wanted = { owner: { kind: 'booking', id }, claimId, turn, until } as const;
  const place = await takePlace(core, scopeOf(context), coachId, wanted, request, { now: context.now });
  if (typeof place !== 'number') throw new Refusal(place, `All ${capacity} places of coach ${head.slug} are taken.`);
  return { refs: [{ id: claimId, ledgers: [ledgerId] }], place: { ledgerId, claimId, turn, until }, ...shown(place) };
}
