/** A part of a day in minutes, half-open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The place of each span: its column, and the number of columns side by side. */
export interface Columns {
  readonly column: Uint16Array;
  readonly of: Uint16Array;
}

const LAST_MINUTE = 1440;

/**
 * Returns columns for spans that are sorted by `from`, none of them empty, all within a day: spans that overlap,
 * directly or through others, are a cluster and share the least number of columns, which is the number of spans in its
 * busiest minute; a span takes the first free column. Linear in the spans: ends are passed once, by minute, and the
 * free columns are bits of a word.
 */
export function columnsOf(spans: readonly Span[]): Columns {
  const column = new Uint16Array(spans.length);
  const of = new Uint16Array(spans.length);
  /** The last span that ends at a minute, and the one before it that does. */
  const endAt = new Int32Array(LAST_MINUTE + 1).fill(-1);
  const endBefore = new Int32Array(spans.length);
  let free: number[] = [];
  let [clusterStart, clusterEnd, width, passed] = [0, -1, 0, 0];

  for (let i = 0; i < spans.length; i++) {
    const { from, to } = spans[i]!;
    for (; passed <= from; passed++)
      for (let ended = endAt[passed]!; ended >= clusterStart; ended = endBefore[ended]!) give(free, column[ended]!);
    if (from >= clusterEnd) {
      of.fill(width, clusterStart, i);
      [free, clusterStart, width] = [[], i, 0];
    }
    clusterEnd = Math.max(clusterEnd, to);
    const taken = take(free) ?? width++;
    column[i] = taken;
    const end = Math.ceil(to);
    endBefore[i] = endAt[end]!;
    endAt[end] = i;
  }
  of.fill(width, clusterStart);
  return { column, of };
}

function give(free: number[], column: number): void {
  free[column >> 5] = (free[column >> 5] ?? 0) | (1 << (column & 31));
}

/** Takes the first free column and returns it. */
function take(free: number[]): number | undefined {
  const word = free.findIndex(Boolean);
  if (word < 0) return undefined;
  const bits = free[word]!;
  const lowest = bits & -bits;
  free[word] = bits ^ lowest;
  return word * 32 + 31 - Math.clz32(lowest);
}
