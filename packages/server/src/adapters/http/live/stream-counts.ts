/** Counts the open streams of each caller in this process. */
export interface StreamCounts {
  /** Counts one more and returns a function that releases it, once; null at the limit. */
  enter(subject: string): (() => void) | null;
}

/** Creates the counts. A stream costs a socket and memory for as long as it lasts, which no limit per hour covers. */
export function createStreamCounts(most: number): StreamCounts {
  const open = new Map<string, number>();
  return {
    enter(subject) {
      const count = open.get(subject) ?? 0;
      if (count >= most) return null;
      open.set(subject, count + 1);
      let isIn = true;
      return () => {
        if (!isIn) return;
        isIn = false;
        const left = open.get(subject)! - 1;
        if (left > 0) open.set(subject, left);
        else open.delete(subject);
      };
    },
  };
}
