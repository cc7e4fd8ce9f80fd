import { MESSAGE_HEADER_LENGTH } from './message.ts';

const elementNames = Array.from({ length: 1024 }, (_, index) => `\x03${index}\0`);

/**
 * Returns the encoded answer `{ cursor: { firstBatch | nextBatch: [...], id, ns }, ok: 1 }`, after room for the
 * message's header. It is written byte by byte, so that the stored bytes of documents are copied once, to where they
 * are sent from.
 * @param id 0 when all documents are in this batch
 */
export function cursorReply(
  batchName: 'firstBatch' | 'nextBatch',
  batch: readonly Buffer[],
  id: bigint,
  namespace: string,
): Buffer {
  let arrayLength = 5;
  for (const [at, document] of batch.entries()) arrayLength += elementName(at).length + document.length;
  const namespaceLength = Buffer.byteLength(namespace) + 1;
  const cursorLength = 4 + 1 + batchName.length + 1 + arrayLength + 1 + 3 + 8 + 1 + 3 + 4 + namespaceLength + 1;
  const length = 4 + 1 + 7 + cursorLength + 1 + 3 + 8 + 1;
  const reply = Buffer.allocUnsafe(MESSAGE_HEADER_LENGTH + length);
  let end = reply.writeInt32LE(length, MESSAGE_HEADER_LENGTH);
  const text = (latin1: string) => (end += reply.write(latin1, end, 'latin1'));
  text('\x03cursor\0');
  end = reply.writeInt32LE(cursorLength, end);
  text(`\x04${batchName}\0`);
  end = reply.writeInt32LE(arrayLength, end);
  for (const [at, document] of batch.entries()) {
    text(elementName(at));
    reply.set(document, end);
    end += document.length;
  }
  text('\0\x12id\0');
  end = reply.writeBigInt64LE(id, end);
  text('\x02ns\0');
  end = reply.writeInt32LE(namespaceLength, end);
  end += reply.write(namespace, end);
  text('\0\0\x01ok\0');
  end = reply.writeDoubleLE(1, end);
  reply[end] = 0;
  return reply;
}

/** Type and name of an array's element that is a document. */
function elementName(at: number): string {
  return elementNames[at] ?? `\x03${at}\0`;
}
