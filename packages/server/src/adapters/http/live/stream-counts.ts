/** How many streams each caller has open in this process. */
export interface StreamCounts {
  /** Takes one more and answers how to give it back, which does so once; null when there are enough. */
  enter(subject: string): (() => void) | null;
}

/** A stream costs a socket and memory for as long as it lasts, which no limit by the hour tells of. */
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
