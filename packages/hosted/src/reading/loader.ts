import { atom, type ReadableAtom } from 'nanostores';

/** The state of a reading: under way, done, or failed. */
export type Loaded<T> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly value: T }
  | { readonly phase: 'failed'; readonly problem: unknown };

/** Reads one thing. Of two readings only the later one counts; the earlier is aborted. */
export class Loader<T> {
  readonly #state = atom<Loaded<T>>({ phase: 'loading' });
  readonly $state: ReadableAtom<Loaded<T>> = this.#state;
  #run: AbortController | undefined;
  #read: ((signal: AbortSignal) => Promise<T>) | undefined;

  /** Reads. Never rejects: a problem is in the state. */
  async load(read: (signal: AbortSignal) => Promise<T>): Promise<void> {
    this.stop();
    const run = (this.#run = new AbortController());
    this.#read = read;
    this.#state.set({ phase: 'loading' });
    const state = await read(run.signal).then(
      (value): Loaded<T> => ({ phase: 'ready', value }),
      (problem: unknown): Loaded<T> => ({ phase: 'failed', problem }),
    );
    if (!run.signal.aborted) this.#state.set(state);
  }

  readonly retry = (): void => {
    if (this.#read) void this.load(this.#read);
  };

  stop(): void {
    this.#run?.abort();
  }
}
