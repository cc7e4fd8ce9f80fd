import type { CalendarFlowIntents, CalendarFlowState, SessionToken } from '@coach-booking/sdk';
import type { ReadableAtom } from 'nanostores';

/** A calendar flow of the SDK as the element needs it: a store, a beginning, an end, and the intents. */
export interface Flow extends CalendarFlowIntents {
  readonly $state: ReadableAtom<CalendarFlowState>;
  /** Begins to read and to watch; with the id of a booking, that session begins. */
  start(id?: string): void;
  /** Ends everything: its requests are aborted. */
  stop(): void;
}

/** Everything that a flow is made from; read once when it starts. */
export interface Settings {
  /** Origin of the API. */
  readonly baseUrl: string;
  /** Id or slug; `me` is the person of the session. */
  readonly coach: string;
  /** Zone to show times in; empty for the coach's own. */
  readonly timeZone: string;
  /** The view to begin with; empty for the preferred one. */
  readonly view: '' | CalendarFlowState['view'];
  /** The plain date to begin at; empty for today. */
  readonly date: string;
  readonly language: string;
  /** Returns the token of the session for each request; without it no person is signed in. */
  readonly session: SessionToken | undefined;
}

/** Makes the flow that the settings ask for. */
export type Connect = (settings: Settings) => Flow;
