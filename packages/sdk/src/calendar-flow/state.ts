import type { components } from '@coach-booking/contract/types';
import type {
  ClientNotesAnswer,
  FormAnswer,
  HostLinkAnswer,
  LinkAnswer,
  MeetingAnswer,
  MessageAgainAnswer,
  MessagesAnswer,
  PutBackAnswer,
} from './answers.ts';
import type {
  ConfirmWish,
  CancelWish,
  BurstWish,
  ZoneChangesWish,
  MoveWish,
  NewBooking,
  FoundPerson,
} from './wishes.ts';

export type {
  ClientNotesAnswer,
  FormAnswer,
  HostLinkAnswer,
  LinkAnswer,
  MeetingAnswer,
  MessageAgainAnswer,
  MessagesAnswer,
  PutBackAnswer,
} from './answers.ts';
export type {
  ConfirmWish,
  CancelWish,
  BurstWish,
  ZoneChangesWish,
  MoveWish,
  NewBooking,
  FoundPerson,
} from './wishes.ts';

type Schemas = components['schemas'];
/** A booking as the coach side works with it; `actions` are those allowed now. */
export type CalendarBooking = Schemas['CalendarBooking'];
/** Guest bookings that came in a burst; `bookings` are those that removing it cancels. */
export type Burst = Schemas['Burst'];
/** A booking or an absence whose local time has changed since the law of the coach's zone changed. */
export type ZoneChange = Schemas['ZoneChange'];
/** `list` has the bookings of a week one below the other. */
export type CalendarView = 'month' | 'week' | 'day' | 'three_days' | 'list';
/** A booking that was moved or deleted in a connected calendar into which it was written. */
export type ChangedThere = Schemas['ExternalCalendarChange'] & {
  /** The id of the external calendar, and its name. */
  readonly calendarId: string;
  readonly calendarName: string;
};
export type Preferences = Schemas['Preferences'];

/** The last problem. Every refused change on the screen was reverted. */
export interface CalendarProblem {
  /**
   * `taken` the time is not free · `stale` another person changed it first, and the newest state is shown now ·
   * `refused` a rule refuses it · `offline` the network is lost · `limited` too many requests · `signed_out` the
   * session ended · `forbidden` not for this person · `closed` the operator has suspended the business · `invalid` a
   * field is wrong · `server` anything else.
   */
  readonly kind:
    | 'taken'
    | 'stale'
    | 'refused'
    | 'offline'
    | 'limited'
    | 'signed_out'
    | 'forbidden'
    | 'closed'
    | 'invalid'
    | 'server';
  /** The API's error code, or `OFFLINE` / `TIMEOUT`. */
  readonly code: string;
  /** One English sentence from the server; elements prefer their own texts by `code`. */
  readonly message: string;
  /** The intent that failed: `load`, `confirm`, `reschedule`, `create`, `saveSchedule`, … */
  readonly intent: string;
  readonly bookingId: string | null;
  /** The nearest free slots, at most three; empty when unknown. UTC instants. */
  readonly alternatives: readonly Schemas['Slot'][];
  /** The warnings about the time that `override()` overrides; empty when it cannot. */
  readonly warnings: readonly Schemas['Warning'][];
  /** Fields that the server refused, by name. */
  readonly fields: Readonly<Record<string, string>>;
  /** Seconds to wait, when the server sent them. */
  readonly retryAfter: number | null;
  readonly retryable: boolean;
  readonly requestId: string | null;
}

/** Bookings beside the calendar: those that were read, and their number. */
export interface BookingTray {
  readonly bookings: readonly CalendarBooking[];
  readonly total: number;
  /** Whether there are `total` or more, which were not counted further. */
  readonly isCapped: boolean;
}

/** The last finished act, for the message and the live region. */
export interface CalendarDone {
  readonly intent: string;
  readonly bookingId: string | null;
  /** Whether `undo()` can revert it. */
  readonly undoable: boolean;
  /** Bookings that do not fit the changed hours or absence; absent when all fit. */
  readonly conflicts?: readonly Schemas['Conflict'][];
  /** The change of a booking, and the choice about notifying its attendee. Absent where that is unknown. */
  readonly change?: BookingChange;
}

/**
 * A step of a booking: its state before, absent for a new one, and its state after. With equal versions nothing has
 * changed.
 */
export interface BookingChange {
  readonly before?: CalendarBooking;
  readonly after: CalendarBooking;
  /** As it was sent; absent leaves the decision to the server. */
  readonly notify?: boolean | undefined;
}

/**
 * A client of the coach while the client's panel is open: the profile, and the last 60 days of logs. Health data, so
 * `openClient(null)` forgets it, as `stop()` does.
 */
