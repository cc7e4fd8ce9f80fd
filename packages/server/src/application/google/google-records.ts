import type { GoogleEvent } from '../../domain/calendar-google/google-event.ts';
import type { RecordDetails, RecordObject } from '../../domain/external-record/external-record.ts';
import type { RecordAdapter } from '../ports/external-record-adapters.ts';
import { present } from '../kernel/present.ts';
import { hasPart, isDeleted } from './event-of-session.ts';
import { createEventWriter, type GooglePlace } from './event-writer.ts';
import { placeOf, placeOfObject, type PlaceNeeds } from './place-of-account.ts';

/** Returns what a record keeps of an event. */
export function objectOf(
  { id = '', etag }: GoogleEvent,
  { calendarId, connectionId }: GooglePlace,
  details: RecordDetails = {},
): RecordObject {
  return { id, ...present({ etag }), details: { ...details, calendarId, connectionId } };
}

/**
 * Writes bookings into Google calendars. An event has the id of its booking, so that none is made twice. One that was
 * moved in Google Calendar is a conflict; other changes of it, such as a colour, are not.
 */
export function createGoogleRecords(core: PlaceNeeds): RecordAdapter {
  const writer = createEventWriter(core, 'calendar');
  return {
    async find(account, tag) {
      const place = await placeOf(core, account);
      const event = await writer.read(place, tag);
      return event && !isDeleted(event) && hasPart(event, 'calendar') ? objectOf(event, place) : null;
    },
    async create(account, session) {
      const place = await placeOf(core, account);
      return objectOf(await writer.insert(place, session), place);
    },
    async update(account, object, session) {
      const place = await placeOf(core, account);
      const madeAt = await placeOfObject(core, account, object);
      return objectOf(await writer.change(place, session, { madeAt, ...present({ etag: object.etag }) }), place);
    },
    remove: async (account, object) => writer.remove(await placeOfObject(core, account, object), object.id),
  };
}
