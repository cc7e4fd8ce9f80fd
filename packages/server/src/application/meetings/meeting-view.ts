import type { components } from '@coach-booking/contract/types';
import type { Booking } from '../../domain/booking/booking.ts';
import type { ExternalRecord } from '../../domain/external-record/external-record.ts';
import type { MeetingReport } from '../../domain/meeting-report/meeting-report.ts';
import { attendanceOf, heldOf, visitorsOf, type Visitor } from '../../domain/meeting-report/visitors.ts';
import { emailKeyOf } from '../../domain/person/written.ts';
import { isMade, type MadeVideo } from '../../domain/video/video.ts';
import type { Instant } from '@coach-booking/time/instant';
import { instantText, optionalText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';

type Schemas = components['schemas'];
type Participant = Schemas['MeetingParticipant'];

/** Somebody for whom a meeting was made. */
export interface MeetingPerson {
  readonly name: string;
  readonly email?: string;
}

/** A booking that is held in a meeting of a provider. */
export type MetBooking = Booking & { readonly time: NonNullable<Booking['time']>; readonly video: MadeVideo };

/** The meeting of a booking, as far as it is known. */
export interface KnownMeeting {
  readonly booking: MetBooking;
  /** Absent before it was ordered. */
  readonly record: ExternalRecord | undefined;
  /** Absent before it was made, and once it is forgotten. */
  readonly report: MeetingReport | undefined;
  readonly host: MeetingPerson;
  readonly attendee: MeetingPerson;
}

/** Returns whether a provider makes the meeting of a booking. */
export function isMet(booking: Booking): booking is MetBooking {
  return booking.time !== undefined && isMade(booking.video) && !booking.unproven;
}

const statusOf = ({ booking, record }: KnownMeeting, now: Instant): Schemas['MeetingStatus'] => {
  const { status, time, meeting } = booking;
  if (status === 'cancelled') return 'cancelled';
  const isOver = status === 'completed' || status === 'no_show' || time.end <= now;
  if (record?.object) return isOver ? 'completed' : 'scheduled';
  return isOver || meeting?.state === 'failed' || meeting?.state === 'fallback' ? 'failed' : 'preparing';
};

const reasons: Readonly<Record<string, Schemas['MeetingWait']['reason']>> = {
  limited: 'too_many_calls',
  revoked: 'disconnected',
  refused: 'refused',
};

/** Returns why a meeting is not made so far; undefined before the first attempt, and for one that is made or over. */
const waitOf = (
  { record, booking }: KnownMeeting,
  status: Schemas['MeetingStatus'],
  now: Instant,
): Schemas['MeetingWait'] | undefined => {
  if (!record?.lastError || booking.time.end <= now || (status !== 'preparing' && status !== 'failed'))
    return undefined;
  const { kind, code } = record.lastError;
  const reason = code === 'zoom_daily_limit' ? 'daily_limit' : (reasons[kind] ?? 'no_answer');
  const isTried = record.dueAt !== null && reason !== 'disconnected';
  return { reason, ...(isTried && { nextAttemptAt: instantText(record.dueAt) }) };
};

/** Returns somebody for whom a meeting was made, or who was there. */
export function participantView(
  role: Participant['role'],
  person: Partial<MeetingPerson>,
  seen: Visitor | undefined,
): Participant {
  return {
    email: person.email ?? null,
    name: person.name ?? null,
    role,
    joinTime: optionalText(seen?.joinedAt) ?? null,
    leaveTime: optionalText(seen?.leftAt) ?? null,
    duration: seen?.duration ?? null,
  };
}

/** Returns whether a visitor is a person, by the address or, where the provider names none, by the name. */
const isPerson =
  ({ name, email }: MeetingPerson) =>
  (visitor: Visitor): boolean => {
    if (visitor.isHost) return false;
    if (visitor.email !== undefined && email !== undefined) return emailKeyOf(visitor.email) === emailKeyOf(email);
    return visitor.name?.trim().toLowerCase() === name.trim().toLowerCase();
  };

/** Returns the two for whom it was made, whether they came or not, then others who did. */
const participantsOf = ({ host, attendee }: KnownMeeting, visitors: readonly Visitor[]): Participant[] => {
  const coach = visitors.find(({ isHost }) => isHost);
  const guest = visitors.find(isPerson(attendee));
  const others = visitors.filter((visitor) => visitor !== coach && visitor !== guest);
  return [
    participantView('host', host, coach),
    participantView('participant', attendee, guest),
    ...others.map((visitor) => participantView('participant', visitor, visitor)),
  ];
};

const recordingOf = (report: MeetingReport | undefined): Schemas['MeetingRecording'] => {
  const [found] = report?.recordings ?? [];
  return {
    available: found !== undefined,
    downloadUrl: found?.url ?? null,
    fileSize: found?.fileSize ?? null,
    duration: found?.duration ?? null,
    password: found?.password ?? null,
  };
};

/** Returns a meeting as the coach side sees it, by the clock of the request. */
export function meetingView(known: KnownMeeting, topic: string, now: Instant): Schemas['Meeting'] {
  const { booking, record, report } = known;
  const { id, time, duration, video, meeting } = booking;
  const { settings = {} } = video;
  const visitors = visitorsOf(report?.facts ?? []);
  const held = heldOf(report?.facts ?? []);
  const status = statusOf(known, now);
  return {
    id,
    bookingId: id,
    provider: record?.provider ?? video.provider,
    meetingId: record?.object?.id ?? null,
    topic,
    start: instantText(time.start),
    end: instantText(time.end),
    duration,
    joinUrl: (status === 'cancelled' ? undefined : meeting?.joinUrl) ?? null,
    password: (status === 'cancelled' ? undefined : meeting?.password) ?? null,
    status,
    settings: {
      waitingRoom: settings.waitingRoom ?? null,
      joinBeforeHost: settings.joinBeforeHost ?? null,
      muteUponEntry: settings.muteUponEntry ?? null,
      autoRecording: settings.autoRecording ?? null,
      breakoutRoom: settings.breakoutRoom ?? null,
    },
    participants: participantsOf(known, visitors),
    recording: recordingOf(report),
    createdAt: instantText(record?.createdAt ?? booking.createdAt),
    ...present({
      startedAt: optionalText(held.startedAt),
      endedAt: optionalText(held.endedAt),
      attendance: attendanceOf(visitors),
      waiting: waitOf(known, status, now),
      staffId: booking.staffId,
    }),
  };
}
