import type { components } from '@coach-booking/contract/types';

type Schemas = components['schemas'];
/** A booking as the coach side works with it; `actions` are what is allowed now. */
export type CalendarBooking = Schemas['CalendarBooking'];
/** Guest bookings that came in a burst; `bookings` are those that removing it cancels. */
export type Burst = Schemas['Burst'];
/** A booking or an absence whose local time is another since the law of the coach's zone changed. */
export type ZoneChange = Schemas['ZoneChange'];
export type CalendarView = 'month' | 'week' | 'day';
export type Preferences = Schemas['Preferences'];

/** What went wrong last. Everything that was changed on the screen before is as it was. */
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
  /** One English sentence from the server; elements prefer their own words by `code`. */
  readonly message: string;
  /** What was tried: `load`, `confirm`, `reschedule`, `create`, `saveSchedule`, … */
  readonly intent: string;
  readonly bookingId: string | null;
  /** The nearest free slots, at most three; empty when unknown. UTC instants. */
  readonly alternatives: readonly Schemas['Slot'][];
  /** What spoke against the time and can be passed over by `override()`; empty when nothing can. */
  readonly warnings: readonly Schemas['Warning'][];
  /** Fields that the server refused, by name. */
  readonly fields: Readonly<Record<string, string>>;
  /** Seconds to wait, when the server sent that. */
  readonly retryAfter: number | null;
  readonly retryable: boolean;
  readonly requestId: string | null;
}

/** Bookings beside the calendar: those that are read, and how many there are. */
export interface BookingTray {
  readonly bookings: readonly CalendarBooking[];
  readonly total: number;
  /** There are `total` or more, which were not counted further. */
  readonly isCapped: boolean;
}

/** What was just done, for the message and the live region. */
export interface CalendarDone {
  readonly intent: string;
  readonly bookingId: string | null;
  /** Whether `undo()` can take it back. */
  readonly undoable: boolean;
  /** Bookings that do not fit the changed hours or absence; absent when all fit. (Added to the seam.) */
  readonly conflicts?: readonly Schemas['Conflict'][];
  /** What a step did to a booking, and what was wished of telling its attendee. Absent where that is not known. */
  readonly change?: BookingChange;
}

/** A step of a booking: how it was, absent of a new one, and how it is now. Of equal versions nothing has changed. */
export interface BookingChange {
  readonly before?: CalendarBooking;
  readonly after: CalendarBooking;
  /** As it was sent; absent leaves it to the server. */
  readonly notify?: boolean | undefined;
}

/**
 * A client of the coach while their panel is open: their profile, and the last 60 days of what they
 * wrote down. Health data, so `openClient(null)` forgets it, as `stop()` does.
 */
export interface ClientView {
  readonly id: string;
  /**
   * `not_connected`: the client does not share their profile with the coach: they have not agreed yet, refused, or
   * ended it.
   */
  readonly status: 'loading' | 'ready' | 'not_connected' | 'failed';
  /** These four are there when it is `ready`, and null otherwise. */
  readonly profile: Schemas['ClientProfile'] | null;
  readonly workouts: Schemas['WorkoutDays'] | null;
  readonly diet: Schemas['DietDays'] | null;
  readonly progress: Schemas['ProgressDays'] | null;
  /** The reason why it `failed`. */
  readonly problem: CalendarProblem | null;
}

/**
 * Working hours that are being edited: drawn on the week at once, checked by a dry run, stored only by `saveSchedule`.
 */
export interface ScheduleDraft {
  readonly schedule: Schemas['ScheduleReplacement'];
  /** Bookings that would no longer fit; null while that is being asked. */
  readonly conflicts: readonly Schemas['Conflict'][] | null;
}

/**
 * Everything `<coach-calendar>` draws. Immutable; a new object for each change. Instants are UTC texts, dates are
 * plain.
 */
export interface CalendarFlowState {
  /**
   * `loading` nothing known yet · `ready` · `signed_out` a session is needed · `failed` nothing can be shown (see
   * `problem`).
   */
  readonly phase: 'loading' | 'ready' | 'signed_out' | 'failed';
  readonly view: CalendarView;
  /** The date around which the view lies. */
  readonly date: string;
  /** Today in `timeZone`, by the server's clock. */
  readonly today: string;
  /** The zone in which all is shown: the wished one, else the coach's. */
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
  /** The range on the screen is being read for the first time; what is known of it is drawn already. */
  readonly loading: boolean;
  /** Every date of the range has been read. Until then `bookings` and `summary` may lack some. */
  readonly complete: boolean;
  /** The bookings of the range, by start, with what was changed here and is not yet answered. */
  readonly bookings: readonly CalendarBooking[];
  /** Sessions of any time before now that are neither completed nor marked as no-show, the last one first. */
  readonly toClose: BookingTray;
  /** Bookings with a place and no time yet, the first one first. */
  readonly toSchedule: BookingTray;
  readonly days: Schemas['Calendar']['days'];
  readonly timeOff: readonly Schemas['TimeOff'][];
  /** The times at which the default session cannot be booked, with the reasons. Of week and day; empty for a month. */
  readonly blocked: readonly Schemas['Blocked'][];
  /** Names of who runs the bookings, by id. */
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
  /** What the law of the coach's zone has moved on the wall and nobody has decided on, by start. */
  readonly zoneChanges: readonly ZoneChange[];
  /** Those of them that could not be shifted, and why. */
  readonly zoneChangesLeft: Schemas['ZoneChangesResolved']['left'];
  /** The client whose panel is open; null when none is. */
  readonly client: ClientView | null;
  readonly done: CalendarDone | null;
  readonly problem: CalendarProblem | null;
}

