/** Work in steps; its return value is the result. Other work may run between two steps. */
export type Steps<T> = Generator<unknown, T>;

/** Long enough that pausing costs nothing, short enough that other work is not delayed. */
const TURN_MILLISECONDS = 8;
const STEPS_BETWEEN_LOOKS = 32;

/** Does short work at once. Longer work runs in turns, between which everything else of the process runs. */
export function paced<T>(steps: Steps<T>): T | Promise<T> {
  const done = turn(steps);
  return done ? done.value : inTurns(steps);
}

async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    await new Promise(setImmediate);
    const done = turn(steps);
    if (done) return done.value;
  }
}

/** Returns undefined when the time of a turn is over and the work is not. */
function turn<T>(steps: Steps<T>): { readonly value: T } | undefined {
  const end = performance.now() + TURN_MILLISECONDS;
  for (let step = 1; ; step++) {
    const { done, value } = steps.next();
    if (done) return { value };
    if (step % STEPS_BETWEEN_LOOKS === 0 && performance.now() > end) return undefined;
  }
}
