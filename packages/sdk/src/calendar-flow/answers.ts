import type { components } from '@coach-booking/contract/types';
import type { CalendarProblem } from './state.ts';

type Schemas = components['schemas'];

/** The answer to `changeManageLink`. */
export interface LinkAnswer {
  /** The new link, returned once; null when there is none. */
  readonly link: Schemas['ManageLink'] | null;
  /** The reason of a failure; the previous link is unchanged. */
  readonly problem: CalendarProblem | null;
}

/** The messages of a booking by the time at which each is due, at this moment. */
export interface MessagesAnswer {
  /** Empty too where they could not be read. */
  readonly messages: readonly Schemas['Message'][];
  /** The reason why they could not be read. */
  readonly problem: CalendarProblem | null;
}

/** The answer to `sendMessageAgain`. */
export interface MessageAgainAnswer {
  /** The new message; null when there is none. */
  readonly message: Schemas['Message'] | null;
  /** The reason why it is not sent again. */
  readonly problem: CalendarProblem | null;
}

/** The answer to `readMeeting`. */
export interface MeetingAnswer {
  /** The meeting that a provider makes for a booking, at this moment; null where it could not be read. */
  readonly meeting: Schemas['Meeting'] | null;
  /** The reason why it could not be read. */
  readonly problem: CalendarProblem | null;
}

/** The answer to `createHostLink`. */
export interface HostLinkAnswer {
  /** A link that makes its holder the host: open it at once, and store it nowhere. Null when there is none. */
  readonly hostLink: Schemas['HostLink'] | null;
  /** The reason why there is none. */
  readonly problem: CalendarProblem | null;
}

/** The answer to `saveClientNotes`. */
export interface ClientNotesAnswer {
  /** The stored notes: as saved, or after a conflict (`stale`) as somebody else has saved them. Null where unknown. */
  readonly notes: Schemas['ClientNotes'] | null;
  /** The reason why they are not saved. */
  readonly problem: CalendarProblem | null;
}

/** The answer to `putBackThere`. */
export interface PutBackAnswer {
  /** The reason why the booking is not written again. */
  readonly problem: CalendarProblem | null;
}

/** The answers of a booking's form, with those about health. */
export interface FormAnswer {
  /** Null after a problem, and where the booking has no form. */
  readonly intake: Schemas['BookingIntake'] | null;
  readonly problem: CalendarProblem | null;
}
