import type { CalendarProblem, CalendarProblemCode } from './reading.ts';

/** Characters of a detail, which may quote the file. */
const LONGEST = 120;

/** Counts problems by their code, and keeps the first detail of each. */
export interface Problems {
  add(code: CalendarProblemCode, detail?: string): void;
  list(): readonly CalendarProblem[];
}

export function openProblems(): Problems {
  const found = new Map<CalendarProblemCode, { count: number; detail?: string }>();
  return {
    add(code, detail) {
      const known = found.get(code);
      if (known) known.count++;
      else found.set(code, { count: 1, ...(detail && { detail: tidy(detail) }) });
    },
    list: () => [...found].map(([code, rest]) => ({ code, ...rest })),
  };
}

const tidy = (text: string) => {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
};
