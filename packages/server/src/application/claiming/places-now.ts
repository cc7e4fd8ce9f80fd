import { countedPlaces, placesLedger, type PlaceClaim, type PlaceCount } from '../../domain/booking/claim.ts';
import type { Context } from '../kernel/context.ts';
import type { Deps } from '../ports/deps.ts';
import { expiredForReaders } from './expire.ts';

/**
 * Returns the number of these places that are taken by the clock of the request: none by a request that has expired.
 * R25.
 */
export async function placesNow(
  core: Pick<Deps, 'bookings'>,
  context: Context,
  places: readonly PlaceClaim[],
): Promise<PlaceCount> {
  return countedPlaces(places, context.now, await expiredForReaders(core, context, places));
}

/**
 * The same of many coaches, in one read. In test mode it takes one for each: the store counts, and does not recognise
 * expired requests.
 */
export async function countPlacesNow(
  core: Pick<Deps, 'bookings' | 'ledgers'>,
  context: Context,
  coachIds: readonly string[],
): Promise<ReadonlyMap<string, PlaceCount>> {
  if (context.caller.mode === 'live') return core.ledgers.countPlaces(coachIds, context.now);
  const counts = coachIds.map(async (coachId) => {
    const places = await core.ledgers.placesOf(placesLedger(coachId));
    return [coachId, await placesNow(core, context, places)] as const;
  });
  return new Map(await Promise.all(counts));
}
