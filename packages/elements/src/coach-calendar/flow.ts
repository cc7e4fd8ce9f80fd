import type { CalendarFlowIntents, CalendarFlowState, SessionToken } from '@coach-booking/sdk';
import type { ReadableAtom } from 'nanostores';

/** The part of a calendar flow of the SDK that the element uses: a store, a start, an end, and the intents. */
export interface Flow extends CalendarFlowIntents {
  readonly $state: ReadableAtom<CalendarFlowState>;
  /** Starts to read and to follow changes; with the id of a booking, starts that session. */
  start(id?: string): void;
  /** Ends the flow: its requests are aborted. */
  stop(): void;
}

/** The settings of a flow, read once when it starts. */
export interface Settings {
  /** Origin of the API. */
  readonly baseUrl: string;
  /** Id or slug; `me` is the person of the session. */
  readonly coach: string;
  /** Zone to show times in; empty for the coach's own. */
  readonly timeZone: string;
  /** The first view; empty for the preferred one. */
  readonly view: '' | CalendarFlowState['view'];
  /** The first plain date; empty for today. */
  readonly date: string;
  readonly language: string;
  /** Returns the token of the session for each request; without it no person is signed in. */
  readonly session: SessionToken | undefined;
}

/** Creates a flow from settings. */
export type Connect = (settings: Settings) => Flow;
