import {
  bindOperations,
  createTransport,
  listCoachBookings,
  watchCalendar,
  type CalendarEvent,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';
import { followWithOneStream } from '@coach-booking/elements/internal/one-stream';

export type Request = OutputOf<'listCoachBookings'>[number];

/** Requests that wait for an answer: the first of them by start, and how many there are. */
export interface Requests {
  readonly items: readonly Request[];
  readonly total: number;
}

/** The parts of the server that live updates use; tests replace them. */
export interface LiveCalls {
  requests(): Promise<Requests>;
  /** Calls `onEvent` with each change of the coach's calendar. The returned function ends it. */
  follow(onEvent: (event: CalendarEvent) => void): () => void;
}

/** The person and the coach whom live updates are about. */
export interface LiveScope {
  readonly session: SessionToken;
  readonly baseUrl: string;
  /** `me`, or the slug of the coach whom an admin chose. */
  readonly coach: string;
  /** The member of the team who is signed in; absent for all others. Of them the own requests count. */
  readonly staffId?: string | undefined;
}

/** The requests that are read: enough to name those that are new. */
const AT_MOST = 50;

/** Returns the calls for a coach, with one stream for all pages and calendars of the browser. */
export function liveCalls({ session, baseUrl, coach, staffId }: LiveScope): LiveCalls {
  const client = bindOperations(createTransport({ baseUrl, session }), { listCoachBookings, watchCalendar });
  return {
    async requests() {
      const { items, total } = await client.listCoachBookings({
        coach,
        status: 'pending',
        limit: AT_MOST,
        ...(staffId && { staffId }),
      });
      return { items, total: total ?? items.length };
    },
    follow: (onEvent) => followWithOneStream(baseUrl, client.watchCalendar, { coach }, { onEvent }),
  };
}

/** Called with the requests that wait, and with those that came since the last call. */
export type OnRequests = (requests: Requests, fresh: readonly Request[]) => void;

/**
 * Follows a coach's calendar while the desk is open: passes each change on, and reads the requests anew when bookings
 * have changed. A reading that fails is made up for by the next change.
 */
export class DeskLive {
  readonly #followers = new Set<(event: CalendarEvent) => void>();
  #known: ReadonlySet<string> | null = null;
  /** When the newest request that was read was made: one that comes in sight later may be older. */
  #newest = '';
  #isReading = false;
  #isDue = false;
  #isOver = false;
  readonly #end: () => void;

  constructor(
    private readonly calls: LiveCalls,
    private readonly onRequests: OnRequests,
  ) {
    this.#end = calls.follow(this.#see);
    void this.#read();
  }

  /** Calls back with each change until the returned function is called. */
  follow(onEvent: (event: CalendarEvent) => void): () => void {
    this.#followers.add(onEvent);
    return () => void this.#followers.delete(onEvent);
  }

  /** Reads the requests anew, as after an answer to one on this page. */
  look(): void {
    void this.#read();
  }

  end(): void {
    this.#isOver = true;
    this.#end();
    this.#followers.clear();
  }

  readonly #see = (event: CalendarEvent): void => {
    if (event.type === 'reset' || event.kind === 'booking') void this.#read();
    for (const follower of this.#followers) follower(event);
  };

  /** Reads one at a time; what changes meanwhile is read after it. */
  async #read(): Promise<void> {
    this.#isDue = true;
    if (this.#isReading) return;
    this.#isReading = true;
    while (this.#isDue && !this.#isOver) {
      this.#isDue = false;
      await this.calls.requests().then(this.#take, () => undefined);
    }
    this.#isReading = false;
  }

  readonly #take = (requests: Requests): void => {
    if (this.#isOver) return;
    const { items } = requests;
    const [known, newest] = [this.#known, this.#newest];
    const fresh = known ? items.filter(({ id, createdAt }) => !known.has(id) && createdAt >= newest) : [];
    this.#known = new Set(items.map(({ id }) => id));
    this.#newest = items.reduce((last, { createdAt }) => (createdAt > last ? createdAt : last), newest);
    this.onRequests(requests, fresh);
  };
}
