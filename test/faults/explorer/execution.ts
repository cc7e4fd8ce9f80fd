import type { DueLedger } from '../../../packages/server/src/application/ports/ledgers.ts';
import type { MemoryState } from '../../../packages/server/src/adapters/memory/memory-state.ts';
import { createMemoryStores } from '../../../packages/server/src/adapters/memory/stores.ts';
import {
  createProcessTree,
  type Answer,
  type CallResult,
  type Point,
  type ProcessSpec,
  type StoreCall,
} from './process-tree.ts';

export interface ScenarioStart {
  readonly initial: MemoryState;
  readonly processes: readonly ProcessSpec[];
  /** Calls whose order no other process of the scenario can observe: they run at once, and are no choice. */
  readonly isLocal: (call: string) => boolean;
  /**
   * Ledgers in which no process is ever refused, so that none can observe what happened there first: no choice either,
   * and the scenario's own sweepers pass them by. The end looks at them again.
   */
  readonly isApart: (ledgerId: string) => boolean;
}

/** The ledger that a process read last, and what was in it. */
interface LastRead {
  readonly ledgerId: string;
  readonly claims: string;
}

interface Process {
  readonly point: Point;
  readonly isDead: boolean;
  /** A number for the answers that it has received so far. */
  readonly seen: number;
  /** The claims that a sweeper found to look at, and with how many it is done; null when it looks at none. */
  readonly due: number | null;
  readonly handled: number;
  readonly lastRead: LastRead | undefined;
  /** The claims that its pauses wait to see changed, by the number of the call. */
  readonly waits: ReadonlyMap<number, LastRead | undefined>;
  /**
   * Its last step was a write. To die after a read that followed is to die here, with the steps of the others in
   * another order.
   */
  readonly hasJustWritten: boolean;
}

/** One step that the scheduler may grant: a call of a process to its stores, or the end of that process. */
export interface Choice {
  readonly process: number;
  /** The pending call, or null for a crash. */
  readonly call: StoreCall | null;
  readonly label: string;
}

/** The stores and all processes between two steps. None of it is changed: a step makes another moment. */
export interface Moment {
  readonly state: MemoryState;
  readonly processes: readonly Process[];
  /** One crash in all. */
  readonly hasCrashed: boolean;
  readonly last: { readonly label: string; readonly before: Moment } | null;
}

export interface Execution {
  readonly start: () => Promise<Moment>;
  readonly choices: (moment: Moment) => Choice[];
  readonly take: (moment: Moment, choice: Choice) => Promise<Moment>;
  /** Returns a text; equal ones mean equal futures. */
  readonly key: (moment: Moment) => string;
}

export function resultsAt({ processes }: Moment): readonly (CallResult | null)[] {
  return processes.map(({ point }) => point.callResult);
}

/** Returns the steps that led to a moment. */
export function traceOf(moment: Moment): readonly string[] {
  const labels: string[] = [];
  for (let { last } = moment; last; { last } = last.before) labels.unshift(last.label);
  return labels;
}

const READS =
  /\.(read|claimsOf|placesOf|countPlaces|find|due|releasingSince|between|by[A-Z]\w*|list|idOfSlug|slugsLike|undrained|isEarlierUnderWay|lastSent)$/;
/** Reads of the claims in one ledger. */
const CLAIM_READS = /\.(claimsOf|placesOf)$/;
/**
 * Returns the calls after which a sweeper is done with a claim: it has settled or removed it, or another process was
 * faster.
 */
const endsClaim = (call: string, result: unknown): boolean =>
  /^ledgers\.(settle|release)$/.test(call) ||
  (call === 'bookings.insertVoid' && result === 'exists') ||
  (call === 'bookings.bump' && result === false);
const numbers = new Map<string, number>();
const numberOf = (text: string): number => {
  const known = numbers.get(text) ?? numbers.size;
  numbers.set(text, known);
  return known;
};

