import type { LitElement, ReactiveController } from 'lit';
import { deskPages, pagesFor, type DeskPageName } from '../pages.ts';
import type { User } from '@coach-booking/sdk';

/** The acts of the keys of the desk. */
export interface KeyActs {
  /** The role of who works here; null before a sign-in: then no key means anything. */
  role(): User['role'] | null;
  open(page: DeskPageName): void;
  search(): void;
  list(): void;
  create(): void;
}

/** Milliseconds within which the second key follows `g`. */
const PAUSE = 1500;

/** Whether what is pressed is typed somewhere, or belongs to something that lies over the page. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  return event.composedPath().some((node) => {
    if (!(node instanceof HTMLElement)) return false;
    return node.isContentEditable || node.matches('input, textarea, select, dialog[open], :popover-open');
  });
}

/** Returns the keys that open pages after `g`, with their pages. */
export function pageKeys(role: User['role']): readonly (readonly [key: string, page: DeskPageName])[] {
  return pagesFor(role).flatMap((page) => {
    const { key } = deskPages[page];
    return key ? [[key, page] as const] : [];
  });
}

/**
 * The keys of the desk: `g` and another open a page, `/` searches, `?` lists the keys, `n` begins a booking. The
 * calendar has keys of its own, which go before the single ones here.
 */
export class DeskKeys implements ReactiveController {
  /** When `g` was pressed, by the clock of events. */
  #began = -Infinity;

  constructor(
    host: LitElement,
    private readonly acts: KeyActs,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('keydown', this.#press, true);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#press, true);
  }

  readonly #press = (event: KeyboardEvent): void => {
    const role = this.acts.role();
    if (role === null || role === 'client' || isTaken(event)) return;
    const act = this.#actOf(event, role);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  #actOf(event: KeyboardEvent, role: User['role']): (() => void) | null {
    const { key, timeStamp } = event;
    const isSecond = timeStamp - this.#began < PAUSE;
    this.#began = -Infinity;
    if (isSecond) {
      const page = pageKeys(role).find(([of]) => of === key)?.[1];
      return page ? () => this.acts.open(page) : null;
    }
    if (key === 'g') return () => (this.#began = timeStamp);
    if (key === '/') return () => this.acts.search();
    const isCalendars = event.composedPath().some((node) => (node as Element).localName === 'coach-calendar');
    if (isCalendars) return null;
    if (key === '?') return () => this.acts.list();
    return key === 'n' ? () => this.acts.create() : null;
  }
}
