import type { Instant } from '@coach-booking/time/instant';
import { createMemoryState } from '../../../packages/server/src/adapters/memory/memory-state.ts';
import { createMemoryStores } from '../../../packages/server/src/adapters/memory/stores.ts';
import { Refusal } from '../../../packages/server/src/application/kernel/refusal.ts';
import type { Deps, Stores } from '../../../packages/server/src/application/ports/deps.ts';
import { processDeps } from './process-deps.ts';

/** The result of a process for its caller: an answer, or the code of a refusal. */
export type CallResult = { readonly answer: unknown } | { readonly refused: string } | { readonly failed: string };

export interface ProcessSpec {
  readonly name: string;
  readonly run: (deps: Deps) => Promise<unknown>;
  /** Real time as this process sees it; a sweeper's lies far ahead, so that every unsettled claim is due. */
  readonly realNow: Instant;
  readonly mayCrash: boolean;
}

/** A call of a process to its stores that has no answer yet, or a pause. */
export interface StoreCall {
  /** The number of the call among those of its process. */
  readonly id: number;
  readonly port: string;
  readonly method: string;
  readonly args: readonly unknown[];
  /** The port and the method. */
  readonly name: string;
  /** The call with its arguments. */
  readonly text: string;
}

export type Answer = { readonly value: unknown } | { readonly error: unknown };

/** A process after certain answers, which decide all that it does: the code reads nothing else. */
export interface Point {
  readonly pending: readonly StoreCall[];
  readonly callResult: CallResult | null;
}

export interface ProcessTree {
  readonly start: () => Promise<Point>;
  /** Returns where the process is once this pending call is answered. */
  readonly after: (point: Point, callId: number, answer: Answer) => Promise<Point>;
}

interface Running {
  readonly pending: { readonly call: StoreCall; readonly settle: (answer: Answer) => void }[];
  callResult: CallResult | null;
}

interface Known extends Point {
  readonly path: readonly { readonly callId: number; readonly answer: Answer }[];
  readonly next: Map<string, Known>;
  /** A run of the process that has come just here, until it goes on. */
  running: Running | null;
}

/** Names of ports and methods are taken from here; nothing is called. */
const stores = createMemoryStores(createMemoryState());
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

const copyOf = (answer: Answer): Answer => ('value' in answer ? { value: structuredClone(answer.value) } : answer);
const keyOf = (callId: number, answer: Answer): string =>
  `${callId} ${'value' in answer ? JSON.stringify(answer.value) : `throws ${String(answer.error)}`}`;

const run = (spec: ProcessSpec, index: number): Running => {
  const running: Running = { pending: [], callResult: null };
  let calls = 0;
  const ask = (port: string, method: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const name = port ? `${port}.${method}` : method;
      running.pending.push({
        call: { id: ++calls, port, method, args, name, text: `${name} ${JSON.stringify(args)}` },
        settle: (answer) => ('value' in answer ? resolve(answer.value) : reject(answer.error as Error)),
      });
    });
  const gated = Object.entries(stores).map(([port, target]) => [
    port,
    new Proxy(target as object, {
      get:
        (_, method: string) =>
        (...args: unknown[]) =>
          ask(port, method, args),
    }),
  ]);
  const pause = () => ask('', 'pause', []) as Promise<void>;
  spec.run(processDeps(Object.fromEntries(gated) as Stores, index, spec.realNow, pause)).then(
    (answer) => (running.callResult = { answer }),
    (error: unknown) =>
      (running.callResult = error instanceof Refusal ? { refused: error.code } : { failed: String(error) }),
  );
  return running;
};

const goOn = async (running: Running, callId: number, answer: Answer): Promise<void> => {
  const at = running.pending.findIndex(({ call }) => call.id === callId);
  running.pending.splice(at, 1)[0]!.settle(answer);
  await settled();
};

/**
 * Runs the real code of one process, once for all executions in which it receives the same answers. A process that is
 * wanted at a point where none of its runs stands is run again with the answers that led there.
 */
export function createProcessTree(spec: ProcessSpec, index: number): ProcessTree {
  let root: Known | undefined;

  const known = (running: Running, path: Known['path']): Known => ({
    pending: running.pending.map(({ call }) => call),
    callResult: running.callResult,
    path,
    next: new Map(),
    running,
  });

  const runTo = async ({ path }: Known): Promise<Running> => {
    const running = run(spec, index);
    await settled();
    for (const { callId, answer } of path) await goOn(running, callId, answer);
    return running;
  };

  return {
    start: async () => {
      if (root) return root;
      const running = run(spec, index);
      await settled();
      return (root = known(running, []));
    },
    after: async (point, callId, given) => {
      const from = point as Known;
      const key = keyOf(callId, given);
      const found = from.next.get(key);
      if (found) return found;
      const answer = copyOf(given);
      const running = from.running ?? (await runTo(from));
      from.running = null;
      await goOn(running, callId, answer);
      const reached = known(running, [...from.path, { callId, answer }]);
      from.next.set(key, reached);
      return reached;
    },
  };
}
