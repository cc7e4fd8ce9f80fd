import { nothing } from 'lit';
import type { CalendarProblem, MeetingAnswer } from '@coach-booking/sdk';
import type { Loadable } from '../parts/loadable-view.ts';
import type { BookingContext } from './booking-form.ts';
import { foldedPart, type FoldedContext } from './folded-part.ts';

/** The state of the folded part about the meeting. */
export interface MeetingForm extends Loadable<MeetingContext> {
  /** The answer to the last reading; null while that is under way. */
  readonly answer: MeetingAnswer | null;
  /** The state of the booking's video at that reading: once it is another, the meeting is read again. */
  readonly seen: string | undefined;
  /** The last start of the meeting; null before the first. */
  readonly host: {
    readonly isPending: boolean;
    /** The link for which the browser opened no tab. It is kept here alone, until it is pressed. */
    readonly url: string | null;
    readonly problem: CalendarProblem | null;
  } | null;
}

/** The input of the meeting's view. */
export type MeetingContext = FoldedContext<MeetingForm>;

/** Loads the file; tests replace it. */
export const meetingFile = { load: async () => (await import('../../meeting/meeting-view.ts')).meetingView };

/** Milliseconds before the start from which on the part is open by itself. */
const SOON = 1_800_000;

/**
 * Renders the meeting that a provider makes for a booking, folded until half an hour before the session. It is read
 * when the part is opened, by a file of its own.
 */
export function meetingSection(context: BookingContext): unknown {
  const { view, flow, booking } = context;
  const { id, video, status, start, end } = booking;
  if (!start || !/^(zoom|google_meet)$/.test(video?.provider ?? '') || /^(pending|cancelled)$/.test(status))
    return nothing;
  return foldedPart<MeetingForm>(context, {
    name: 'meeting',
    summary: view.say('meeting'),
    isOpen: Date.parse(start) - SOON <= view.now && view.now < Date.parse(end!),
    file: meetingFile,
    first: () => ({ answer: null, host: null, seen: video?.state }),
    read: async () => ({ answer: await flow.readMeeting(id) }),
  });
}
