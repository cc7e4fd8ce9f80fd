import { counted, type Counted } from '../../../application/kernel/counts.ts';
import { present } from '../../../application/kernel/present.ts';

/** So many are read in one step, and looked at in all for one page. */
const AT_ONCE = 500;
export const MOST_LOOKED = 5000;

export interface Look<Row, At> {
  readonly after?: At;
  readonly limit: number;
  /** The next rows of the list behind a position, in the order of an index; only what the search looks at. */
  read(after: At | undefined, limit: number): Promise<readonly Row[]>;
  positionOf(row: Row): At;
  passes(row: Row): boolean;
}

interface Looked<Row, At> {
  readonly rows: readonly Row[];
  /** Where it stopped; absent at the end of the list. */
  readonly lookedTo?: At;
}

/** Looks through a list from a position until it has found enough, come to the end, or looked at as many as it may. */
const look = async <Row, At>({ after, limit, read, positionOf, passes }: Look<Row, At>): Promise<Looked<Row, At>> => {
  const rows: Row[] = [];
  let behind = after;
  for (let looked = 0; looked < MOST_LOOKED && rows.length < limit; looked += AT_ONCE) {
    const next = await read(behind, AT_ONCE);
    rows.push(...next.filter(passes));
    if (next.length < AT_ONCE) return { rows };
    behind = positionOf(next.at(-1)!);
  }
  return { rows, ...present({ lookedTo: behind }) };
};

/**
 * One page of what no index can find, such as a part of a name. It never looks at more than `MOST_LOOKED` rows: when it
 * has not found enough among them, it says where it stopped, and the next page goes on there. What is counted is the
 * list's first `MOST_LOOKED` rows.
 */
export async function lookThrough<Row, At>(asked: Look<Row, At>): Promise<Looked<Row, At> & Counted> {
  const { after: _, ...fromStart } = asked;
  const first = await look({ ...fromStart, limit: Infinity });
  const total = counted(first.rows.length);
  const whole: Counted = first.lookedTo === undefined ? total : { ...total, isCapped: true };
  const { rows, lookedTo } = asked.after === undefined ? first : await look(asked);
  return { rows: rows.slice(0, asked.limit), ...whole, ...(rows.length < asked.limit && present({ lookedTo })) };
}
