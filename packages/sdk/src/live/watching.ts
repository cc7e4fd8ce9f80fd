/**
 * `connecting` the first attempt, or the stream ended as streams do · `live` it runs · `offline` the last attempt
 * failed.
 */
export type LiveState = 'connecting' | 'live' | 'offline';

/** The callbacks of a watch. None of them may throw. */
export interface WatchHandlers<Event> {
  readonly onEvent: (event: Event) => void;
  /** Called once for each change, but not for `connecting` at the beginning. */
  readonly onState?: ((state: LiveState) => void) | undefined;
  /** The watch ended for good: the caller may not watch, or there is no such coach. Reconnecting would not help. */
  readonly onRefused?: ((error: unknown) => void) | undefined;
  /** Ends the watch, as the answered function does. */
  readonly signal?: AbortSignal | undefined;
}

/** Go on after an event that was read before: `lastEventId`, such as the `position` of a calendar. */
export interface WatchInput {
  /** Id or slug, or `me`. */
  readonly coach: string;
  readonly lastEventId?: string | undefined;
}

/** Too much was missed: what is shown must be read again. */
export interface ResetEvent {
  readonly type: 'reset';
  readonly id: string;
}

/** Something of the calendar changed. */
export interface ChangedEvent {
  readonly type: 'changed';
  readonly id: string;
  readonly kind: 'booking' | 'hold' | 'schedule' | 'time_off' | 'preferences';
  /** Plain dates in the coach's zone; empty when any may have changed. */
  readonly dates: readonly string[];
}

/** Slots were taken or freed. */
export interface SlotsEvent {
  readonly type: 'slots';
  readonly id: string;
  /** Plain dates in the coach's zone; empty when any may have changed. */
  readonly dates: readonly string[];
}

export type CalendarEvent = ChangedEvent | ResetEvent;
export type AnySlotsEvent = SlotsEvent | ResetEvent;
