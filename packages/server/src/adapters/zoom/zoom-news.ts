import { instant, parseInstant, type Instant } from '@coach-booking/time/instant';
import type { MeetingFact } from '../../domain/meeting-report/meeting-fact.ts';
import type { MeetingNews } from '../../domain/meeting-report/meeting-report.ts';
import type { Recording } from '../../domain/meeting-report/recording.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An event of Zoom, as far as it is of use here. */
export type ZoomNews =
  | { readonly kind: 'validation'; readonly plainToken: string }
  | ({ readonly kind: 'meeting'; readonly meetingId: string } & MeetingNews)
  | { readonly kind: 'deauthorized'; readonly userId: string; readonly at: Instant }
  | { readonly kind: 'other' };

/** Characters of an id, a name or an address that are kept. */
const MOST = 300;
const MAX_URL = 2000;

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** Returns a text that is not empty, cut to what is kept. */
const textOf = (value: unknown, most = MOST): string | undefined => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim().slice(0, most) : undefined;
};

/** Returns the instant of an ISO text; undefined for anything else. */
export function zoomTime(value: unknown): Instant | undefined {
  const at = typeof value === 'string' ? parseInstant(value) : NaN;
  return Number.isFinite(at) ? (at as Instant) : undefined;
}

/** Returns a visitor of a meeting, as its calls and its lists name one: the host without a name. */
export function zoomVisitor(given: Fields, hostId: string | undefined): Partial<MeetingFact> {
  const [visit, accountId] = [textOf(given.user_id), textOf(given.id)];
  const [name, email] = [textOf(given.user_name ?? given.name), textOf(given.email ?? given.user_email)];
  const isHost = accountId !== undefined && accountId === hostId;
  return {
    ...(visit !== undefined && { visit }),
    ...(isHost && { isHost: true as const }),
    ...(!isHost && name !== undefined && { name }),
    ...(!isHost && email !== undefined && { email }),
    ...(!isHost && accountId !== undefined && { accountId }),
  };
}

const numberOf = (value: unknown): number => (typeof value === 'number' && value >= 0 ? Math.round(value) : 0);

/** Returns the page of a recording; undefined while it has none. Never the address of a file. */
export function zoomRecording(given: Fields): Recording | undefined {
  const files = Array.isArray(given.recording_files) ? given.recording_files.map(fieldsOf) : [];
  const pages = [given.share_url, ...files.map(({ play_url: page }) => page)];
  const url = pages.map((page) => textOf(page, MAX_URL)).find((page) => page?.startsWith('https://'));
  const occasion = textOf(given.uuid);
  if (url === undefined || occasion === undefined) return undefined;
  const password = textOf(given.password);
  return {
    occasion,
    url,
    ...(password !== undefined && { password }),
    fileSize: numberOf(given.total_size),
    duration: numberOf(given.duration),
  };
}

const FACTS: Readonly<Record<string, { readonly kind: MeetingFact['kind']; readonly time: string }>> = {
  'meeting.started': { kind: 'started', time: 'start_time' },
  'meeting.ended': { kind: 'ended', time: 'end_time' },
  'meeting.participant_joined': { kind: 'joined', time: 'join_time' },
  'meeting.participant_left': { kind: 'left', time: 'leave_time' },
};

const factOf = (event: string, object: Fields, eventAt: unknown): MeetingFact | undefined => {
  const wanted = FACTS[event];
  const occasion = textOf(object.uuid);
  if (!wanted || occasion === undefined) return undefined;
  const { kind, time } = wanted;
  const isOfVisitor = kind === 'joined' || kind === 'left';
  const participant = isOfVisitor ? fieldsOf(object.participant) : {};
  const sentAt = typeof eventAt === 'number' ? instant(eventAt) : undefined;
  const at = zoomTime(isOfVisitor ? participant[time] : object[time]) ?? sentAt;
  if (at === undefined) return undefined;
  return { kind, at, occasion, ...(isOfVisitor && zoomVisitor(participant, textOf(object.host_id))) };
};

/** Returns that a person removed the app; undefined where the person or the time is missing. */
const deauthorizationOf = (payload: unknown, eventAt: unknown): ZoomNews | undefined => {
  const { user_id: user, deauthorization_time: time } = fieldsOf(payload);
  const userId = textOf(user);
  const at = zoomTime(time) ?? (typeof eventAt === 'number' ? instant(eventAt) : undefined);
  return userId !== undefined && at !== undefined ? { kind: 'deauthorized', userId, at } : undefined;
};

/** Returns the news in a body of Zoom. `other` is what is of no use here, and what is not in its form. */
export function zoomNews(body: unknown): ZoomNews {
  const { event, event_ts: eventAt, payload } = fieldsOf(body);
  const name = textOf(event) ?? '';
  const { plainToken, object } = fieldsOf(payload);
  if (name === 'endpoint.url_validation')
    return typeof plainToken === 'string' ? { kind: 'validation', plainToken } : { kind: 'other' };
  if (name === 'app_deauthorized') return deauthorizationOf(payload, eventAt) ?? { kind: 'other' };
  const meeting = fieldsOf(object);
  const meetingId = textOf(meeting.id);
  if (meetingId === undefined) return { kind: 'other' };
  const recording = name === 'recording.completed' ? zoomRecording(meeting) : undefined;
  if (recording) return { kind: 'meeting', meetingId, recordings: [recording] };
  const fact = factOf(name, meeting, eventAt);
  return fact ? { kind: 'meeting', meetingId, facts: [fact] } : { kind: 'other' };
}
