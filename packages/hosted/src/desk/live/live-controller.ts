import type { LitElement, ReactiveController } from 'lit';
import type { CalendarEvent } from '@coach-booking/sdk';
import type { LiveScope, OnRequests } from './desk-live.ts';
import type { Live } from './live.ts';

/** The live updates of a calendar, until they are ended. */
export type Following = Live & { end(): void };

/** Begins to follow the calendar of a coach; its code comes after the first page. */
export type Follow = (scope: LiveScope, onRequests: OnRequests) => Promise<Following>;

/** Follows the calendar of the coach whose desk is open, and holds how many requests wait. */
export class LiveController implements ReactiveController, Live {
  /** The requests that wait for an answer; 0 as long as that is not known. */
  total = 0;
  #key = '';
  #following: Promise<Following> | null = null;
  readonly #followers = new Set<(event: CalendarEvent) => void>();

  /** `fresh` is called with the requests that come in. */
  constructor(
    private readonly host: LitElement,
    private readonly begin: Follow,
    private readonly fresh: OnRequests,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.end();
  }

  /** Follows the calendar of a coach for a person, unless it does already. */
  start(person: string, scope: LiveScope): void {
    const key = `${person}/${scope.coach}`;
    if (this.#key === key) return;
    this.end();
    this.#key = key;
    const following = this.begin(scope, (requests, fresh) => {
      if (this.#key !== key) return;
      this.#count(requests.total);
      if (fresh.length > 0) this.fresh(requests, fresh);
    });
    this.#following = following;
    void following.then(
      (live) => live.follow(this.#tell),
      // The code could not be brought: the next page tries again.
      () => (this.#key = ''),
    );
  }

  end(): void {
    void this.#following?.then((live) => live.end()).catch(() => undefined);
    this.#following = null;
    this.#key = '';
    this.#count(0);
  }

  follow(onEvent: (event: CalendarEvent) => void): () => void {
    this.#followers.add(onEvent);
    return () => void this.#followers.delete(onEvent);
  }

  look(): void {
    void this.#following?.then((live) => live.look()).catch(() => undefined);
  }

  readonly #tell = (event: CalendarEvent): void => {
    for (const follower of this.#followers) follower(event);
  };

  /** Shows the number here, and on the icon of the installed app where the browser can. */
  #count(total: number): void {
    if (this.total === total) return;
    this.total = total;
    // Refused where the page is not installed.
    if ('setAppBadge' in navigator) void navigator.setAppBadge(total).catch(() => undefined);
    this.host.requestUpdate();
  }
}
