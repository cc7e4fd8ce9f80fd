import type { AnswerValue, IntakeProblem } from '@coach-booking/contract/intake';
import type {
  Booking,
  BookingCreated,
  Branding,
  Challenge,
  Coach,
  IncentiveCheck,
  IncentiveReason,
  Intake,
  Service,
  SlotStatus,
} from '../schemas.ts';

/**
 * A start as the picker shows it. `start` and `end` are UTC instants; `date` is the plain date in the visitor's zone.
 */
export interface PickableSlot {
  readonly start: string;
  readonly end: string;
  readonly status: SlotStatus;
  readonly date: string;
}

/** The last problem, with what an element needs to explain it and to offer a solution. Typed details are never lost. */
export interface FlowProblem {
  /**
   * `taken` another visitor was faster · `refused` a rule refuses it · `expired` the hold ran out and could not be
   * renewed · `offline` no answer, because of the visitor's connection or of the server's · `limited` too many requests
   * · `setup` key, origin or coach is wrong · `closed` the operator has suspended the business · `server` anything
   * else.
   */
  readonly kind: 'taken' | 'refused' | 'expired' | 'offline' | 'limited' | 'setup' | 'closed' | 'server' | 'invalid';
  /** The API's error code, or `OFFLINE` / `TIMEOUT`. */
  readonly code: string;
  /** One English sentence from the server; elements prefer their own texts by `code`. */
  readonly message: string;
  /** Detail from the server for the site's developer; empty when there is none. */
  readonly hint: string;
  /** The nearest free slots, at most three; empty when unknown. */
  readonly alternatives: readonly PickableSlot[];
  readonly nextAvailable: string | null;
  /** Fields of `details` that the server refused, by name. */
  readonly fields: Readonly<Partial<Record<keyof Details, string>>>;
  /** Seconds to wait before `retry()`, when the server sent them. */
  readonly retryAfter: number | null;
  /** Whether `retry()` can help. */
  readonly retryable: boolean;
  readonly requestId: string | null;
}

/** The month of slots from which services, days and times are chosen. */
export interface SlotsState {
  /** `YYYY-MM` in the visitor's zone. */
  readonly month: string;
  readonly loading: boolean;
  /** Starts by plain date in the visitor's zone; absent dates have none. */
  readonly byDate: Readonly<Record<string, readonly PickableSlot[]>>;
  /** The chosen day, `YYYY-MM-DD`. */
  readonly day: string | null;
  /** The reason why the month has no free slot, as a block code; null when it has one. */
  readonly reason: string | null;
  /** The first free start after now (UTC instant), for «jump to the next available». */
  readonly nextAvailable: string | null;
  readonly timeZone: string;
}

/** The visitor's details. */
export interface Details {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly notes: string;
  /** A code for a lower price; it is checked while it is typed, see `incentive`. */
  readonly incentiveCode?: string;
  /** The token of the recovery's link that led here, which is sent with the booking. */
  readonly resume?: string;
}

/** The outcome for the code of the details, with the e-mail of the details: neither of both while it is checked. */
export interface IncentiveState {
  readonly code: string;
  /** The price with it. */
  readonly checked?: IncentiveCheck;
  /** The reason for which it does not lower the price; `limited` after too many wrong codes. */
  readonly reason?: IncentiveReason | 'limited';
}

/** The consent of the visitor, by a box that was not ticked before, to a message if the booking is not finished. */
export interface FlowConsent {
  /** The sentence beside the box, as it was shown. */
  readonly text: string;
  /** Names the wording. */
  readonly version: string;
  readonly channels: readonly ('email' | 'sms')[];
  /** The intent that the server keeps for it; absent until it has answered. */
  readonly captured?: { readonly id: string; readonly token: string };
}

/** The versions of the texts that the visitor has agreed to. */
export type Agreed = Partial<Record<'consent' | 'waiver', number>>;

/** The details, the consent, and what was answered and agreed to. */
export interface TypedDetails extends Details {
  /** By the id of the question, without those about health. */
  readonly answers?: Readonly<Record<string, AnswerValue>>;
  readonly agreed?: Agreed;
  /** Absent while the box is not ticked. */
  readonly consent?: FlowConsent;
}

/**
 * A change of the details; null takes the consent back. `answers` and `agreed` change what they name, where null takes
 * an agreement back.
 */
export type DetailsChange = Partial<Details> & {
  readonly consent?: FlowConsent | null;
  readonly answers?: Readonly<Record<string, AnswerValue>>;
  readonly agreed?: { readonly [Text in keyof Agreed]: number | null };
};

