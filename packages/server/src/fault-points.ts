import type { Stores } from './application/ports/deps.ts';

/**
 * Moments in the work of a process, each with what happens then. A moment is named by the calls of the stores around
 * it, in their order: `after bookings.insert`, or `after ledgers.claim, before ledgers.read`.
 */
export type FaultPoints = Readonly<Record<string, () => unknown>>;

const STEP = /^(?:before|after) (\w+)\.(\w+)$/;

/** Calls `reach` with each step of a store that is among `steps`, and leaves its other methods as they are. */
const withSteps = <T extends object>(
  port: string,
  store: T,
  steps: readonly string[],
  reach: (step: string) => Promise<void>,
): T =>
  new Proxy(store, {
    get: (target, method) => {
      const original: unknown = Reflect.get(target, method);
      const call = `${port}.${String(method)}`;
      if (typeof original !== 'function' || !steps.some((step) => step.endsWith(` ${call}`))) return original;
      return async (...args: unknown[]): Promise<unknown> => {
        await reach(`before ${call}`);
        const answer: unknown = await Reflect.apply(original, target, args);
        await reach(`after ${call}`);
        return answer;
      };
    },
  });

const withPoint = <T extends Stores>(stores: T, point: string, happens: () => unknown): T => {
  const steps = point.split(', ');
  let reached = 0;
  const reach = async (step: string): Promise<void> => {
    if (step !== steps[reached]) return;
    reached = (reached + 1) % steps.length;
    if (reached === 0) await happens();
  };
  const decorated: Record<string, object> = { ...stores } as never;
  for (const step of steps) {
    const [, port = '', method = ''] = STEP.exec(step) ?? [];
    const store = stores[port as keyof Stores];
    if (typeof (store as unknown as Record<string, unknown> | undefined)?.[method] !== 'function')
      throw new Error(`"${step}" is no step of a fault point: they are like "after bookings.insert".`);
    decorated[port] = withSteps(port, stores[port as keyof Stores], steps, reach);
  }
  return decorated as unknown as T;
};

/**
 * The stores, which let something happen each time a process reaches one of these points, and go on when that is done.
 * Throws for a point that names no method of a store.
 */
export function withFaultPoints<T extends Stores>(stores: T, points: FaultPoints): T {
  return Object.entries(points).reduce((decorated, [point, happens]) => withPoint(decorated, point, happens), stores);
}

/**
 * The stores, which end the process at a point as a power cut would, so that tests can see what is left. Without one
 * they are as they were, and in production there never is one.
 */
export function killedAt(stores: Stores, point: string | undefined): Stores {
  return point === undefined
    ? stores
    : withFaultPoints(stores, { [point]: () => process.kill(process.pid, 'SIGKILL') });
}
