import type { LitElement, ReactiveController } from 'lit';

/** The acts of the keys. */
export interface KeyActs {
  /**
   * Returns the keys that open pages after `g`, with what each does; null where no key means anything, as before a
   * sign-in.
   */
  pages(): readonly (readonly [key: string, open: () => void])[] | null;
  search(): void;
  list(): void;
  /** Begins something new; absent where nothing is begun by a key. */
  create?(): void;
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

/**
 * The keys of a frame: `g` and another open a page, `/` searches, `?` lists the keys, `n` begins something new. The
 * calendar has keys of its own, which go before the single ones here.
 */
export class ShellKeys implements ReactiveController {
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
    const pages = this.acts.pages();
    if (pages === null || isTaken(event)) return;
    const act = this.#actOf(event, pages);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  #actOf(event: KeyboardEvent, pages: NonNullable<ReturnType<KeyActs['pages']>>): (() => void) | null {
    const { key, timeStamp } = event;
    const isSecond = timeStamp - this.#began < PAUSE;
    this.#began = -Infinity;
    if (isSecond) return pages.find(([of]) => of === key)?.[1] ?? null;
    if (key === 'g') return () => (this.#began = timeStamp);
    if (key === '/') return () => this.acts.search();
    const isCalendars = event.composedPath().some((node) => (node as Element).localName === 'coach-calendar');
    if (isCalendars) return null;
    if (key === '?') return () => this.acts.list();
    return key === 'n' && this.acts.create ? () => this.acts.create?.() : null;
  }
}
