import { counted, type Counted } from '../../../application/kernel/counts.ts';
import { present } from '../../../application/kernel/present.ts';

/** Rows read in one step, and scanned in all for one page. */
const BATCH_SIZE = 500;
export const MAX_SCANNED = 5000;

export interface Scan<Row, At> {
  readonly after?: At;
  readonly limit: number;
  /**
   * Returns the next rows of the list behind a position, in the order of an index, with the fields that the search
   * reads.
   */
  read(after: At | undefined, limit: number): Promise<readonly Row[]>;
  positionOf(row: Row): At;
  passes(row: Row): boolean;
}

interface ScanResult<Row, At> {
  readonly rows: readonly Row[];
  /** The place where the scan stopped; absent at the end of the list. */
  readonly scannedTo?: At;
}

/** Scans a list from a position until it has found enough, reached the end, or scanned as many rows as it may. */
const scan = async <Row, At>({
  after,
  limit,
  read,
  positionOf,
  passes,
}: Scan<Row, At>): Promise<ScanResult<Row, At>> => {
  const rows: Row[] = [];
  let behind = after;
  for (let scanned = 0; scanned < MAX_SCANNED && rows.length < limit; scanned += BATCH_SIZE) {
    const next = await read(behind, BATCH_SIZE);
    rows.push(...next.filter(passes));
    if (next.length < BATCH_SIZE) return { rows };
    behind = positionOf(next.at(-1)!);
  }
  return { rows, ...present({ scannedTo: behind }) };
};

/**
 * Returns one page of a search without an index, such as by a part of a name. It never scans more than `MAX_SCANNED`
 * rows: when it has not found enough among them, it returns where it stopped, and the next page continues there. The
 * count covers the list's first `MAX_SCANNED` rows.
 */
export async function scanPage<Row, At>(asked: Scan<Row, At>): Promise<ScanResult<Row, At> & Counted> {
  const { after: _, ...fromStart } = asked;
  const first = await scan({ ...fromStart, limit: Infinity });
  const total = counted(first.rows.length);
  const whole: Counted = first.scannedTo === undefined ? total : { ...total, isCapped: true };
  const { rows, scannedTo } = asked.after === undefined ? first : await scan(asked);
  return { rows: rows.slice(0, asked.limit), ...whole, ...(rows.length < asked.limit && present({ scannedTo })) };
}
