import { instant } from '@coach-booking/time/instant';
import type { MemoryState } from '../../../packages/server/src/adapters/memory/memory-state.ts';
import { createMemoryStores } from '../../../packages/server/src/adapters/memory/stores.ts';
import { sweep } from '../../../packages/server/src/application/sweep/sweep.ts';
import { startExecution, type Execution, type ScenarioStart, type CallResult } from './execution.ts';

/** Null when it holds, else what is wrong. */
export type Invariant = (state: MemoryState, results: readonly (CallResult | null)[]) => string | null;

export interface Scenario extends ScenarioStart {
  /** Hold at every moment. */
  readonly always: readonly Invariant[];
  /** Hold when all processes have ended and the sweeper has nothing left to do. */
  readonly finally: readonly Invariant[];
  /** The work at the end besides sweeping, on a copy, by one process alone. */
  readonly atTheEnd?: (state: MemoryState) => Promise<void>;
}

export interface Exploration {
  readonly states: number;
  /** Ends reached, each with another history. */
  readonly ends: number;
  /** The first violation, and the steps that led to it. */
  readonly violation: { readonly what: string; readonly trace: readonly string[] } | null;
}

/** Long after everything, for the sweeper. */
const LATER = 4 * 86_400_000;

const settleDown = async (state: MemoryState, now: number, atTheEnd: Scenario['atTheEnd']): Promise<MemoryState> => {
  const copy = structuredClone(state);
  let ids = 0;
  const deps = { ...createMemoryStores(copy), realNow: () => instant(now), newId: () => `e${++ids}` };
  for (let passes = 0; passes < 10; passes++)
    if ((await sweep(deps)) === 0) {
      await atTheEnd?.(copy);
      return copy;
    }
  throw new Error('The sweeper does not come to an end.');
};

const replay = async (scenario: Scenario, path: readonly number[]): Promise<Execution> => {
  const execution = await startExecution(scenario);
  for (const index of path) await execution.take(execution.choices()[index]!);
  return execution;
};

const firstProblem = (
  invariants: readonly Invariant[],
  state: MemoryState,
  results: readonly (CallResult | null)[],
): string | null => {
  for (const invariant of invariants) {
    const problem = invariant(state, results);
    if (problem) return problem;
  }
  return null;
};

/**
 * Runs the real code through every order of its calls to the stores, and through a crash after every write. Steps
 * cannot be undone, so a branch is reached by running its steps again; a known state (equal stores, and equal views of
 * every process) is not run again.
 */
export async function explore(scenario: Scenario): Promise<Exploration> {
  const seen = new Set<string>();
  const branches: number[][] = [[]];
  const start = Math.max(...scenario.processes.map(({ realNow }) => realNow));
  let ends = 0;
  for (let path = branches.pop(); path; path = branches.pop()) {
    const execution = await replay(scenario, path);
    const { state, trace } = execution;
    for (;;) {
      const key = execution.key();
      if (seen.has(key)) break;
      seen.add(key);
      const problem = firstProblem(scenario.always, state, execution.results());
      if (problem) return { states: seen.size, ends, violation: { what: problem, trace } };
      const choices = execution.choices();
      if (choices.length === 0) {
        ends++;
        const final = firstProblem(
          scenario.finally,
          await settleDown(state, start + LATER, scenario.atTheEnd),
          execution.results(),
        );
        if (final) return { states: seen.size, ends, violation: { what: final, trace } };
        break;
      }
      for (let other = choices.length - 1; other > 0; other--) branches.push([...path, other]);
      await execution.take(choices[0]!);
      path.push(0);
    }
  }
  return { states: seen.size, ends, violation: null };
}
