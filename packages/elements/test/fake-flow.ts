import type { BookingFlowIntents, BookingFlowState, ManageFlowIntents, ManageFlowState } from '@coach-booking/sdk';
import { atom, type WritableAtom } from 'nanostores';
import { managingRun } from '../src/coach-booking/manage/managing-run.ts';
import { bookingRun, type Run } from '../src/coach-booking/run.ts';

type Call = readonly [intent: string, ...given: unknown[]];

/** A flow whose state the test sets, and which records its calls. */
export interface FakeFlow<State> {
  readonly $state: WritableAtom<State>;
  readonly calls: Call[];
  readonly run: Run;
  /** Changes the state, as the SDK would. */
  set(change: Partial<State>): void;
  /** Returns the arguments of the calls of one intent. */
  asked(intent: string): unknown[][];
  /** Calls `run` within each call of an intent, as the SDK changes its state within the call. */
  on(intent: string, run: () => void): void;
}

function recorder<State extends object>(initial: State) {
  const $state = atom(initial);
  const calls: Call[] = [];
  const answers = new Map<string, () => void>();
  const intents = new Proxy(
    { $state },
    {
      get: (target, name: string) =>
        name in target
          ? target.$state
          : (...given: unknown[]) => {
              calls.push([name, ...given]);
              answers.get(name)?.();
            },
    },
  );
  return {
    $state,
    calls,
    intents: intents as unknown,
    set: (change: Partial<State>) => $state.set({ ...$state.get(), ...change }),
    asked: (intent: string) => calls.filter(([name]) => name === intent).map(([, ...given]) => given),
    on: (intent: string, run: () => void) => void answers.set(intent, run),
  };
}

type FlowOf<State> = { $state: WritableAtom<State>; start(): void; stop(): void };

/** Returns a flow of booking mode. */
export function fakeBooking(state: BookingFlowState): FakeFlow<BookingFlowState> {
  const { intents, ...fake } = recorder(state);
  return { ...fake, run: bookingRun(intents as FlowOf<BookingFlowState> & BookingFlowIntents) };
}

/** Returns a flow of manage mode. */
export function fakeManaging(state: ManageFlowState): FakeFlow<ManageFlowState> {
  const { intents, ...fake } = recorder(state);
  return { ...fake, run: managingRun(intents as FlowOf<ManageFlowState> & ManageFlowIntents) };
}