const stored = (
  { heads, ledgers, bookings, idempotency, deliveries, testMessages }: MemoryState,
  isApart: ScenarioStart['isApart'],
): string =>
  JSON.stringify([
    [...heads.values()].map(({ version }) => version),
    [...ledgers].flatMap(([id, { claims }]) => (isApart(id) ? [] : [[id, claims]])).sort(),
    [...bookings.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    [...idempotency.values()].map(({ key, resourceId }) => [key, resourceId]),
    [...deliveries.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    [...testMessages.values()].map(({ deliveryId }) => deliveryId),
  ]);

const claimsIn = ({ ledgers }: MemoryState, ledgerId: string): string => JSON.stringify(ledgers.get(ledgerId)?.claims);

/** A state that is copied before the first call that may change it. */
interface Draft {
  state: MemoryState;
  isCopy: boolean;
}

/** Calls the store; a change is in the draft. */
const answerOf = async (draft: Draft, { port, method, name, args }: StoreCall): Promise<Answer> => {
  if (!draft.isCopy && !READS.test(name)) [draft.state, draft.isCopy] = [structuredClone(draft.state), true];
  const target = Reflect.get(createMemoryStores(draft.state), port) as Record<string, (...all: unknown[]) => unknown>;
  try {
    return { value: await target[method]!(...args) };
  } catch (error) {
    return { error };
  }
};

/** A sweeper that is done with one claim keeps nothing of it: only what it is still to look at counts. */
const sweptOn = (process: Process, call: string, result: unknown): Process => {
  let { seen, due, handled } = process;
  if (call === 'ledgers.due') [due, handled] = [numberOf(JSON.stringify(result)), 0];
  if (call === 'bookings.releasingSince') due = null;
  if (due !== null && endsClaim(call, result)) seen = numberOf(`${due} ${++handled}`);
  return { ...process, seen, due, handled };
};

/** Returns an execution of all processes, in which nothing happens but the steps that are taken; one crash in all. */
export function createExecution({ initial, processes: specs, isLocal, isApart }: ScenarioStart): Execution {
  const trees = specs.map(createProcessTree);

  const runsAtOnce = ({ name, args }: StoreCall): boolean =>
    name !== 'pause' && (isLocal(name) || args.some((arg) => typeof arg === 'string' && isApart(arg)));

  const moved = (process: Process, point: Point): Process => {
    const waits = new Map<number, LastRead | undefined>();
    for (const { id, name } of point.pending)
      if (name === 'pause') waits.set(id, process.waits.has(id) ? process.waits.get(id) : process.lastRead);
    return { ...process, point, waits };
  };

  /** Runs what is no choice, one after the other, until the process waits for its turn or has ended. */
  const runLocals = async (draft: Draft, process: Process, index: number): Promise<Process> => {
    for (;;) {
      const local = process.point.pending.find(runsAtOnce);
      if (!local) return process;
      const answer = await answerOf(draft, local);
      process = moved(process, await trees[index]!.after(process.point, local.id, answer));
    }
  };

  const granted = async (draft: Draft, before: Process, index: number, call: StoreCall): Promise<Process> => {
    let process: Process = { ...before, hasJustWritten: !READS.test(call.name) && call.name !== 'pause' };
    if (CLAIM_READS.test(call.name)) {
      const ledgerId = String(call.args[0]);
      process = { ...process, lastRead: { ledgerId, claims: claimsIn(draft.state, ledgerId) } };
    }
    let answer: Answer = call.name === 'pause' ? { value: undefined } : await answerOf(draft, call);
    if ('value' in answer) {
      if (call.name === 'ledgers.due')
        answer = { value: (answer.value as DueLedger[]).filter(({ id }) => !isApart(id)) };
      process = { ...process, seen: numberOf(`${process.seen} ${call.name} ${JSON.stringify(answer.value)}`) };
      process = sweptOn(process, call.name, answer.value);
    }
    return runLocals(draft, moved(process, await trees[index]!.after(process.point, call.id, answer)), index);
  };

  /**
   * Waiting is over when what is waited for has changed, or when no other process can do anything: else the same would
   * only be asked again.
   */
  const isAwake = (state: MemoryState, { waits }: Process, { id }: StoreCall): boolean => {
    const waitsFor = waits.get(id);
    return !waitsFor || claimsIn(state, waitsFor.ledgerId) !== waitsFor.claims;
  };

  const callsAt = ({ state, processes }: Moment, awakeOnly: boolean): Choice[] =>
    processes.flatMap((process, index) =>
      process.isDead
        ? []
        : process.point.pending.flatMap((call) =>
            !awakeOnly || isAwake(state, process, call)
              ? [{ process: index, call, label: `${specs[index]!.name}: ${call.name}` }]
              : [],
          ),
    );

  return {
    start: async () => {
      const draft = { state: initial, isCopy: false };
      const processes: Process[] = [];
      for (const [index, tree] of trees.entries()) {
        const point = await tree.start();
        const none = { isDead: false, seen: 0, due: null, handled: 0, lastRead: undefined, hasJustWritten: false };
        processes.push(await runLocals(draft, moved({ ...none, point, waits: new Map() }, point), index));
      }
      return { state: draft.state, processes, hasCrashed: false, last: null };
    },
    choices: (moment) => {
      const awake = callsAt(moment, true);
      const calls = awake.length > 0 ? awake : callsAt(moment, false);
      const crashing = moment.processes.flatMap(({ point, isDead, hasJustWritten }, index): Choice[] => {
        const { name, mayCrash } = specs[index]!;
        return !moment.hasCrashed && mayCrash && hasJustWritten && !isDead && point.pending.length > 0
          ? [{ process: index, call: null, label: `${name}: CRASH` }]
          : [];
      });
      return [...calls, ...crashing];
    },
    take: async (moment, { process: index, call, label }) => {
      const processes = [...moment.processes];
      const last = { label, before: moment };
      if (!call) {
        processes[index] = { ...processes[index]!, isDead: true };
        return { state: moment.state, processes, hasCrashed: true, last };
      }
      const draft = { state: moment.state, isCopy: false };
      processes[index] = await granted(draft, processes[index]!, index, call);
      return { state: draft.state, processes, hasCrashed: moment.hasCrashed, last };
    },
    key: (moment) => {
      const { state, processes, hasCrashed } = moment;
      const processKeys = processes.map((process) => [
        process.isDead ? 'dead' : process.point.pending.map((call) => [call.text, isAwake(state, process, call)]),
        process.point.callResult ?? process.seen,
        process.hasJustWritten,
      ]);
      return `${numberOf(stored(state, isApart))} ${JSON.stringify(processKeys)} ${hasCrashed}`;
    },
  };
}
