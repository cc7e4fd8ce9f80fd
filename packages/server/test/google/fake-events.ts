/** An event as Google has it; the fields that this server meets. */
export interface GoogleEvent {
  readonly [field: string]: unknown;
  readonly id: string;
  readonly status: string;
  readonly etag: string;
  readonly start?: GoogleMoment;
  readonly end?: GoogleMoment;
  readonly conferenceData?: Conference;
  readonly extendedProperties?: { readonly private?: Readonly<Record<string, string>> };
}

export interface GoogleMoment {
  readonly date?: string;
  readonly dateTime?: string;
  readonly timeZone?: string;
}

interface Conference {
  readonly createRequest?: { readonly requestId: string; readonly status: { readonly statusCode: string } };
  readonly entryPoints?: readonly { readonly entryPointType: string; readonly uri: string }[];
  readonly [field: string]: unknown;
}

export interface FakeCalendar {
  readonly id: string;
  readonly summary: string;
  readonly primary?: boolean;
  readonly timeZone: string;
  readonly accessRole: 'freeBusyReader' | 'reader' | 'writer' | 'owner';
  readonly events: Map<string, { readonly event: GoogleEvent; readonly changed: number }>;
}

/** A refusal, as Google answers it. */
export class GoogleError extends Error {
  readonly status: number;
  readonly reason: string;
  readonly domain: string;

  constructor(status: number, reason: string, domain = 'global', message = reason) {
    super(message);
    this.status = status;
    this.reason = reason;
    this.domain = domain;
  }
}

/** Number of changes, of all calendars; names etags and sync tokens. */
export interface Clock {
  changes: number;
}

const DAY = 86_400_000;

/** Returns the instant of a moment; a date is that of UTC, as the fake needs it to filter alone. */
const at = ({ date, dateTime }: GoogleMoment = {}): number => Date.parse(dateTime ?? `${date}T00:00:00Z`);

/** Returns the instant, or throws where Google needs an offset and finds none. */
const checked = (moment: GoogleMoment): number => {
  const { dateTime, timeZone } = moment;
  if (dateTime !== undefined && !/(Z|[+-]\d\d:\d\d)$/.test(dateTime) && timeZone === undefined)
    throw new GoogleError(400, 'required');
  const instant = at(moment);
  if (Number.isNaN(instant)) throw new GoogleError(400, 'invalid');
  return instant;
};

const checkTimes = ({ start, end }: Partial<GoogleEvent>): void => {
  if (start && end && checked(end) < checked(start)) throw new GoogleError(400, 'timeRangeEmpty', 'calendar');
};

/** Stores an event with a new etag, as its newest change. */
export function store(
  calendar: FakeCalendar,
  clock: Clock,
  event: Omit<GoogleEvent, 'etag'> & { id: string },
): GoogleEvent {
  clock.changes += 1;
  const stored = { kind: 'calendar#event', ...event, etag: `"${clock.changes}"` } as unknown as GoogleEvent;
  calendar.events.set(event.id, { event: stored, changed: clock.changes });
  return stored;
}

/** Returns the conference that a request makes; a repeated request id changes nothing. */
const conferenceAfter = (
  before: Conference | undefined,
  asked: Conference | null,
  isSlow: boolean,
): Conference | undefined => {
  if (asked === null) return undefined;
  if (!asked.createRequest || asked.createRequest.requestId === before?.createRequest?.requestId) return before;
  const created = { ...asked.createRequest, status: { statusCode: 'pending' } };
  return isSlow ? { createRequest: created } : finished({ createRequest: created });
};

/** Returns a conference whose creation is finished. */
export function finished({ createRequest }: Conference): Conference {
  const code = [...createRequest!.requestId].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 17_576, 7);
  const letters = [code % 26, Math.floor(code / 26) % 26, Math.floor(code / 676)].map((n) =>
    String.fromCharCode(97 + n),
  );
  const conferenceId = `${letters.join('')}-${letters.join('')}x-${letters.join('')}`;
  return {
    createRequest: { ...createRequest!, status: { statusCode: 'success' } },
    conferenceId,
    conferenceSolution: { key: { type: 'hangoutsMeet' }, name: 'Google Meet' },
    entryPoints: [
      { entryPointType: 'video', uri: `https://meet.google.com/${conferenceId}` },
      { entryPointType: 'phone', uri: 'tel:+1-555-555-0100' },
    ],
  };
}

export interface Writing {
  readonly withConference: boolean;
  readonly isSlow: boolean;
}

