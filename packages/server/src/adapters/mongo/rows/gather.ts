interface PendingRead<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

export interface GatherOptions {
  /** Schedules the batch. By default at the end of this turn of the event loop, so that no caller waits for others. */
  readonly soon?: (send: () => void) => unknown;
  /** Questions in one batch; more make several. */
  readonly most?: number;
}

/**
 * Batches concurrent reads or writes into one command of the store. A batch begins after each of its calls, so an
 * answer is never older than its call. When a batch fails, all of it fails: the outcome of each is unknown, as after a
 * lost connection.
 * @param answerAll returns the answers in the order of the questions
 */
export function gather<Q, A>(
  answerAll: (questions: readonly Q[]) => Promise<readonly A[]>,
  { soon = setImmediate, most = 200 }: GatherOptions = {},
): (question: Q) => Promise<A> {
  let waiting: PendingRead<Q, A>[] = [];

  const sendBatch = async (batch: readonly PendingRead<Q, A>[]): Promise<void> => {
    try {
      const answers = await answerAll(batch.map(({ question }) => question));
      batch.forEach(({ resolve }, n) => resolve(answers[n]!));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };

  const send = (): void => {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += most) void sendBatch(all.slice(from, from + most));
  };

  return (question) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ question, resolve, reject }) === 1) soon(send);
    });
}
