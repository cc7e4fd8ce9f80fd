import { atom, type ReadableAtom } from 'nanostores';

/** The state of a change: none, under way, done, or refused. `of` names the change. */
export interface ActionState {
  readonly phase: 'idle' | 'busy' | 'done' | 'failed';
  readonly of: string;
  readonly problem: unknown;
}

const idle: ActionState = { phase: 'idle', of: '', problem: null };

/** Runs one change at a time, so that a second press changes nothing twice. */
export class Action {
  readonly #state = atom<ActionState>(idle);
  readonly $state: ReadableAtom<ActionState> = this.#state;

  /**
   * Resolves to the result of `act`; null when it failed, which the state shows, or when another change is still under
   * way.
   */
  async run<T>(of: string, act: () => Promise<T>): Promise<T | null> {
    if (this.#state.get().phase === 'busy') return null;
    this.#state.set({ phase: 'busy', of, problem: null });
    try {
      const answer = await act();
      this.#state.set({ phase: 'done', of, problem: null });
      return answer;
    } catch (problem) {
      this.#state.set({ phase: 'failed', of, problem });
      return null;
    }
  }

  isBusy(of?: string): boolean {
    const state = this.#state.get();
    return state.phase === 'busy' && (of === undefined || state.of === of);
  }

  /** Returns the error of the refusal; null when there was none. */
  problemOf(of: string): unknown {
    const state = this.#state.get();
    return state.phase === 'failed' && state.of === of ? state.problem : null;
  }

  readonly forget = (): void => {
    if (!this.isBusy()) this.#state.set(idle);
  };
}
