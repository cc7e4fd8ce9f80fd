import type { RecordObject } from '../../domain/external-record/external-record.ts';
import type { AccountOfCoach } from '../ports/external-record-adapters.ts';
import type { Core } from '../ports/core.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import type { GooglePlace } from './event-writer.ts';
import type { GoogleNeeds } from './google-api.ts';

export type PlaceNeeds = GoogleNeeds & Pick<Core, 'calendarSources'>;

/**
 * Returns where events of an account are to be: in the calendar that its source takes bookings into, or, of meetings,
 * in the calendar that is their host. Throws `refused` where there is none any more.
 */
export async function placeOf(core: PlaceNeeds, account: AccountOfCoach): Promise<GooglePlace> {
  const { sourceId, connectionId, host } = account;
  if (connectionId !== undefined && host !== undefined) return { connectionId, calendarId: host };
  const source = sourceId === undefined ? null : await core.calendarSources.byId(account, sourceId);
  const calendarId = host ?? (source?.kind === 'google' ? source.writesTo : undefined);
  if (source?.kind !== 'google' || calendarId === undefined) throw new ProviderFailure('NO_CALENDAR', 'refused');
  return { connectionId: source.connectionId, calendarId };
}

/** Returns where an event was made, which stays though its source takes bookings elsewhere by now, or is gone. */
export async function placeOfObject(
  core: PlaceNeeds,
  account: AccountOfCoach,
  { details: { calendarId, connectionId } = {} }: RecordObject,
): Promise<GooglePlace> {
  const isKnown = calendarId !== undefined && connectionId !== undefined;
  return isKnown ? { calendarId, connectionId } : placeOf(core, account);
}
