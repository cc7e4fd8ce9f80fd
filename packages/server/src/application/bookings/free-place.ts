import type { PlaceClaim } from '../../domain/booking/claim.ts';
import type { PlaceRequest } from '../ports/ledgers.ts';
import { Refusal } from '../kernel/refusal.ts';

/** For dry runs, which claim nothing: the place that a claim would get. Throws PLACE_TAKEN, CAPACITY_FULL. */
export function freePlace(taken: readonly PlaceClaim[], { capacity, place }: PlaceRequest): number {
  const isFree = (n: number) => taken.every((claim) => claim.place !== n);
  if (place !== undefined && !isFree(place)) throw new Refusal('PLACE_TAKEN', `Place ${place} is taken.`);
  if (taken.length >= capacity) throw new Refusal('CAPACITY_FULL', `All ${capacity} places are taken.`);
  for (let n = 1; ; n++) if (place === n || (place === undefined && isFree(n))) return n;
}
