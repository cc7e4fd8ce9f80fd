import { takenPlaces, type PlaceClaim } from '../../domain/booking/claim.ts';
import type { ClaimTerms, PlaceRequest } from '../ports/ledgers.ts';
import { Refusal } from '../kernel/refusal.ts';

/** For dry runs, which claim nothing: the place that a claim would get. Throws PLACE_TAKEN, CAPACITY_FULL. */
export function freePlace(
  claims: readonly PlaceClaim[],
  { capacity, place, prefer }: PlaceRequest,
  { now, alsoOwn }: ClaimTerms,
): number {
  const taken = takenPlaces(claims, now, alsoOwn);
  const isFree = (n: number) => taken.every((claim) => claim.place !== n);
  if (place !== undefined && !isFree(place)) throw new Refusal('PLACE_TAKEN', `Place ${place} is taken.`);
  if (capacity !== null && taken.length >= capacity)
    throw new Refusal('CAPACITY_FULL', `All ${capacity} places are taken.`);
  const wanted = place ?? prefer;
  if (wanted !== undefined && isFree(wanted)) return wanted;
  for (let n = 1; ; n++) if (isFree(n)) return n;
}
