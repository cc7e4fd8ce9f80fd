import { MEETING_PROVIDERS, type MeetingProvider } from '../external-record/external-record.ts';

/** Rooms that are there already: a booking is led to one, and nothing is asked of anybody. */
export const ROOM_PROVIDERS = ['fixed', 'jitsi'] as const;
/** The way the sessions of an online service meet. */
export const VIDEO_PROVIDERS = [...ROOM_PROVIDERS, ...MEETING_PROVIDERS] as const;
export type VideoProvider = (typeof VIDEO_PROVIDERS)[number];

/** A room for the sessions of a service. */
export interface VideoRoom {
  readonly provider: (typeof ROOM_PROVIDERS)[number];
  /** `https:`. Of `fixed` the address of the room, of `jitsi` that of the server. */
  readonly url: string;
}

export const RECORDINGS = ['none', 'local', 'cloud'] as const;

/** Choices for the meetings of a service; what is absent is as the coach has it at the provider. */
export interface MeetingSettings {
  readonly waitingRoom?: boolean;
  readonly joinBeforeHost?: boolean;
  readonly muteUponEntry?: boolean;
  readonly autoRecording?: (typeof RECORDINGS)[number];
  readonly breakoutRoom?: boolean;
}

/** Meetings that a provider makes, one for each booking. */
export interface MadeVideo {
  readonly provider: MeetingProvider;
  /** Of `zoom` only. */
  readonly settings?: MeetingSettings;
  /** The room for sessions whose meeting could not be made. */
  readonly fallback?: VideoRoom;
}

/** The video meeting of a service. */
export type ServiceVideo = VideoRoom | MadeVideo;

/** Returns whether a provider makes its meetings, rather than a room being there. */
export function isMade(video: ServiceVideo | undefined): video is MadeVideo {
  return video !== undefined && (MEETING_PROVIDERS as readonly string[]).includes(video.provider);
}

/** A booking's meeting, as its provider has made it. */
export interface BookingMeeting {
  /** `fallback`: it could not be made, and the service or the business has a room for that. */
  readonly state: 'preparing' | 'ready' | 'fallback' | 'failed';
  /** Of one that is ready: the provider's own address. */
  readonly joinUrl?: string;
  readonly password?: string;
  /** The revision of the record that it was taken from: an older one replaces no newer one. */
  readonly revision: number;
}

/** The state of a booking's video; `preparing`: the provider has not made the meeting yet. */
export type VideoState = BookingMeeting['state'];

/** Returns the state of the video of a booking; rooms are always ready. */
export function videoStateOf(video: ServiceVideo, meeting: BookingMeeting | undefined): VideoState {
  return isMade(video) ? (meeting?.state ?? 'preparing') : 'ready';
}

/** Returns the address of a room. `room` is the booking's own on a server of Jitsi, which cannot be guessed. */
const roomAddress = ({ provider, url }: VideoRoom, room: string): string =>
  provider === 'fixed' ? url : `${url.replace(/[/]+$/, '')}/${room}`;

/** The rooms that a session can meet in when its meeting could not be made. */
export interface Fallbacks {
  readonly booked: MadeVideo;
  /** Of its service, as it is by now. */
  readonly now: ServiceVideo | undefined;
  /** The room of the business for all its services. */
  readonly ofPartner: VideoRoom | undefined;
}

/**
 * Returns the room of a session whose meeting could not be made: the one that its service has for that now, else the
 * one that it had when the booking was made, else that of the business.
 */
export function fallbackOf({ booked, now, ofPartner }: Fallbacks): VideoRoom | undefined {
  return (isMade(now) ? now.fallback : now) ?? booked.fallback ?? ofPartner;
}

/** Returns the address of that room; undefined where there is none. */
export function fallbackAddress(fallbacks: Fallbacks, room: string): string | undefined {
  const fallback = fallbackOf(fallbacks);
  return fallback && roomAddress(fallback, room);
}

/**
 * Returns the address where a booking meets. A room is the one that its service has now, so that a coach who changes
 * rooms takes the bookings along, else the one that it had when the booking was made. A meeting that was made stays,
 * whatever the service has since changed to; undefined while there is none.
 */
export function meetingAddress(
  booked: ServiceVideo,
  now: ServiceVideo | undefined,
  room: string,
  meeting?: BookingMeeting,
): string | undefined {
  if (!isMade(booked)) return roomAddress(now && !isMade(now) ? now : booked, room);
  return meeting?.state === 'ready' ? meeting.joinUrl : undefined;
}