export interface ClientView {
  readonly id: string;
  /**
   * `not_connected`: the client does not share the profile with the coach: has not agreed yet, refused, or ended it.
   */
  readonly status: 'loading' | 'ready' | 'not_connected' | 'failed';
  /** These four are set when it is `ready`, and null otherwise. */
  readonly profile: Schemas['ClientProfile'] | null;
  readonly workouts: Schemas['WorkoutDays'] | null;
  readonly diet: Schemas['DietDays'] | null;
  readonly progress: Schemas['ProgressDays'] | null;
  /** The coach's own notes, in each status; null until they are read. */
  readonly notes: Schemas['ClientNotes'] | null;
  /** The reason why the notes could not be read. */
  readonly notesProblem: CalendarProblem | null;
  /** The reason why it `failed`. */
  readonly problem: CalendarProblem | null;
}

/**
 * Working hours that are being edited: drawn in the week at once, validated by a dry run, stored only by
 * `saveSchedule`.
 */
export interface ScheduleDraft {
  readonly schedule: Schemas['ScheduleReplacement'];
  /** Bookings that would no longer fit; null while they are being read. */
  readonly conflicts: readonly Schemas['Conflict'][] | null;
}

/**
 * Everything `<coach-calendar>` draws. Immutable; a new object for each change. Instants are UTC texts, dates are
 * plain.
 */
export interface CalendarFlowState {
  /**
   * `loading` nothing is loaded yet · `ready` · `signed_out` a session is needed · `failed` nothing can be shown (see
   * `problem`).
   */
  readonly phase: 'loading' | 'ready' | 'signed_out' | 'failed';
  readonly view: CalendarView;
  /** The date of the view. */
  readonly date: string;
  /** Today in `timeZone`, by the server's clock. */
  readonly today: string;
  /** The shown zone: the requested one, else the coach's. */
  readonly timeZone: string;
  /** The coach's own zone, in which hours are edited. */
  readonly coachTimeZone: string;
  /** Minutes between two starts of the coach's grid; null until a range has been read. */
  readonly slotInterval: number | null;
  readonly coach: { readonly id: string; readonly name: string } | null;
  readonly services: readonly Schemas['Service'][];
  readonly team: readonly Schemas['Staff'][];
  readonly preferences: Preferences;
  /** First and last plain date on the screen, inclusive; of a month whole weeks. */
  readonly range: { readonly from: string; readonly to: string };
  /** Whether the range on the screen is being read for the first time; its cached days are drawn already. */
  readonly loading: boolean;
  /** Whether every date of the range has been read. Until then `bookings` and `summary` may be incomplete. */
  readonly complete: boolean;
  /** The bookings of the range, by start, with the changes of this page that have no answer yet. */
  readonly bookings: readonly CalendarBooking[];
  /** Sessions of any time before now that are neither completed nor marked as no-show, the last one first. */
  readonly toClose: BookingTray;
  /** Bookings with a place and no time yet, the first one first. */
  readonly toSchedule: BookingTray;
  readonly days: Schemas['Calendar']['days'];
  readonly timeOff: readonly Schemas['TimeOff'][];
  /** The times at which the default session cannot be booked, with the reasons. Empty for a month and a list. */
  readonly blocked: readonly Schemas['Blocked'][];
  /** Names of the staff who run the bookings, by id. */
  readonly staffNames: Readonly<Record<string, string>>;
  readonly summary: Schemas['CalendarSummary'];
  /** Ids of bookings with a change under way, and `create`, `timeOff`, `schedule`, `preferences`, `burst`, `zones` for
   * those. */
  readonly busy: readonly string[];
  readonly connection: 'connecting' | 'live' | 'offline';
  readonly schedule: Schemas['ScheduleView'] | null;
  readonly draft: ScheduleDraft | null;
  /** Guest bookings that look like one visitor's work, the largest burst first. */
  readonly bursts: readonly Burst[];
  /** Bookings and absences that the law of the coach's zone has moved and that wait for a decision, by start. */
  readonly zoneChanges: readonly ZoneChange[];
  /** Those of them that could not be shifted, with the reasons. */
  readonly zoneChangesLeft: Schemas['ZoneChangesResolved']['left'];
  /** Bookings to come that are different in a connected calendar, by start. Absent until that was read. */
  readonly changedThere?: readonly ChangedThere[];
  /** The client whose panel is open; null when none is. */
  readonly client: ClientView | null;
  readonly done: CalendarDone | null;
  readonly problem: CalendarProblem | null;
}

/**
 * The intents of the calendar. None of them throws or rejects; failures appear as `problem`. Those that return a
 * promise resolve to whether it was done, for dialogs that close then.
 */
