import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/**
 * The part of Google Calendar's rules for requests that this server meets, written from its reference
 * (developers.google.com/calendar/api/v3/reference). `test/foreign/google.mjs` compares it with the discovery document.
 */

const ajv = new Ajv({ strict: false, coerceTypes: true, allErrors: true });
addFormats.default(ajv);

const text = (maxLength = 8192) => ({ type: 'string', maxLength });
const object = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const moment = {
  ...object({ date: { type: 'string', format: 'date' }, dateTime: text(), timeZone: text() }),
  oneOf: [{ required: ['date'] }, { required: ['dateTime'] }],
};
/** A change takes a property away by null. */
const properties = { type: 'object', additionalProperties: { ...text(1024), nullable: true }, maxProperties: 300 };

const event = {
  id: { type: 'string', pattern: '^[0-9a-v]{5,1024}$' },
  summary: text(),
  description: text(),
  location: text(),
  start: moment,
  end: moment,
  status: { enum: ['confirmed', 'tentative', 'cancelled'] },
  transparency: { enum: ['opaque', 'transparent'] },
  visibility: { enum: ['default', 'public', 'private', 'confidential'] },
  reminders: object({ useDefault: { type: 'boolean' }, overrides: { type: 'array' } }),
  extendedProperties: object({ private: properties, shared: properties }),
  conferenceData: {
    ...object({
      createRequest: object(
        { requestId: text(128), conferenceSolutionKey: object({ type: { enum: ['hangoutsMeet'] } }, ['type']) },
        ['requestId', 'conferenceSolutionKey'],
      ),
    }),
    nullable: true,
  },
};

const count = (maximum: number) => ({ type: 'integer', minimum: 1, maximum });
const instant = { type: 'string', format: 'date-time' };
const flag = { type: 'boolean' };

/** Parameters that every method takes. */
const common = { fields: text(), prettyPrint: flag };
const writing = {
  ...common,
  conferenceDataVersion: { type: 'integer', enum: [0, 1] },
  sendUpdates: { enum: ['all', 'externalOnly', 'none'] },
};
const listing = {
  ...common,
  singleEvents: flag,
  showDeleted: flag,
  timeMin: instant,
  timeMax: instant,
  timeZone: text(),
  maxAttendees: count(1000),
  maxResults: count(2500),
  orderBy: { enum: ['startTime', 'updated'] },
  pageToken: text(),
  syncToken: text(),
};

export type Method = keyof typeof QUERIES;

/** The parameters of each method; a method is refused any other. */
export const QUERIES = {
  'calendarList.list': { ...common, maxResults: count(250), pageToken: text(), minAccessRole: text() },
  'events.list': listing,
  'events.get': { ...common, maxAttendees: count(1000) },
  'events.insert': writing,
  'events.patch': writing,
  'events.delete': { ...common, sendUpdates: writing.sendUpdates },
  'events.watch': { ...common, singleEvents: flag },
  'channels.stop': common,
} as const;

/** The bodies of the methods that have one. */
export const BODIES = {
  'events.insert': object(event, ['start', 'end']),
  'events.patch': object(event),
  'events.watch': object(
    {
      id: { type: 'string', pattern: '^[A-Za-z0-9\\-_+/=]{1,64}$' },
      type: { enum: ['web_hook'] },
      address: { type: 'string', pattern: '^https://' },
      token: text(256),
      expiration: { type: 'string', pattern: '^\\d+$' },
    },
    ['id', 'type', 'address'],
  ),
  'channels.stop': object({ id: text(64), resourceId: text() }, ['id', 'resourceId']),
} as const;

/** Compiled at once, so that no request waits for it. */
const queries = new Map(Object.entries(QUERIES).map(([method, rules]) => [method, ajv.compile(object(rules))]));
const bodies = new Map(Object.entries(BODIES).map(([method, rules]) => [method, ajv.compile(rules)]));
const complaint = (isRight: ValidateFunction, value: unknown): string | undefined =>
  isRight(value) ? undefined : ajv.errorsText(isRight.errors);

/** Returns what is wrong with the parameters of a request, or undefined. They become numbers and booleans. */
export function wrongQuery(method: Method, query: Record<string, unknown>): string | undefined {
  return complaint(queries.get(method)!, query);
}

/** Returns what is wrong with the body of a request, or undefined. */
export function wrongBody(method: Method, body: unknown): string | undefined {
  const rules = bodies.get(method);
  if (!rules) return body === undefined ? undefined : 'no body is taken';
  return complaint(rules, body);
}

/** Parameters that must not come with a sync token. */
export const NOT_WITH_SYNC_TOKEN = ['iCalUID', 'orderBy', 'q', 'timeMin', 'timeMax', 'updatedMin'] as const;