const withConference = (
  before: GoogleEvent | undefined,
  body: Partial<GoogleEvent>,
  { withConference: isWanted, isSlow }: Writing,
): object => {
  const { conferenceData: asked, ...rest } = body;
  const kept = before?.conferenceData;
  const conferenceData = isWanted && asked !== undefined ? conferenceAfter(kept, asked, isSlow) : kept;
  return { ...rest, ...(conferenceData && { conferenceData }) };
};

/** Inserts an event. An id that was taken once stays taken, also after its event was deleted. */
export function insert(
  calendar: FakeCalendar,
  clock: Clock,
  body: Partial<GoogleEvent>,
  writing: Writing,
): GoogleEvent {
  checkTimes(body);
  const id = body.id ?? `g${String(clock.changes).padStart(25, '0')}`;
  if (calendar.events.has(id)) throw new GoogleError(409, 'duplicate');
  const event = {
    status: 'confirmed',
    eventType: 'default',
    iCalUID: `${id}@google.com`,
    ...withConference(undefined, body, writing),
    id,
  };
  return store(calendar, clock, event);
}

export function found(calendar: FakeCalendar, id: string): GoogleEvent {
  const { event } = calendar.events.get(id) ?? {};
  if (!event) throw new GoogleError(404, 'notFound');
  return event;
}

const checkEtag = (event: GoogleEvent, ifMatch: string | undefined): void => {
  if (ifMatch !== undefined && ifMatch !== event.etag) throw new GoogleError(412, 'conditionNotMet');
};

/** Changes the fields that are given; one that is null is removed. Properties of events merge by name. */
export function patch(
  calendar: FakeCalendar,
  clock: Clock,
  id: string,
  body: Partial<GoogleEvent>,
  { ifMatch, ...writing }: Writing & { readonly ifMatch: string | undefined },
): GoogleEvent {
  const before = found(calendar, id);
  checkEtag(before, ifMatch);
  const merged = Object.entries({ ...before.extendedProperties?.private, ...body.extendedProperties?.private });
  const properties = Object.fromEntries(merged.filter(([, value]) => (value as unknown) !== null));
  const after = {
    ...before,
    ...withConference(before, body, writing),
    ...(body.extendedProperties && { extendedProperties: { private: properties } }),
  } as GoogleEvent;
  checkTimes(after);
  return store(calendar, clock, after);
}

/** Deletes an event: what is left of it has the state `cancelled`. */
export function remove(calendar: FakeCalendar, clock: Clock, id: string, ifMatch: string | undefined): void {
  const before = found(calendar, id);
  if (before.status === 'cancelled') throw new GoogleError(410, 'deleted');
  checkEtag(before, ifMatch);
  store(calendar, clock, { ...before, status: 'cancelled' });
}

/** Returns what a reader of free and busy times sees of an event. */
const seenBy = ({ accessRole }: FakeCalendar, event: GoogleEvent): unknown => {
  if (event.status === 'cancelled') return { kind: event.kind, etag: event.etag, id: event.id, status: 'cancelled' };
  if (accessRole !== 'freeBusyReader') return event;
  const { kind, etag, id, status, start, end, transparency } = event;
  return {
    kind,
    etag,
    id,
    status,
    start,
    end,
    visibility: 'private',
    ...(transparency !== undefined && { transparency }),
  };
};

/** The window of a listing; `since` is the number of changes that a sync token knows. */
export interface Listing {
  readonly timeMin?: string | undefined;
  readonly timeMax?: string | undefined;
  readonly since?: number | undefined;
}

/** Returns the events of a listing, in the order of their starts. */
export function listed(calendar: FakeCalendar, { timeMin, timeMax, since }: Listing): unknown[] {
  const from = timeMin === undefined ? -Infinity : Date.parse(timeMin);
  const until = timeMax === undefined ? Infinity : Date.parse(timeMax);
  const isIn = ({ start, end }: GoogleEvent): boolean =>
    at(start) < until + (start?.date ? DAY : 0) && at(end) > from - (end?.date ? DAY : 0);
  const isSeen = ({ event, changed }: { event: GoogleEvent; changed: number }): boolean =>
    isIn(event) && (since === undefined ? event.status !== 'cancelled' : changed > since);
  const events = [...calendar.events.values()].filter(isSeen).map(({ event }) => event);
  return events.sort((a, b) => at(a.start) - at(b.start)).map((event) => seenBy(calendar, event));
}
