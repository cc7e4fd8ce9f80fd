import type { RecordObject } from '../../domain/external-record/external-record.ts';
import { transactionIdOf } from '../../domain/calendar-outlook/outlook-uid.ts';
import type { Core } from '../ports/core.ts';
import type { AccountOfCoach, RecordAdapter, RecordSession } from '../ports/external-record-adapters.ts';
import { ProviderFailure, type ProviderFailureKind } from '../ports/provider-failure.ts';
import { BOOKING, eventOf, isMoved, TIMES } from './event-of-session.ts';
import { callGraph, listGraph, type GraphAccount, type GraphNeeds, type GraphObject } from './graph.ts';

export type MicrosoftRecordNeeds = GraphNeeds & Pick<Core, 'calendarSources'>;

/** Ids that stay when the coach moves an event to another folder. */
const SAME_IDS = { prefer: 'IdType="ImmutableId", outlook.timezone="UTC"' };

interface Place extends GraphAccount {
  readonly calendarId: string;
}

/** Returns where events of an account are to be. Throws a ProviderFailure where that is nowhere any more. */
const placeOf = async (core: MicrosoftRecordNeeds, account: AccountOfCoach): Promise<Place> => {
  const source = await core.calendarSources.byId(account, account.sourceId ?? '');
  const calendarId = account.host ?? source?.writesTo;
  if (source?.kind !== 'microsoft' || calendarId === undefined) throw new ProviderFailure('NO_CALENDAR', 'refused');
  return { connectionId: source.connectionId, calendarId };
};

const eventsOf = ({ calendarId }: Place): string => `/me/calendars/${encodeURIComponent(calendarId)}/events`;
const pathOf = ({ id }: RecordObject): string => `/me/events/${encodeURIComponent(id)}`;

/** Returns where an event was made, which stays though its source takes bookings elsewhere by now, or is gone. */
const madeAt = async (
  core: MicrosoftRecordNeeds,
  account: AccountOfCoach,
  { details: { calendarId, connectionId } = {} }: RecordObject,
): Promise<Place> =>
  calendarId !== undefined && connectionId !== undefined ? { calendarId, connectionId } : placeOf(core, account);

const objectOf = (answer: GraphObject, { calendarId, connectionId }: Place): RecordObject => {
  const { id, '@odata.etag': etag } = answer;
  if (typeof id !== 'string') throw new ProviderFailure('BAD_ANSWER', 'unknown');
  return { id, ...(typeof etag === 'string' && { etag }), details: { calendarId, connectionId } };
};

const hasKind = (error: unknown, kind: ProviderFailureKind): boolean =>
  error instanceof ProviderFailure && error.kind === kind;

/** Returns what a call within a calendar returns. A calendar that is gone stays so until the coach chooses another. */
const inCalendar = <T>(call: Promise<T>): Promise<T> =>
  call.catch((error: unknown) => {
    throw hasKind(error, 'gone') ? new ProviderFailure('CALENDAR_GONE', 'refused') : error;
  });

/**
 * Writes bookings into calendars of Outlook. A transaction makes Graph create none twice, and a property with the
 * booking's id finds one whose answer was lost.
 */
export function createMicrosoftRecords(core: MicrosoftRecordNeeds): RecordAdapter {
  const change = async (place: Place, object: RecordObject, session: RecordSession): Promise<RecordObject> => {
    const headers = { ...SAME_IDS, ...(object.etag !== undefined && { 'if-match': object.etag }) };
    const call = { method: 'PATCH', path: pathOf(object), headers, json: eventOf(session) } as const;
    return objectOf(await callGraph(core, place, call), place);
  };
  /** Returns the event as it is there, with the times that were written. */
  const look = (place: Place, object: RecordObject): Promise<GraphObject> => {
    const expanded = `singleValueExtendedProperties($filter=id eq '${TIMES}')`;
    const query = new URLSearchParams({ $select: 'id,start,end', $expand: expanded });
    return callGraph(core, place, { method: 'GET', path: `${pathOf(object)}?${query}`, headers: SAME_IDS });
  };
  const remove = async (place: Place, object: RecordObject): Promise<void> => {
    try {
      await callGraph(core, place, { method: 'DELETE', path: pathOf(object), headers: SAME_IDS });
    } catch (error) {
      if (!hasKind(error, 'gone')) throw error;
    }
  };
  return {
    async find(account, tag) {
      const place = await placeOf(core, account);
      const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${BOOKING}' and ep/value eq '${tag}')`;
      const query = new URLSearchParams({ $filter: filter, $select: 'id', $top: '1' });
      const call = { path: `${eventsOf(place)}?${query}`, headers: SAME_IDS };
      const [found] = await inCalendar(listGraph(core, place, call));
      return found ? objectOf(found, place) : null;
    },
    async create(account, session) {
      const place = await placeOf(core, account);
      const transactionId = transactionIdOf(session.bookingId, session.version, session.remade);
      const json = { ...eventOf(session), isReminderOn: false, transactionId };
      const call = { method: 'POST', path: eventsOf(place), headers: SAME_IDS, json } as const;
      return objectOf(await inCalendar(callGraph(core, place, call)), place);
    },
    async update(account, object, session) {
      const place = await placeOf(core, account);
      const before = await madeAt(core, account, object);
      const isElsewhere = before.calendarId !== place.calendarId || before.connectionId !== place.connectionId;
      // One that somebody has taken to another calendar keeps its id, and would be changed there.
      if (isElsewhere || session.isMissing) {
        await remove(before, object);
        throw new ProviderFailure('ELSEWHERE', 'gone');
      }
      try {
        return await change(place, object, session);
      } catch (error) {
        if (!hasKind(error, 'conflict')) throw error;
        const there = await look(place, object);
        if (isMoved(there, session)) throw error;
        return change(place, objectOf(there, place), session);
      }
    },
    remove: async (account, object) => remove(await madeAt(core, account, object), object),
  };
}
