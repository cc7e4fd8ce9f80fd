/**
 * `connecting` the first attempt, or the stream ended in the usual way · `live` it runs · `offline` the last attempt
 * failed.
 */
export type LiveState = 'connecting' | 'live' | 'offline';

/** The callbacks of a watch. None of them may throw. */
export interface WatchHandlers<Event> {
  readonly onEvent: (event: Event) => void;
  /** Called once for each change, except `connecting` at the beginning. */
  readonly onState?: ((state: LiveState) => void) | undefined;
  /**
   * Called when the watch ended for good: the caller may not watch, or there is no such coach. Reconnecting would not
   * help.
   */
  readonly onRefused?: ((error: unknown) => void) | undefined;
  /** Ends the watch, as the returned function does. */
  readonly signal?: AbortSignal | undefined;
}

/** The position from which to continue: `lastEventId`, such as the `position` of a calendar. */
export interface WatchInput {
  /** Id or slug, or `me`. */
  readonly coach: string;
  readonly lastEventId?: string | undefined;
}

/** Too many events were missed: the shown data must be read again. */
export interface ResetEvent {
  readonly type: 'reset';
  readonly id: string;
}

/** A change of the calendar. */
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
