import { atom, type ReadableAtom } from 'nanostores';
import type { Page } from '@coach-booking/sdk';

/** A list as far as it has been read. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly phase: 'loading' | 'more' | 'ready' | 'failed';
  /** The error of the last reading; null when it did not fail. */
  readonly problem: unknown;
  /** The cursor of the next page; null at the end. */
  readonly next: string | null;
  /** The total, where the server counts. */
  readonly total: number | undefined;
  /** Whether there are more than `total`, which were not counted further. */
  readonly totalIsCapped: boolean;
}

type Read<T> = (
  cursor: { cursor?: string },
  signal: AbortSignal,
) => Promise<Pick<Page<T>, 'items' | 'nextCursor' | 'total' | 'totalIsCapped'>>;

const empty = {
  items: [],
  phase: 'loading',
  problem: null,
  next: null,
  total: undefined,
  totalIsCapped: false,
} as const;

/**
 * Reads a list page by page. The items stay when the next page cannot be read; a new start aborts the reading under
 * way.
 */
export class ListLoader<T> {
  readonly #state = atom<Listed<T>>(empty);
  readonly $state: ReadableAtom<Listed<T>> = this.#state;
  #run: AbortController | undefined;
  #read: Read<T> | undefined;

  /** Reads the first page. Never rejects. */
  start(read: Read<T>): Promise<void> {
    this.#read = read;
    this.#state.set(empty);
    return this.#page({});
  }

  /** Reads the next page. */
  readonly more = async (): Promise<void> => {
    const { next, phase } = this.#state.get();
    if (!next || phase === 'more' || phase === 'loading') return;
    this.#state.set({ ...this.#state.get(), phase: 'more', problem: null });
    await this.#page({ cursor: next });
  };

  /**
   * Reads anew what is shown, which stays until it has come; what cannot be read stays as it is. Does nothing while the
   * list is read anyway.
   */
  readonly refresh = async (): Promise<void> => {
    const { phase, items } = this.#state.get();
    if (!this.#read || phase !== 'ready') return;
    this.stop();
    const { signal } = (this.#run = new AbortController());
    const fresh: T[] = [];
    try {
      let page = await this.#read({}, signal);
      const { total, totalIsCapped = false } = page;
      fresh.push(...page.items);
      while (fresh.length < items.length && page.nextCursor) {
        page = await this.#read({ cursor: page.nextCursor }, signal);
        fresh.push(...page.items);
      }
      if (signal.aborted) return;
      this.#state.set({ items: fresh, phase: 'ready', problem: null, next: page.nextCursor, total, totalIsCapped });
    } catch {
      // The next change, or the next page, tries it again.
    }
  };

  /** Repeats the reading that failed: the next page, or the first. */
  readonly retry = (): void => {
    if (this.#state.get().items.length > 0) void this.more();
    else if (this.#read) void this.start(this.#read);
  };

  async #page(cursor: { cursor?: string }): Promise<void> {
    this.stop();
    const run = (this.#run = new AbortController());
    try {
      const { items, nextCursor, total, totalIsCapped = false } = await this.#read!(cursor, run.signal);
      if (run.signal.aborted) return;
      const before = this.#state.get();
      this.#state.set({
        items: [...before.items, ...items],
        phase: 'ready',
        problem: null,
        next: nextCursor,
        total: total ?? before.total,
        totalIsCapped,
      });
    } catch (problem) {
      if (!run.signal.aborted) this.#state.set({ ...this.#state.get(), phase: 'failed', problem });
    }
  }

  stop(): void {
    this.#run?.abort();
  }
}
