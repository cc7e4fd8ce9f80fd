/** The way the sessions of an online service meet. */
export const VIDEO_PROVIDERS = ['fixed', 'jitsi'] as const;
export type VideoProvider = (typeof VIDEO_PROVIDERS)[number];

/** The video meeting of a service. */
export interface ServiceVideo {
  readonly provider: VideoProvider;
  /** `https:`. Of `fixed` the address of the room, of `jitsi` that of the server. */
  readonly url: string;
}

/**
 * Returns the address where a booking meets: by what its service says now, so that a coach who changes rooms takes the
 * bookings along, else by what it said when the booking was made. `room` is the booking's own on a server of Jitsi,
 * which cannot be guessed.
 */
export function meetingAddress(booked: ServiceVideo, now: ServiceVideo | undefined, room: string): string {
  const { provider, url } = now ?? booked;
  return provider === 'fixed' ? url : `${url.replace(/[/]+$/, '')}/${room}`;
}