export interface ConfirmWish {
  /** False tells nobody; true also tells of what the coach side had entered. */
  readonly notify?: boolean;
}

export interface CancelWish {
  readonly reason?: string;
  readonly notify?: boolean;
  readonly offerReschedule?: boolean;
}

/** What became of asking for another manage link, or for none. */
export interface LinkAnswer {
  /** The new one, returned this once; null when there is none. */
  readonly link: Schemas['ManageLink'] | null;
  /** The reason why it failed; the link that was there is as it was. */
  readonly problem: CalendarProblem | null;
}

/** The messages of a booking by when each is due, as they are at this moment. */
export interface MessagesAnswer {
  /** Empty too where they could not be read. */
  readonly messages: readonly Schemas['Message'][];
  /** The reason why they could not be read. */
  readonly problem: CalendarProblem | null;
}

/** What became of asking for a message to be sent again. */
export interface MessageAgainAnswer {
  /** The new message; null when there is none. */
  readonly message: Schemas['Message'] | null;
  /** The reason why it is not sent again. */
  readonly problem: CalendarProblem | null;
}

export interface BurstWish {
  readonly reason?: string;
  readonly block?: boolean;
}

export interface ZoneChangesWish {
  readonly reason?: string;
  /** Whether the attendees of shifted bookings are told. */
  readonly notify?: boolean;
}

export interface MoveWish {
  /** UTC instant. */
  readonly start: string;
  /** Minutes; without it as long as before. */
  readonly duration?: number;
  readonly reason?: string;
  readonly notify?: boolean;
}

/** A booking that the coach makes. */
export interface NewBooking {
  readonly start: string;
  readonly serviceId?: string;
  readonly duration?: number;
  readonly locationKind?: Schemas['LocationKind'];
  readonly staffId?: string;
  readonly summary?: string;
  readonly notes?: string;
  /** Whether it is booked in spite of all warnings. */
  readonly override?: boolean;
  /** False tells nobody. Of a start that has passed only true tells. */
  readonly notify?: boolean;
  /** The person, when they are new; else one of the two ids, by which the booking is theirs. */
  readonly attendee?: Schemas['AttendeeInput'];
  readonly clientId?: string;
  readonly leadId?: string;
}

/** A person who has booked the coach before. */
export interface FoundPerson {
  /** `client` has an account; `lead` has none. */
  readonly kind: 'client' | 'lead';
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  /** E.164 where it could be read. */
  readonly phone?: string;
}

/**
 * The intents of the calendar. None of them throws or rejects; failures appear as `problem`. Those that answer a
 * promise resolve with whether it was done, for dialogs that close then.
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
   * Undoes what `done` describes, where that is `undoable`. With the id of a booking, undoes its last step: what was
   * just done with it, else what its `actions` allow.
   */
  undo(id?: string): void;
  create(booking: NewBooking): Promise<boolean>;
  /**
   * Finds clients and leads of the coach by a part of name, e-mail or phone: a few of each, clients first. Null when
   * they could not be searched.
   */
  findPeople(part: string): Promise<readonly FoundPerson[] | null>;
  addTimeOff(timeOff: Schemas['TimeOffInput']): Promise<boolean>;
  removeTimeOff(id: string): Promise<boolean>;
  setDateOverride(date: string, ranges: readonly Schemas['WallRange'][]): Promise<boolean>;
  removeDateOverride(date: string): Promise<boolean>;
  /** Reads the schedule for the editor. */
  openSchedule(): void;
  /** Shows these hours on the week and reads which bookings they would strand; null ends that. */
  draftSchedule(schedule: Schemas['ScheduleReplacement'] | null): void;
  saveSchedule(schedule: Schemas['ScheduleReplacement']): Promise<boolean>;
  savePreferences(preferences: Schemas['PreferencesInput']): Promise<boolean>;
  /**
   * Reads a client's profile and logs, anew each time; each read is on the record. Null forgets everything about
   * the one who was shown.
   */
  openClient(id: string | null): void;
  /** Cancels what is left of a burst, without informing anybody; `block` keeps its addresses away for a day. */
  removeBurst(id: string, input?: BurstWish): Promise<boolean>;
  /**
   * Shifts all that the law of the zone has moved back to the local time that was agreed, or leaves it as it is. False
   * when that was refused; what could not be shifted is in `zoneChangesLeft`.
   */
  resolveZoneChanges(action: 'shift' | 'keep', input?: ZoneChangesWish): Promise<boolean>;
  /**
   * Makes another manage link for the attendee (`renew`), or ends it and leaves none (`revoke`): those that are out
   * stop working. What went wrong is in the answer.
   */
  changeManageLink(id: string, act: 'renew' | 'revoke'): Promise<LinkAnswer>;
  /** Reads what the people of a booking were told or will be. What went wrong is in the answer. */
  readMessages(id: string): Promise<MessagesAnswer>;
  /** Sends a message again that did not arrive. What went wrong is in the answer. */
  sendMessageAgain(id: string, messageId: string): Promise<MessageAgainAnswer>;
  dismiss(): void;
  retry(): void;
  /** Sends once more what was refused with `warnings`, and passes over them; false where there is nothing such. */
  override(): Promise<boolean>;
}
