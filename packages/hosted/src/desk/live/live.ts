import type { CalendarEvent } from '@coach-booking/sdk';

/** The changes of the coach's calendar, as the pages of the desk hear of them. */
export interface Live {
  /** Calls back with each change until the returned function is called. */
  follow(onEvent: (event: CalendarEvent) => void): () => void;
  /** Reads the requests anew, as after an answer to one on this page. */
  look(): void;
}
