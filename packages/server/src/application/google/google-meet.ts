import { randomUUID } from 'node:crypto';
import { plus } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';
import type { GoogleConference, GoogleEvent } from '../../domain/calendar-google/google-event.ts';
import type { RecordAccount, RecordObject } from '../../domain/external-record/external-record.ts';
import type { Core } from '../ports/core.ts';
import type { HostQuery, MeetingAdapter } from '../ports/external-record-adapters.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { present } from '../kernel/present.ts';
import { hasPart, isDeleted } from './event-of-session.ts';
import { createEventWriter, type GooglePlace } from './event-writer.ts';
import { objectOf } from './google-records.ts';
import { placeOf, placeOfObject, type PlaceNeeds } from './place-of-account.ts';

/** Google makes the meeting after it has answered, as a rule within a second. */
const PENDING_FOR = 3 * SECOND;

const joinUrlOf = ({ conferenceData }: GoogleEvent): string | undefined =>
  conferenceData?.entryPoints?.find(({ entryPointType }) => entryPointType === 'video')?.uri;

const statusOf = ({ createRequest }: GoogleConference): string | undefined => createRequest?.status?.statusCode;

const isPending = ({ conferenceData }: GoogleEvent): boolean => statusOf(conferenceData ?? {}) === 'pending';

/** Returns what asks for a meeting, where the event has none and none is being made. A request that failed is over. */
const withMeeting = (before: GoogleEvent | null): object => {
  if (before && (joinUrlOf(before) !== undefined || isPending(before))) return {};
  const createRequest = { requestId: randomUUID(), conferenceSolutionKey: { type: 'hangoutsMeet' } };
  return { conferenceData: { createRequest } };
};

/**
 * Returns the account of a coach for meetings, whose host is a calendar: the one that takes bookings, so that a booking
 * and its meeting are one event; else the first one of the oldest account, which has the name of the account.
 */
async function accountOf(core: PlaceNeeds, { coachId, partnerId, mode }: HostQuery): Promise<RecordAccount | null> {
  const connections = await core.providerConnections.ofCoach({ partnerId, mode }, coachId);
  const google = connections.filter(
    ({ provider, state, task }) => provider === 'google' && state === 'ok' && task !== 'end',
  );
  for (const source of await core.calendarSources.ofCoach(coachId)) {
    const isMeant = source.kind === 'google' && source.deletedAt === undefined;
    if (isMeant && source.writesTo !== undefined && google.some(({ id }) => id === source.connectionId))
      return { connectionId: source.connectionId, host: source.writesTo };
  }
  const [oldest] = google;
  return oldest ? { connectionId: oldest.id, host: oldest.account } : null;
}

/**
 * Makes Google Meet meetings, each on an event in a calendar of the coach: the one that bookings are written into, so
 * that a booking is one event there, or else the account's first.
 */
export function createGoogleMeet(core: PlaceNeeds & Pick<Core, 'realNow'>): MeetingAdapter {
  const writer = createEventWriter(core, 'video');

  const failed = (code: string, kind: ProviderFailure['kind']): ProviderFailure =>
    new ProviderFailure(code, kind, { retryAt: plus(core.realNow(), PENDING_FOR) });

  /** Returns the meeting of an event. Throws a failure of this kind where it has none. */
  const meetingOf = (event: GoogleEvent, place: GooglePlace, otherwise: ProviderFailure['kind']): RecordObject => {
    const joinUrl = joinUrlOf(event);
    if (joinUrl !== undefined) return objectOf(event, place, { joinUrl });
    throw failed(isPending(event) ? 'meet_pending' : 'meet_failed', otherwise);
  };

  return {
    accountOf: (host) => accountOf(core, host),
    async find(account, tag) {
      const place = await placeOf(core, account);
      const event = await writer.read(place, tag);
      if (!event || isDeleted(event) || !hasPart(event, 'video')) return null;
      // One whose creation failed is as good as none: it is asked for again. One that is pending is looked up soon.
      return joinUrlOf(event) !== undefined || isPending(event) ? meetingOf(event, place, 'limited') : null;
    },
    async create(account, session) {
      const place = await placeOf(core, account);
      // The event is there, so what becomes of the meeting has to be looked up: `unknown`.
      return meetingOf(await writer.insert(place, session, withMeeting), place, 'unknown');
    },
    async update(account, object, session) {
      const place = await placeOf(core, account);
      const madeAt = await placeOfObject(core, account, object);
      // A meeting that was taken off its event in Google Calendar is gone.
      return meetingOf(
        await writer.change(place, session, { madeAt, ...present({ etag: object.etag }) }),
        place,
        'gone',
      );
    },
    remove: async (account, object) => writer.remove(await placeOfObject(core, account, object), object.id),
  };
}
