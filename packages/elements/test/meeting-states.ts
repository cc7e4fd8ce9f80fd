import type { CalendarBooking, MeetingAnswer } from '@coach-booking/sdk';

type Meeting = NonNullable<MeetingAnswer['meeting']>;

const status = { ready: 'scheduled', preparing: 'preparing', failed: 'failed', fallback: 'failed' } as const;

/** Returns the meeting of a booking, as far as the provider has come with it. */
export function meetingOf({ id, start = '', end = '', video }: CalendarBooking, more: Partial<Meeting> = {}): Meeting {
  const state = video?.state ?? 'ready';
  return {
    id,
    bookingId: id,
    provider: 'zoom',
    meetingId: '85712345678',
    topic: 'Video call',
    start,
    end,
    duration: 60,
    joinUrl: 'https://us05web.zoom.us/j/85712345678',
    password: null,
    status: status[state],
    settings: { waitingRoom: null, joinBeforeHost: null, muteUponEntry: null, autoRecording: null, breakoutRoom: null },
    participants: [],
    recording: { available: false, downloadUrl: null, fileSize: null, duration: null, password: null },
    createdAt: '2028-04-01T08:00:00Z',
    ...(state === 'ready' && { attendance: 'coach_only' as const }),
    ...(state === 'preparing' && {
      waiting: { reason: 'daily_limit' as const, nextAttemptAt: '2028-04-13T00:00:00Z' },
    }),
    ...(state === 'failed' && { waiting: { reason: 'disconnected' as const } }),
    ...more,
  };
}
