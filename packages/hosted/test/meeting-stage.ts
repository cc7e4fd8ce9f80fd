import type { Meeting, MeetingCalls, Meetings } from '../src/desk/meetings/calls.ts';

const id = (n: number): string => `665f0000000000000000f0${String(n).padStart(2, '0')}`;
/** The moment at which the meetings below are shown. */
export const MEETINGS_NOW = Date.parse('2028-04-14T14:10:00Z');

const blank = { waitingRoom: null, joinBeforeHost: null, muteUponEntry: null, autoRecording: null, breakoutRoom: null };
const noRecording = { available: false, downloadUrl: null, fileSize: null, duration: null, password: null };
const person = (
  name: string | null,
  role: 'host' | 'participant',
  visit: Partial<Meeting['participants'][number]> = {},
) => ({
  email: null,
  name,
  role,
  joinTime: null,
  leaveTime: null,
  duration: null,
  ...visit,
});
const meeting = (n: number, topic: string, start: string, given: Partial<Meeting> = {}): Meeting => ({
  id: id(n),
  bookingId: id(n),
  provider: 'zoom',
  meetingId: `8571234567${n}`,
  topic,
  start,
  end: new Date(Date.parse(start) + 3_600_000).toISOString(),
  duration: 60,
  joinUrl: 'https://us05web.zoom.us/j/85712345678?pwd=x',
  password: '482913',
  status: 'scheduled',
  settings: blank,
  participants: [person('Maria Santos', 'host'), person('Ana Diaz', 'participant')],
  recording: noRecording,
  createdAt: '2028-04-01T08:00:00Z',
  ...given,
});

/** Meetings in all states, by start, in the shape of the server's responses. */
export const meetings: readonly Meeting[] = [
  meeting(1, 'Video call with Bo Lindqvist', '2028-04-11T15:00:00Z', {
    status: 'completed',
    attendance: 'coach_only',
    participants: [
      person('Maria Santos', 'host', {
        joinTime: '2028-04-11T14:58:00Z',
        leaveTime: '2028-04-11T15:21:00Z',
        duration: 23,
      }),
      person('Bo Lindqvist', 'participant'),
    ],
  }),
  meeting(2, 'Video call with Ana Diaz', '2028-04-12T15:00:00Z', {
    status: 'completed',
    attendance: 'both',
    participants: [
      person('Maria Santos', 'host', {
        joinTime: '2028-04-12T14:58:00Z',
        leaveTime: '2028-04-12T16:01:00Z',
        duration: 63,
      }),
      person('Ana Diaz', 'participant', {
        joinTime: '2028-04-12T15:01:00Z',
        leaveTime: '2028-04-12T15:59:00Z',
        duration: 58,
      }),
      person(null, 'participant', { leaveTime: '2028-04-12T15:10:00Z' }),
    ],
    recording: {
      available: true,
      downloadUrl: 'https://us05web.zoom.us/rec/share/abc',
      fileSize: 73_400_320,
      duration: 58,
      password: 'k9w!2s',
    },
  }),
  meeting(3, 'Video call with Chidi Okafor', '2028-04-14T14:00:00Z', {
    attendance: 'guest_only',
    participants: [
      person('Maria Santos', 'host'),
      person('Chidi Okafor', 'participant', { joinTime: '2028-04-14T14:01:00Z' }),
    ],
  }),
  meeting(4, 'Video call with Ana Diaz', '2028-04-15T15:00:00Z', { staffId: id(99) }),
  meeting(5, 'Video call with Dana Kim', '2028-04-16T15:00:00Z', {
    status: 'preparing',
    waiting: { reason: 'daily_limit', nextAttemptAt: '2028-04-15T00:00:00Z' },
    meetingId: null,
    joinUrl: null,
    password: null,
  }),
  meeting(6, 'Video call with Eli Novak', '2028-04-17T15:00:00Z', {
    status: 'cancelled',
    joinUrl: null,
    password: null,
  }),
  meeting(7, 'Video call with Fay Wong', '2028-04-18T15:00:00Z', {
    status: 'failed',
    waiting: { reason: 'disconnected' },
    meetingId: null,
    joinUrl: null,
    password: null,
  }),
];

/** A server that has these meetings and gives links to their hosts. */
export function meetingCalls(change: Partial<MeetingCalls> = {}, given: readonly Meeting[] = meetings): MeetingCalls {
  const countOf = (wanted: Meeting['status']) => given.filter(({ status }) => status === wanted).length;
  const found: Meetings = {
    coachId: id(90),
    timeZone: 'America/New_York',
    zones: [
      {
        timeZone: 'America/New_York',
        offsets: [{ from: '2027-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z', minutes: -240 }],
      },
    ],
    meetings: [...given],
    summary: {
      total: given.length,
      scheduled: countOf('scheduled'),
      completed: countOf('completed'),
      cancelled: countOf('cancelled'),
      preparing: countOf('preparing'),
      failed: countOf('failed'),
    },
  };
  const calls: Partial<Record<keyof MeetingCalls, (input: never) => Promise<unknown>>> = {
    listZoomMeetings: async () => found,
    createHostLink: async ({ id: of }: { id: string }) => ({
      url: `https://us05web.zoom.us/s/${of}?zak=x`,
      expiresAt: '2028-04-14T16:10:00Z',
    }),
  };
  return { ...(calls as unknown as MeetingCalls), ...change };
}
