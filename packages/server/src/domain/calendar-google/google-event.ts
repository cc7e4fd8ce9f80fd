/** The fields of Google's answers that are read. Any may be missing. */
export interface GoogleMoment {
  readonly date?: string;
  /** With an offset. */
  readonly dateTime?: string;
}

export interface GoogleConference {
  readonly createRequest?: { readonly status?: { readonly statusCode?: string } };
  readonly entryPoints?: readonly { readonly entryPointType?: string; readonly uri?: string }[];
}

export interface GoogleEvent {
  readonly id?: string;
  readonly iCalUID?: string;
  readonly etag?: string;
  readonly status?: string;
  readonly start?: GoogleMoment;
  readonly end?: GoogleMoment;
  readonly transparency?: string;
  readonly eventType?: string;
  readonly attendees?: readonly { readonly self?: boolean; readonly responseStatus?: string }[];
  readonly conferenceData?: GoogleConference;
  readonly extendedProperties?: { readonly private?: Readonly<Record<string, string>> };
}

export interface GoogleEvents {
  readonly items?: readonly GoogleEvent[];
  /** The calendar's. */
  readonly timeZone?: string;
  readonly nextPageToken?: string;
  readonly nextSyncToken?: string;
}

const BOOKING_ID = /^[0-9a-f]{24}$/;
const OWN_UID = /^([0-9a-f]{24})@coach-booking$/i;

/**
 * Returns the id of a booking's event: the booking's own id, since a hexadecimal number has only signs of base32hex,
 * the ones that Google takes. So a second creation finds the first.
 */
export function eventIdOf(bookingId: string): string {
  return bookingId;
}

/** Returns whether an event has the id of a booking, so that it was written by us: its own id is the booking's. */
export function isWritten<E extends Pick<GoogleEvent, 'id'>>(event: E): event is E & { readonly id: string } {
  return BOOKING_ID.test(event.id ?? '');
}

/** Returns the id of the booking of which an event may be: written by us, or taken in from the file of a mail. */
export function bookingIdOf({ id = '', iCalUID = '' }: GoogleEvent): string | undefined {
  return BOOKING_ID.test(id) ? id : OWN_UID.exec(iCalUID)?.[1]?.toLowerCase();
}

/** Returns the path of the events of a calendar, and of one of them. */
export function eventsPath(calendarId: string, eventId?: string): string {
  const events = `/calendars/${encodeURIComponent(calendarId)}/events`;
  return eventId === undefined ? events : `${events}/${encodeURIComponent(eventId)}`;
}
