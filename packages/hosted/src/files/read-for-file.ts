import type { Page } from '@coach-booking/sdk';

/** The most lines of a file, in pages of a hundred. */
export const MOST_IN_FILE = 2000;

/** Reads all pages, up to the most that a file has; `isCut` where there are more. */
export async function readForFile<T>(
  read: (cursor?: string) => Promise<Pick<Page<T>, 'items' | 'nextCursor'>>,
): Promise<{ readonly items: readonly T[]; readonly isCut: boolean }> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await read(cursor);
    all.push(...items);
    cursor = nextCursor ?? undefined;
  } while (cursor && all.length < MOST_IN_FILE);
  return { items: all.slice(0, MOST_IN_FILE), isCut: cursor !== undefined || all.length > MOST_IN_FILE };
}
