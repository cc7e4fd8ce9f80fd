/** A recording in the provider's cloud, of one occasion of a meeting. */
export interface Recording {
  readonly occasion: string;
  /** The provider's page of it, which asks for the password itself. Never that of a file, which wants a token. */
  readonly url: string;
  readonly password?: string;
  /** Bytes of all files. */
  readonly fileSize: number;
  /** Minutes. */
  readonly duration: number;
}

/** Occasions whose recordings are kept. */
const MAX_RECORDINGS = 20;

const keyOf = ({ url, password = '', duration }: Recording): string => JSON.stringify([url, password, duration]);
/** Files are added while a recording is prepared, so the larger report is the later one. */
const isLater = (a: Recording, b: Recording): boolean =>
  a.fileSize === b.fileSize ? keyOf(a) > keyOf(b) : a.fileSize > b.fileSize;

/** Returns one recording for each occasion, the same in any order of the news. */
export function withRecordings(known: readonly Recording[], news: readonly Recording[]): readonly Recording[] {
  const found = new Map<string, Recording>();
  for (const one of [...known, ...news]) {
    const before = found.get(one.occasion);
    if (!before || isLater(one, before)) found.set(one.occasion, one);
  }
  return [...found.values()].sort((a, b) => (isLater(a, b) ? -1 : 1)).slice(0, MAX_RECORDINGS);
}
