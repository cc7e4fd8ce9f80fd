/** Work in steps; what it returns is its result. Between two steps it may be set aside. */
export type Steps<T> = Generator<unknown, T>;

/** Long enough that setting work aside costs nothing, short enough that others do not notice. */
const TURN_MILLISECONDS = 8;
const STEPS_BETWEEN_LOOKS = 32;

/**
 * Does work at once while it is short. Longer work goes on in turns, between which everything else of the process runs.
 */
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

/** Undefined when the time of a turn is over and the work is not. */
function turn<T>(steps: Steps<T>): { readonly value: T } | undefined {
  const end = performance.now() + TURN_MILLISECONDS;
  for (let step = 1; ; step++) {
    const { done, value } = steps.next();
    if (done) return { value };
    if (step % STEPS_BETWEEN_LOOKS === 0 && performance.now() > end) return undefined;
  }
}
