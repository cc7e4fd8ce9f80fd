/** Appends BSON elements by hand: a cursor's answer then takes the stored bytes of its documents as they are. */
function int32(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32LE(value);
  return bytes;
}

function cString(text: string): Buffer {
  return Buffer.from(`${text}\0`, 'utf8');
}

const embedded = Buffer.from([3]);
const array = Buffer.from([4]);
const int64 = Buffer.from([18]);
const double = Buffer.from([1]);
const zero = Buffer.from([0]);
const indexes = Array.from({ length: 1024 }, (_, index) => cString(String(index)));
const okName = cString('ok');
const one = Buffer.alloc(8);
one.writeDoubleLE(1);

/**
 * The encoded answer `{ cursor: { firstBatch | nextBatch: [...], id, ns }, ok: 1 }`.
 * @param id 0 when all documents are in this batch
 */
export function cursorReply(batchName: 'firstBatch' | 'nextBatch', batch: readonly Buffer[], id: bigint, namespace: string): Buffer {
  let arrayLength = 5;
  const items: Buffer[] = [];
  for (const [at, document] of batch.entries()) {
    const index = indexes[at] ?? cString(String(at));
    items.push(embedded, index, document);
    arrayLength += 1 + index.length + document.length;
  }
  const name = cString(batchName);
  const idBytes = Buffer.allocUnsafe(8);
  idBytes.writeBigInt64LE(id);
  const ns = cString(namespace);
  const cursorLength = 4 + 1 + name.length + arrayLength + 1 + 3 + 8 + 1 + 3 + 4 + ns.length + 1;
  const length = 4 + 1 + 7 + cursorLength + 1 + okName.length + 8 + 1;
  return Buffer.concat([
    ...[int32(length), embedded, cString('cursor'), int32(cursorLength)],
    ...[array, name, int32(arrayLength), ...items, zero],
    ...[int64, cString('id'), idBytes, Buffer.from([2]), cString('ns'), int32(ns.length), ns, zero],
    ...[double, okName, one, zero],
  ]);
}
