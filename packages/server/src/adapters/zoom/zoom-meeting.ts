import { MINUTE } from '@coach-booking/time/units';
import type { RecordSession } from '../../application/ports/external-record-adapters.ts';
import { ProviderFailure } from '../../application/ports/provider-failure.ts';
import type { RecordObject } from '../../domain/external-record/external-record.ts';
import type { ZoomAnswer } from './zoom-rest.ts';

/** A meeting as it is created and changed: the fields of Zoom that this server sends. */
export interface ZoomMeetingBody {
  readonly topic: string;
  /** A meeting at a time, not a series. */
  readonly type: 2;
  /** UTC, to the second. */
  readonly start_time: string;
  /** Minutes. */
  readonly duration: number;
  /** IANA: in which Zoom shows it to the host. */
  readonly timezone: string;
  readonly agenda: string;
  readonly settings?: ZoomSettingsBody;
}

export interface ZoomSettingsBody {
  readonly waiting_room?: boolean;
  readonly join_before_host?: boolean;
  /** Minutes before the start. */
  readonly jbh_time?: 15;
  readonly mute_upon_entry?: boolean;
  readonly auto_recording?: 'local' | 'cloud' | 'none';
  readonly breakout_room?: { readonly enable: boolean };
}

const MAX_TOPIC = 200;
const MAX_AGENDA = 2000;
const RECORDINGS = ['local', 'cloud', 'none'] as const;

/** The beginning of the agenda of a booking's meeting, by which it is found: lists show its first 250 characters. */
export function tagLine(bookingId: string): string {
  return `Booking ${bookingId}`;
}

/** Returns the beginning of a text, of whole characters. */
const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
const isSwitch = (given: unknown): given is boolean => typeof given === 'boolean';

const settingsOf = (given: RecordSession['settings'] = {}): ZoomSettingsBody => {
  const { waitingRoom, joinBeforeHost, muteUponEntry, autoRecording, breakoutRoom } = given;
  const recording = RECORDINGS.find((one) => one === autoRecording);
  return {
    ...(isSwitch(waitingRoom) && { waiting_room: waitingRoom }),
    // Not sooner than the join link leads there.
    ...(isSwitch(joinBeforeHost) && { join_before_host: joinBeforeHost, ...(joinBeforeHost && { jbh_time: 15 }) }),
    ...(isSwitch(muteUponEntry) && { mute_upon_entry: muteUponEntry }),
    ...(recording && { auto_recording: recording }),
    ...(isSwitch(breakoutRoom) && { breakout_room: { enable: breakoutRoom } }),
  };
};

/**
 * Returns the meeting of a session. Without a passcode: Zoom makes one by the rules of the account, which may want
 * digits alone or eight characters, and refuses others.
 */
export function meetingBody(session: RecordSession): ZoomMeetingBody {
  const { bookingId, title, description, start, end, timeZone } = session;
  const settings = settingsOf(session.settings);
  return {
    topic: cut(title, MAX_TOPIC),
    type: 2,
    start_time: new Date(start).toISOString().replace(/\.\d+/, ''),
    duration: Math.max(1, Math.ceil((end - start) / MINUTE)),
    timezone: timeZone,
    agenda: cut([tagLine(bookingId), description].filter(Boolean).join('\n\n'), MAX_AGENDA),
    ...(Object.keys(settings).length > 0 && { settings }),
  };
}

const textOf = (given: unknown): string | undefined => (typeof given === 'string' && given !== '' ? given : undefined);

/** Returns the id of a meeting as a text, as it is longer than numbers of some programs; undefined without one. */
export function meetingIdOf({ id }: ZoomAnswer): string | undefined {
  return typeof id === 'string' ? textOf(id) : Number.isSafeInteger(id) ? String(id) : undefined;
}

/** Returns the parts of a meeting to keep: never `start_url`, the key of its host. */
export function meetingObject(answer: ZoomAnswer): RecordObject {
  const id = meetingIdOf(answer);
  const joinUrl = textOf(answer.join_url);
  // It was done, and what of it is missing is looked up.
  if (id === undefined || joinUrl === undefined) throw new ProviderFailure('INCOMPLETE', 'unknown');
  const [password, uuid, hostId] = [textOf(answer.password), textOf(answer.uuid), textOf(answer.host_id)];
  return {
    id,
    details: { joinUrl, ...(password && { password }), ...(uuid && { uuid }), ...(hostId && { hostId }) },
  };
}
