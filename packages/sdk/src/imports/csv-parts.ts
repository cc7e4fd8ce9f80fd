/** The most rows of one part, which is the limit of an import. */
const MAX_ROWS = 500;

/** A part of a CSV, with the header of the whole. */
export interface CsvPart {
  readonly csv: string;
  /** The number of lines before the part's first row, without the header: add it to the rows of a report. */
  readonly offset: number;
}

/** Returns the index after each line end, except line ends between quotes. */
const lineEnds = (text: string): number[] => {
  const ends: number[] = [];
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    // A quote within quotes is written twice, so it ends them and starts them again.
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === '\n' || (letter === '\r' && text[at + 1] !== '\n'))) ends.push(at + 1);
  }
  return ends.at(-1) === text.length ? ends : [...ends, text.length];
};

/**
 * Cuts a CSV of any length into parts that an import takes, each with the header line, without parsing its cells: `for
 * (const { csv, offset } of csvParts(text)) await client.importBookings({ csv })`. One unchanged part for a text of one
 * line or none.
 */
export function csvParts(text: string, most: number = MAX_ROWS): CsvPart[] {
  const [first = 0, ...ends] = lineEnds(text);
  const header = text.slice(0, first);
  const parts: CsvPart[] = [];
  for (let at = 0; at < ends.length; at += most) {
    const [from, to] = [at === 0 ? first : ends[at - 1], ends[Math.min(at + most, ends.length) - 1]];
    parts.push({ csv: header + text.slice(from, to), offset: at });
  }
  return parts.length > 0 ? parts : [{ csv: text, offset: 0 }];
}
