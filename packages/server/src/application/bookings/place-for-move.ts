import type { Booking } from '../../domain/booking/booking.ts';
import {
  keepsPlace,
  placeClaimIdOf,
  placesLedger,
  takenPlaces,
  type ClaimRef,
  type PlaceClaim,
  type Session,
} from '../../domain/booking/claim.ts';
import { MAX_PLACES } from '../../domain/coach/coach.ts';
import type { KnownCoachRead } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { ClaimTerms, PlaceRequest } from '../ports/ledgers.ts';
import { takePlace, type TakeNeeds } from '../claiming/take.ts';
import { placeRefsOf } from './claims-of-booking.ts';
import { expiredAmong } from '../claiming/expire.ts';
import { freePlace } from '../claiming/free-place.ts';
import type { MovedPlace } from './record-change.ts';

/** The place with which a booking moves. */
export interface PlaceForMove {
  readonly refs: readonly ClaimRef[];
  /** Absent in a dry run. */
  readonly place?: MovedPlace;
  /** Absent where the coach has no limit. */
  readonly placeNumber?: number;
  /** All were taken, and the coach side went on. */
  readonly isOverCapacity?: boolean;
}

const isFull = (places: readonly PlaceClaim[], capacity: number | null, { now, alsoOwn }: ClaimTerms): boolean =>
  capacity !== null && takenPlaces(places, now, alsoOwn).length >= capacity;

/**
 * Asks for the place of a move, in one write: the booking's own goes on for as long as the later of both sessions, and
 * one that has given way, since its session is over, is asked for anew. It stays unsettled until the move is recorded.
 * R1. With `override` it
 * goes beyond the capacity. Throws CAPACITY_FULL.
 */
export async function placeForMove(
  core: TakeNeeds,
  context: Context,
  booking: Booking,
  { head, places }: KnownCoachRead,
  session: Session,
  override = false,
): Promise<PlaceForMove> {
  const { id, coachId, version, placeNumber } = booking;
  const { capacity } = head;
  const named = placeRefsOf(booking)[0];
  const claimId = named?.id ?? placeClaimIdOf(id, version);
  const prefer = placeNumber !== undefined && placeNumber <= (capacity ?? Infinity) ? placeNumber : undefined;
  const request = { capacity, ...present({ prefer }) };
  const above = { capacity: MAX_PLACES };
  const shown = (place: number) => present({ placeNumber: capacity === null ? undefined : place });
  const own = places.find((claim) => claim.id === claimId && keepsPlace(claim, context.now));
  // Over, and moved to a time that has begun, it needs none. R17.
  if (!own && session.start <= context.now) return { refs: placeRefsOf(booking) };
  if (context.dryRun) {
    const terms = { now: context.now, alsoOwn: [id, ...(await expiredAmong(core, places, context.now))] };
    const isOverCapacity = !own && override && isFull(places, capacity, terms);
    const place = own?.place ?? freePlace(places, isOverCapacity ? above : request, terms);
    return { refs: placeRefsOf(booking), isOverCapacity, ...shown(place) };
  }
  const [ledgerId, turn, until] = [placesLedger(coachId), core.newId(), session.end];
  const wanted = { owner: { kind: 'booking', id }, claimId, turn, until } as const;
  const placeOf = (asked: PlaceRequest) =>
    takePlace(core, scopeOf(context), coachId, wanted, asked, { now: context.now });
  const asked = await placeOf(request);
  // The coach side goes beyond the capacity, to the lowest number above. R16.
  const isOverCapacity = asked === 'CAPACITY_FULL' && override;
  const place = isOverCapacity ? await placeOf(above) : asked;
  if (typeof place !== 'number') throw new Refusal(place, `All ${capacity} places of coach ${head.slug} are taken.`);
  const claimed = { ledgerId, claimId, turn, until };
  return { refs: [{ id: claimId, ledgers: [ledgerId] }], place: claimed, isOverCapacity, ...shown(place) };
}