export interface CalendarFlowIntents {
  showView(view: CalendarView): void;
  goTo(date: string): void;
  next(): void;
  previous(): void;
  goToToday(): void;
  setTimeZone(timeZone: string | undefined): void;
  refresh(): void;
  confirm(id: string, input?: ConfirmWish): void;
  start(id: string): void;
  complete(id: string): void;
  noShow(id: string): void;
  cancel(id: string, input?: CancelWish): Promise<boolean>;
  reschedule(id: string, input: MoveWish): Promise<boolean>;
  /** Assigns a member of the team; null removes the assignment. */
  assign(id: string, staffId: string | null): Promise<boolean>;
  setNotes(id: string, notes: string): Promise<boolean>;
  /**
   * Undoes the act that `done` describes, where that is `undoable`. With the id of a booking, undoes its last step: the
   * last one made here, else the one that its `actions` allow.
   */
  undo(id?: string): void;
  create(booking: NewBooking): Promise<boolean>;
  /**
   * Searches clients and leads of the coach by a part of name, e-mail or phone: a limited number of each, clients
   * first. Null when the search failed.
   */
  findPeople(part: string): Promise<readonly FoundPerson[] | null>;
  /**
   * Searches bookings of any time by a part of the attendee's name, e-mail or phone: a limited number, the newest start
   * first. Null when the search failed.
   */
  findBookings(part: string): Promise<readonly CalendarBooking[] | null>;
  /**
   * Reads a booking of this coach, of any time, and passes it to `found`, also after a retry. Where it is gone, or not
   * to be seen here, `problem` has the reason.
   */
  findBooking(id: string, found: (booking: Schemas['Booking']) => void): void;
  /** Finds a client or lead of the coach by id. Null where none has booked here, or the search failed. */
  findPerson(id: string): Promise<FoundPerson | null>;
  /** Adds an absence or a personal event, once or repeated; `undo()` removes it. */
  addTimeOff(timeOff: Schemas['TimeOffInput']): Promise<boolean>;
  /** Removes an absence; `undo()` adds it again. */
  removeTimeOff(id: string): Promise<boolean>;
  /** Replaces an absence by another, which has an id of its own; `undo()` changes it back. */
  changeTimeOff(id: string, timeOff: Schemas['TimeOffInput']): Promise<boolean>;
  setDateOverride(date: string, ranges: readonly Schemas['WallRange'][]): Promise<boolean>;
  removeDateOverride(date: string): Promise<boolean>;
  /** Reads the schedule for the editor. */
  openSchedule(): void;
  /** Shows these hours in the week and reads which bookings they would strand; null ends that. */
  draftSchedule(schedule: Schemas['ScheduleReplacement'] | null): void;
  saveSchedule(schedule: Schemas['ScheduleReplacement']): Promise<boolean>;
  savePreferences(preferences: Schemas['PreferencesInput']): Promise<boolean>;
  /**
   * Reads a client's profile and logs, and the coach's own notes, again for each call; each read is audited. Null
   * forgets all data of the client who was shown.
   */
  openClient(id: string | null): void;
  /** Saves the coach's own notes on a client, based on a version of them. A problem is in the answer. */
  saveClientNotes(id: string, text: string, version: number): Promise<ClientNotesAnswer>;
  /** Writes a booking into a connected calendar again, as it is booked. A problem is in the answer. */
  putBackThere(id: string, calendarId: string): Promise<PutBackAnswer>;
  /** Cancels the rest of a burst, without a message; `block` blocks its addresses for a day. */
  removeBurst(id: string, input?: BurstWish): Promise<boolean>;
  /**
   * Shifts all bookings that the law of the zone has moved back to the agreed local time, or leaves them as they are.
   * False when that was refused; those that could not be shifted are in `zoneChangesLeft`.
   */
  resolveZoneChanges(action: 'shift' | 'keep', input?: ZoneChangesWish): Promise<boolean>;
  /**
   * Creates another manage link for the attendee (`renew`), or leaves none (`revoke`): all earlier links stop working.
   * A problem is in the answer.
   */
  changeManageLink(id: string, act: 'renew' | 'revoke'): Promise<LinkAnswer>;
  /** Reads the messages of a booking, sent and due. A problem is in the answer. */
  readMessages(id: string): Promise<MessagesAnswer>;
  /** Reads the answers of a booking's form, also those about health, which is noted. A problem is in the answer. */
  readAnswers(id: string): Promise<FormAnswer>;
  /** Sends a message again that did not arrive. What went wrong is in the answer. */
  sendMessageAgain(id: string, messageId: string): Promise<MessageAgainAnswer>;
  /** Reads the meeting that a provider makes for a booking, with who was there. A problem is in the answer. */
  readMeeting(id: string): Promise<MeetingAnswer>;
  /** Returns a fresh link that begins the meeting of a booking as its host. A problem is in the answer. */
  createHostLink(id: string): Promise<HostLinkAnswer>;
  dismiss(): void;
  retry(): void;
  /** Repeats a request that was refused with `warnings`, and overrides them; false where there is none. */
  override(): Promise<boolean>;
}
