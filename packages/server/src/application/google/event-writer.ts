import { eventIdOf, eventsPath, type GoogleEvent } from '../../domain/calendar-google/google-event.ts';
import type { RecordSession } from '../ports/external-record-adapters.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { present } from '../kernel/present.ts';
import { eventOf, hasPart, isDeleted, isMoved, isOf, newEventOf, withoutPart, type Part } from './event-of-session.ts';
import { callGoogle, type GoogleCall, type GoogleNeeds } from './google-api.ts';

/** The place of an event: the grant and the calendar. */
export interface GooglePlace {
  readonly connectionId: string;
  readonly calendarId: string;
}

/** The event as a record knows it. */
export interface KnownEvent {
  readonly madeAt: GooglePlace;
  readonly etag?: string;
}

/** Writes bookings as events, of which one part is its own. All throw a ProviderFailure. */
export interface EventWriter {
  /** Returns the event of a booking, also one that was deleted; null when there never was one. */
  read(place: GooglePlace, bookingId: string): Promise<GoogleEvent | null>;
  /**
   * Inserts it. Where its id is taken, what is there becomes the event of the booking again. `more` is written with it,
   * by what was there before.
   */
  insert(
    place: GooglePlace,
    session: RecordSession,
    more?: (before: GoogleEvent | null) => object,
  ): Promise<GoogleEvent>;
  /**
   * Changes it. Throws `conflict` when it was moved in Google Calendar since it had this etag, and `gone`, also when it
   * was made at another place, from where it is removed.
   */
  change(place: GooglePlace, session: RecordSession, known: KnownEvent): Promise<GoogleEvent>;
  /** Removes this part: deletes the event, unless the other part needs it. One that is gone is removed. */
  remove(place: GooglePlace, bookingId: string): Promise<void>;
}

/** Invites no one, so that Google writes no mail. */
const QUIETLY = { sendUpdates: 'none' };
const WRITING = { ...QUIETLY, conferenceDataVersion: '1' };
/** Codes of Google: its own of a 410 and of a 409. */
const GONE = 'deleted';
const TAKEN = 'duplicate';

const isFailure = (error: unknown, kind: ProviderFailure['kind']): error is ProviderFailure =>
  error instanceof ProviderFailure && error.kind === kind;

/** Another has written the event since it was read, most likely its other part: it is read again, and no conflict. */
const again = (error: unknown): never => {
  if (isFailure(error, 'conflict')) throw new ProviderFailure(error.code, 'unavailable');
  throw error;
};

export function createEventWriter(core: GoogleNeeds, part: Part): EventWriter {
  const other: Part = part === 'calendar' ? 'video' : 'calendar';

  /** Returns the event that a call answers; a write without one may have been done. */
  const eventFrom = async (place: GooglePlace, call: GoogleCall): Promise<GoogleEvent> => {
    const event = await callGoogle<GoogleEvent>(core, place.connectionId, call);
    if (event?.id === undefined)
      throw new ProviderFailure('BAD_ANSWER', call.method === 'GET' ? 'unavailable' : 'unknown');
    return event;
  };
  const pathOf = ({ calendarId }: GooglePlace, bookingId: string): string =>
    eventsPath(calendarId, eventIdOf(bookingId));

  const read = async (place: GooglePlace, bookingId: string): Promise<GoogleEvent | null> => {
    try {
      return await eventFrom(place, { method: 'GET', path: pathOf(place, bookingId) });
    } catch (error) {
      if (isFailure(error, 'gone')) return null;
      throw error;
    }
  };

  const patch = (place: GooglePlace, bookingId: string, json: object, { etag }: GoogleEvent): Promise<GoogleEvent> => {
    const call = { method: 'PATCH', path: pathOf(place, bookingId), query: WRITING, json } as const;
    return eventFrom(place, { ...call, ...present({ ifMatch: etag }) }).catch(again);
  };

  const remove = async (place: GooglePlace, bookingId: string): Promise<void> => {
    const event = await read(place, bookingId);
    if (!event || isDeleted(event) || !isOf(event, bookingId)) return;
    if (hasPart(event, other)) {
      await patch(place, bookingId, withoutPart(part), event);
      return;
    }
    const call = { method: 'DELETE', path: pathOf(place, bookingId), query: QUIETLY } as const;
    try {
      await callGoogle(core, place.connectionId, { ...call, ...present({ ifMatch: event.etag }) });
    } catch (error) {
      if (!isFailure(error, 'gone')) again(error);
    }
  };

  return {
    read,
    remove,
    async insert(place, session, more = () => ({})) {
      const json = { ...newEventOf(session, part), ...more(null) };
      try {
        return await eventFrom(place, { method: 'POST', path: eventsPath(place.calendarId), query: WRITING, json });
      } catch (error) {
        // The calendar is gone, or hidden from this account by now.
        if (isFailure(error, 'gone')) throw new ProviderFailure(error.code, 'refused');
        if (!isFailure(error, 'refused') || error.code !== TAKEN) throw error;
      }
      const taken = await read(place, session.bookingId);
      if (!taken || !isOf(taken, session.bookingId)) throw new ProviderFailure(TAKEN, 'refused');
      return patch(place, session.bookingId, { ...eventOf(session, part), ...more(taken) }, taken);
    },
    async change(place, session, { madeAt, etag }) {
      if (madeAt.calendarId !== place.calendarId || madeAt.connectionId !== place.connectionId) {
        await remove(madeAt, session.bookingId);
        throw new ProviderFailure(GONE, 'gone');
      }
      const event = await read(place, session.bookingId);
      if (!event || isDeleted(event)) throw new ProviderFailure(GONE, 'gone');
      if (event.etag !== etag && isMoved(event, session)) throw new ProviderFailure('moved_there', 'conflict');
      return patch(place, session.bookingId, eventOf(session, part), event);
    },
  };
}
