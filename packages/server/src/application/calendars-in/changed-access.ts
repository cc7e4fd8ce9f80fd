import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import type { SourceCalendar } from '../../domain/calendar-source/source-access.ts';
import { isSameSite } from '../../domain/dav/same-site.ts';
import type { InputOf } from '../kernel/contract.ts';
import { refuseInput } from '../kernel/scope.ts';

type Change = Pick<
  InputOf<'updateExternalCalendar'>,
  'password' | 'calendars' | 'writeBookings' | 'bookingCalendar' | 'bookingDetail'
>;
/** A source of an account. */
type OfAccount = Exclude<CalendarSource, { readonly kind: 'ics' }>;

/** Returns the source with another password and other calendars of its account; both are read anew. */
const withAccess = (source: OfAccount, { password, calendars: chosen }: Change): OfAccount => {
  const calendars: readonly SourceCalendar[] = chosen ?? source.calendars;
  if (source.kind !== 'caldav') {
    if (password !== undefined) refuseInput('password', `Calendars of the kind ${source.kind} do not have it.`);
    return { ...source, calendars };
  }
  const { server } = source;
  for (const [n, { id }] of calendars.entries())
    if (!URL.canParse(id) || !isSameSite(new URL(server), new URL(id)))
      refuseInput(`calendars.${n}.id`, 'A calendar has to be at the server of its account.');
  return { ...source, calendars, ...(password !== undefined && { password }) };
};

/**
 * Returns the source after a change of how its account is reached, and of what is written into it. Throws
 * INVALID_REQUEST for what its kind does not have, and for a calendar that is none of it.
 */
export function changedAccess(
  source: CalendarSource,
  change: Change,
  now: CalendarSource['createdAt'],
): CalendarSource {
  const given = Object.entries(change).find(([, value]) => value !== undefined);
  if (!given) return source;
  if (source.kind === 'ics') refuseInput(given[0], 'Calendars of the kind ics do not have it: they are read alone.');
  const { writesTo: before, ...rest } = withAccess(source, change);
  const isOn = change.writeBookings ?? before !== undefined;
  const writesTo = isOn ? (change.bookingCalendar ?? before ?? rest.calendars[0]?.id) : undefined;
  const writesDetail = change.bookingDetail ?? source.writesDetail;
  if (writesTo === undefined)
    return { ...rest, ...(writesDetail && { writesDetail }), ...(before !== undefined && { writesChangedAt: now }) };
  if (!rest.calendars.some(({ id }) => id === writesTo))
    refuseInput('bookingCalendar', 'Bookings can be written into one of the calendars of this account alone.');
  const isSame = writesTo === before && writesDetail === source.writesDetail && change.password === undefined;
  return {
    ...{ ...rest, writesTo, hasWritten: true },
    ...(writesDetail && { writesDetail }),
    ...(!isSame && { writesChangedAt: now }),
  };
}
