/**
 * Half-open ranges `[start, end)` and their algebra, of instants or of minutes of a day: `Range<Instant>` and
 * `Range<Minutes>` do not mix. No function sorts or changes the array it is given. A *tidy* list is sorted, with gaps
 * between its ranges and none empty; `merge` makes one.
 */
export interface Range<Point extends number = number> {
  readonly start: Point;
  readonly end: Point;
}

const smaller = <Point extends number>(a: Point, b: Point): Point => (b < a ? b : a);
const larger = <Point extends number>(a: Point, b: Point): Point => (b > a ? b : a);

/** Returns whether nothing lies between its edges; a reversed range counts as empty. */
export function isEmpty(range: Range): boolean {
  return range.end <= range.start;
}

/** Returns whether they share time. Ranges that only touch do not, and neither do empty ones. */
export function overlaps<Point extends number>(a: Range<Point>, b: Range<NoInfer<Point>>): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** Returns whether the point is in the range: the start is, the end is not. */
export function includes<Point extends number>(range: Range<Point>, point: NoInfer<Point>): boolean {
  return range.start <= point && point < range.end;
}

const isMerged = (ranges: readonly Range[]): boolean => {
  let end = -Infinity;
  for (const range of ranges) {
    if (range.start <= end || isEmpty(range)) return false;
    end = range.end;
  }
  return true;
};

/**
 * Returns the same time as a tidy list: overlapping and touching ranges become one, empty ones are dropped. A tidy list
 * is returned as it is.
 */
export function merge<Point extends number>(ranges: readonly Range<Point>[]): readonly Range<Point>[] {
  if (isMerged(ranges)) return ranges;
  const merged: { start: Point; end: Point }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (end <= start) continue;
    if (last && start <= last.end) last.end = larger(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Returns what is left of `ranges` without `cuts`. Both are tidy; so is the result. */
export function subtract<Point extends number>(
  ranges: readonly Range<Point>[],
  cuts: readonly Range<NoInfer<Point>>[],
): readonly Range<Point>[] {
  if (cuts.length === 0) return ranges;
  const left: Range<Point>[] = [];
  let next = 0;
  for (const range of ranges) {
    let start = range.start;
    while (next < cuts.length && cuts[next]!.end <= start) next++;
    for (let i = next; i < cuts.length && cuts[i]!.start < range.end; i++) {
      const cut = cuts[i]!;
      if (cut.start > start) left.push({ start, end: cut.start });
      start = cut.end;
    }
    if (start < range.end) left.push(start === range.start ? range : { start, end: range.end });
  }
  return left;
}

/** Returns the time that both lists have. Both are tidy; so is the result. */
export function intersect<Point extends number>(
  a: readonly Range<Point>[],
  b: readonly Range<NoInfer<Point>>[],
): readonly Range<Point>[] {
  const both: Range<Point>[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const start = larger(a[i]!.start, b[j]!.start);
    const end = smaller(a[i]!.end, b[j]!.end);
    if (start < end) both.push({ start, end });
    if (a[i]!.end < b[j]!.end) i++;
    else j++;
  }
  return both;
}

/**
 * Returns the index of the first range that ends after the point, by bisection; the list's length when there is none.
 * The list is tidy.
 */
export function firstEndingAfter<Point extends number>(ranges: readonly Range<Point>[], point: NoInfer<Point>): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.end > point) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Returns whether any range of the tidy list overlaps this one. */
export function overlapsAny<Point extends number>(
  ranges: readonly Range<Point>[],
  range: Range<NoInfer<Point>>,
): boolean {
  const first = ranges[firstEndingAfter(ranges, range.start)];
  return first !== undefined && overlaps(first, range);
}
