import type { LocationKind, MeetingPlace } from '../../domain/booking/booking.ts';
import { DEFAULT_LOCATION, type Service } from '../../domain/coach/coach.ts';
import { cleanName } from '../../domain/person/written.ts';
import { inputRefusal } from '../kernel/scope.ts';
import { orThrow, Refusal } from '../kernel/refusal.ts';

/** The kind and the place of a session. Only one in person has a place, and it need not have one. */
export interface Where {
  readonly locationKind: LocationKind;
  readonly place?: MeetingPlace;
}

const parts = ['name', 'address', 'hint'] as const;

const placeOrRefusal = (given: MeetingPlace, locationKind: LocationKind): MeetingPlace | Refusal => {
  if (locationKind !== 'in_person') return inputRefusal('place', 'Only a session in person has a place.');
  const written = parts.flatMap((part) => (given[part] === undefined ? [] : [[part, cleanName(given[part])] as const]));
  const blank = written.find(([, text]) => text === '');
  if (blank) return inputRefusal(`place.${blank[0]}`, 'Must not be blank.');
  return { address: '', ...Object.fromEntries(written) };
};

/** Returns the place in its one form. Throws INVALID_REQUEST for one of a session online, and for a blank part. */
export function checkedPlace(given: MeetingPlace, locationKind: LocationKind): MeetingPlace {
  return orThrow(placeOrRefusal(given, locationKind));
}

/**
 * Returns where a session is to be: as asked, or else as the service has it now. The place of a service is left out
 * where the session is online. INVALID_REQUEST for a place that is asked for online.
 */
export function whereOrRefusal(
  asked: { readonly locationKind?: LocationKind | undefined; readonly place?: MeetingPlace | undefined },
  service: Service | undefined,
): Where | Refusal {
  const locationKind = asked.locationKind ?? service?.locationKind ?? DEFAULT_LOCATION;
  if (asked.place === undefined)
    return { locationKind, ...(locationKind === 'in_person' && service?.place && { place: service.place }) };
  const place = placeOrRefusal(asked.place, locationKind);
  return place instanceof Refusal ? place : { locationKind, place };
}