/** A slot that is held for this visitor; `expiresAt` is a UTC instant of the server's clock. */
export interface HeldSlot {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: string;
  /**
   * The same moment by this device's clock (ms since the epoch), which may be wrong or, with a test key, moved:
   * countdowns count to it.
   */
  readonly endsAt: number;
  readonly extended: boolean;
}

/**
 * `loading` nothing is loaded yet · `services` choose one of several · `slots` choose day and time · `holding` the slot
 * is being held · `details` type name and e-mail · `confirming` the booking is being created · `unproven` the visitor
 * confirms by mail until `booking.expiresAt` · `confirmed` done · `failed` nothing can be shown (see `problem`).
 */
export type BookingPhase =
  'loading' | 'services' | 'slots' | 'holding' | 'details' | 'confirming' | 'unproven' | 'confirmed' | 'failed';

/** Everything `<coach-booking>` draws in booking mode. Immutable; a new object for each change. */
export interface BookingFlowState {
  readonly phase: BookingPhase;
  readonly coach: Coach | null;
  /** The partner's appearance; absent when nothing is set. It arrives with the coach. */
  readonly branding?: Branding | undefined;
  /** The provider whose challenge the visitor must pass; absent when none is required. It arrives with the coach. */
  readonly challenge?: Challenge | undefined;
  /** The token of that provider. It works once, so every answer except a booking removes it. */
  readonly challengeToken?: string | undefined;
  readonly services: readonly Service[];
  /** With the price that is charged, once a code is found right. */
  readonly service: Service | null;
  /** Absent without a code, and until it is complete. */
  readonly incentive?: IncentiveState | undefined;
  readonly slots: SlotsState;
  readonly slot: PickableSlot | null;
  /** Null in `details` when the hold was refused for another reason than a taken slot: a booking can still succeed. */
  readonly hold: HeldSlot | null;
  readonly details: TypedDetails;
  /** The questions and texts of the service. Known from `details` on; absent from clients without `getIntake`. */
  readonly intake?: Intake | undefined;
  /** The answers about health, which no draft keeps. */
  readonly health?: Readonly<Record<string, AnswerValue>> | undefined;
  /** The problems of the answers of the last try, by path: `answers.<id>`, `consent`, `waiver`. */
  readonly unanswered?: Readonly<Record<string, IntakeProblem>> | undefined;
  readonly booking: BookingCreated | null;
  readonly problem: FlowProblem | null;
}

/** The intents of the booking widget. None of them throws; failures appear as `problem`. */
export interface BookingFlowIntents {
  chooseService(id: string): void;
  backToServices(): void;
  showMonth(month: string): void;
  chooseDay(date: string): void;
  chooseSlot(slot: Pick<PickableSlot, 'start' | 'end'>): void;
  backToSlots(): void;
  jumpToNextAvailable(): void;
  setTimeZone(timeZone: string): void;
  /**
   * Changes the details. With `consent` and a valid e-mail the server keeps that the booking was begun
   * (`captureIntent`), where the coach has `captureIntents`; without it nothing is sent before the booking.
   */
  setDetails(change: DetailsChange): void;
  /** Sets the token of the provider of `challenge`; undefined when it has expired. */
  setChallengeToken(token: string | undefined): void;
  extendHold(): void;
  confirm(): void;
  retry(): void;
  bookAnother(): void;
}

/**
 * `booking` shows it · `moving` choose the new time · `saving` the change is under way · `gone` the link opens no
 * booking.
 */
export type ManagePhase = 'loading' | 'booking' | 'moving' | 'saving' | 'gone' | 'failed';

/** Everything `<coach-booking manage-token>` draws. */
export interface ManageFlowState {
  readonly phase: ManagePhase;
  readonly booking: Booking | null;
  readonly coach: Coach | null;
  /** The partner's appearance; absent when nothing is set. It arrives with the coach. */
  readonly branding?: Branding | undefined;
  readonly service: Service | null;
  readonly slots: SlotsState;
  readonly slot: PickableSlot | null;
  /** The last finished act, for the message and the live region. */
  readonly done: 'moved' | 'cancelled' | null;
  /** The address of the new link, once one was created: the one that opened this page no longer works. */
  readonly newLink: string | null;
  readonly problem: FlowProblem | null;
}

/** The intents of manage mode. None of them throws; failures appear as `problem`. */
export interface ManageFlowIntents {
  startMoving(): void;
  stopMoving(): void;
  showMonth(month: string): void;
  chooseDay(date: string): void;
  chooseSlot(slot: Pick<PickableSlot, 'start' | 'end'>): void;
  jumpToNextAvailable(): void;
  setTimeZone(timeZone: string): void;
  confirmMove(reason?: string): void;
  cancel(reason?: string): void;
  /** Creates a new manage link and continues with it. */
  renewLink(): void;
  retry(): void;
}
