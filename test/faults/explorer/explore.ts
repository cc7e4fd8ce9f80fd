import { instant } from '@coach-booking/time/instant';
import type { MemoryState } from '../../../packages/server/src/adapters/memory/memory-state.ts';
import { createMemoryStores } from '../../../packages/server/src/adapters/memory/stores.ts';
import { sweep } from '../../../packages/server/src/application/sweep/sweep.ts';
import { createExecution, resultsAt, traceOf, type Moment, type ScenarioStart } from './execution.ts';
import type { CallResult } from './process-tree.ts';

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
 * Runs the real code through every order of its calls to the stores, and through a crash after every write. A known
 * moment (equal stores, and equal views of every process) is not gone on from again.
 */
export async function explore(scenario: Scenario): Promise<Exploration> {
  const { start, choices, take, key } = createExecution(scenario);
  const seen = new Set<string>();
  const long = Math.max(...scenario.processes.map(({ realNow }) => realNow)) + LATER;
  const branches: (() => Promise<Moment>)[] = [start];
  let ends = 0;
  for (let reach = branches.pop(); reach; reach = branches.pop()) {
    const moment = await reach();
    const known = key(moment);
    if (seen.has(known)) continue;
    seen.add(known);
    const violationIn = (invariants: readonly Invariant[], state: MemoryState) => {
      const what = firstProblem(invariants, state, resultsAt(moment));
      return what === null ? null : { states: seen.size, ends, violation: { what, trace: traceOf(moment) } };
    };
    const violation = violationIn(scenario.always, moment.state);
    if (violation) return violation;
    const next = choices(moment);
    if (next.length === 0) {
      ends++;
      const final = violationIn(scenario.finally, await settleDown(moment.state, long, scenario.atTheEnd));
      if (final) return final;
    }
    for (const choice of next.toReversed()) branches.push(() => take(moment, choice));
  }
  return { states: seen.size, ends, violation: null };
}
