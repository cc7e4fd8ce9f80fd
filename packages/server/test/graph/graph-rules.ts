import type { Calendar, Event, FreeBusyStatus, Subscription } from '@microsoft/microsoft-graph-types';

/**
 * The rules of Microsoft Graph for requests about calendars. The names are those of Microsoft's own types, so that a
 * name which Graph does not have is a fault of types here and a refusal there.
 */

/** Properties of an event that a request may write. */
const WRITABLE = [
  'allowNewTimeProposals',
  'attendees',
  'body',
  'categories',
  'end',
  'hideAttendees',
  'importance',
  'isAllDay',
  'isOnlineMeeting',
  'isReminderOn',
  'location',
  'locations',
  'onlineMeetingProvider',
  'recurrence',
  'reminderMinutesBeforeStart',
  'responseRequested',
  'sensitivity',
  'showAs',
  'singleValueExtendedProperties',
  'start',
  'subject',
  'transactionId',
] as const satisfies readonly (keyof Event)[];

const READABLE = [
  ...WRITABLE,
  'bodyPreview',
  'changeKey',
  'createdDateTime',
  'iCalUId',
  'id',
  'isCancelled',
  'isOrganizer',
  'lastModifiedDateTime',
  'originalStartTimeZone',
  'responseStatus',
  'seriesMasterId',
  'type',
  'webLink',
] as const satisfies readonly (keyof Event)[];

const OF_CALENDAR = [
  'id',
  'name',
  'color',
  'hexColor',
  'isDefaultCalendar',
  'canEdit',
  'canShare',
  'canViewPrivateItems',
  'changeKey',
  'owner',
] as const satisfies readonly (keyof Calendar)[];

const OF_SUBSCRIPTION = [
  'changeType',
  'clientState',
  'expirationDateTime',
  'latestSupportedTlsVersion',
  'lifecycleNotificationUrl',
  'notificationUrl',
  'resource',
] as const satisfies readonly (keyof Subscription)[];

const STATUSES = [
  'free',
  'tentative',
  'busy',
  'oof',
  'workingElsewhere',
  'unknown',
] as const satisfies readonly FreeBusyStatus[];

const has = (names: readonly string[], name: string): boolean => names.includes(name);
type Body = Readonly<Record<string, unknown>>;

/** A refusal as Graph words it. */
export interface Complaint {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}
const bad = (message: string, code = 'ErrorInvalidRequest'): Complaint => ({ status: 400, code, message });

const isTime = (value: unknown): boolean => {
  const { dateTime, timeZone, ...more } = (value ?? {}) as Body;
  return (
    Object.keys(more).length === 0 &&
    typeof timeZone === 'string' &&
    typeof dateTime === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?$/.test(dateTime)
  );
};

const isPropertyId = (value: unknown): boolean => {
  const { id, value: text, ...more } = (value ?? {}) as Body;
  return (
    Object.keys(more).length === 0 && typeof text === 'string' && /^String \{[\da-f-]{36}\} Name \w+$/.test(String(id))
  );
};

/** Returns what is wrong with an event that is to be written. */
export function complaintOfEvent(body: unknown, isNew: boolean): Complaint | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return bad('Empty Payload.', 'UnableToDeserialize');
  const given = body as Body;
  const unknown = Object.keys(given).find((name) => !has(WRITABLE, name));
  if (unknown)
    return bad(`The property '${unknown}' does not exist on type 'microsoft.graph.event'.`, 'RequestBodyRead');
  if (isNew && !(given.start && given.end)) return bad('Required data are missing.', 'ErrorPropertyValidationFailure');
  for (const name of ['start', 'end'])
    if (given[name] !== undefined && !isTime(given[name])) return bad(`Cannot convert ${name} to DateTimeTimeZone.`);
  if (given.showAs !== undefined && !has(STATUSES, `${given.showAs}`)) return bad("Requested value for 'showAs'.");
  if (!isNew && 'transactionId' in given) return bad('The transactionId cannot be changed.', 'ErrorInvalidProperty');
  const { contentType } = (given.body ?? { contentType: 'text' }) as Body;
  if (contentType !== 'text' && contentType !== 'html') return bad("Requested value for 'contentType'.");
  const properties = given.singleValueExtendedProperties ?? [];
  if (!Array.isArray(properties) || !properties.every(isPropertyId)) return bad('The property id is not valid.');
  return undefined;
}

const EXPANDED = /^singleValueExtendedProperties\(\$filter=id eq 'String \{[\da-f-]{36}\} Name \w+'\)$/;
const FILTERED =
  /^singleValueExtendedProperties\/Any\(ep: ep\/id eq 'String \{[\da-f-]{36}\} Name \w+' and ep\/value eq '([^']+)'\)$/;

/** Returns the value of an own property that a filter asks for. */
export function filteredValue(filter: unknown): string | undefined {
  return FILTERED.exec(`${filter}`)?.[1];
}

/** Returns what is wrong with the question of a list. */
export function complaintOfQuery(
  query: Body,
  kind: 'event' | 'calendar',
  more: readonly string[] = [],
): Complaint | undefined {
  const names = kind === 'event' ? READABLE : OF_CALENDAR;
  for (const [name, value] of Object.entries(query)) {
    const isRight =
      name === '$select'
        ? `${value}`.split(',').every((one) => has(names, one))
        : name === '$top' || name === '$skip'
          ? /^\d+$/.test(String(value)) && Number(value) <= 1000
          : name === '$expand'
            ? EXPANDED.test(String(value))
            : name === '$filter'
              ? filteredValue(value) !== undefined
              : has(more, name);
    if (!isRight) return bad(`The query parameter ${name} is not valid.`, 'BadRequest');
  }
  return undefined;
}

const LONGEST = 10_080 * 60_000;

/** Returns what is wrong with a subscription, before its address is asked. */
export function complaintOfSubscription(body: unknown, now: number): Complaint | undefined {
  const given = (body ?? {}) as Body;
  const unknown = Object.keys(given).find((name) => !has(OF_SUBSCRIPTION, name));
  if (unknown) return bad(`The property '${unknown}' does not exist on type 'microsoft.graph.subscription'.`);
  const { changeType, clientState, expirationDateTime, resource, notificationUrl } = given;
  if (!/^(created|updated|deleted)(,(created|updated|deleted))*$/.test(String(changeType))) return bad('changeType');
  if (!/^\/?me\/(calendars\/[^/]+\/)?events$/.test(String(resource)))
    return bad(`Resource '${resource}' not supported.`);
  if (typeof notificationUrl !== 'string') return bad('notificationUrl is missing.');
  if (`${clientState ?? ''}`.length > 128) return bad('clientState is longer than 128 characters.');
  const until = Date.parse(`${expirationDateTime}`);
  if (!(until > now) || until - now > LONGEST + 60_000)
    return bad('Subscription expiration can only be 10080 minutes in the future.');
  return undefined;
}
