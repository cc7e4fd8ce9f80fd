import { decode, encode } from '../values/bson.ts';
import type { Document } from '../values/document.ts';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const FLAG_CHECKSUM = 1;
const FLAG_MORE_TO_COME = 2;
/** Bits 0–15 of an OP_MSG are required: a server must reject unknown ones. */
const unknownRequiredFlags = 0xffff & ~(FLAG_CHECKSUM | FLAG_MORE_TO_COME);

/** Bytes of an OP_MSG before its one document. */
export const MESSAGE_HEADER_LENGTH = 21;

/** Largest message that is read, as `hello` announces. */
export const MAX_MESSAGE_BYTES = 48_000_000;

/** A command as received over the wire. */
export interface Request {
  readonly requestId: number;
  /** The command's body, with the documents of its sequences under their names and `$db` filled in. */
  readonly body: Document;
  /** The encoded documents of a sequence, by its name, so that inserting need not encode them again. */
  readonly raw: ReadonlyMap<string, readonly Buffer[]>;
  /** Whether the client waits for an answer (`moreToCome` is not set). */
  readonly wantsReply: boolean;
  /** Handshake of old drivers, answered in kind. */
  readonly legacy: boolean;
}

/**
 * Reads one whole message. Throws RangeError or BSONError on bytes that are no message: the connection is then closed.
 */
export function readMessage(message: Buffer): Request {
  const requestId = message.readInt32LE(4);
  const operation = message.readInt32LE(12);
  if (operation === OP_MSG) return readOpMsg(message, requestId);
  if (operation === OP_QUERY) return readOpQuery(message, requestId);
  throw new RangeError(`wire operation ${operation} is not supported`);
}

function readOpMsg(message: Buffer, requestId: number): Request {
  const flags = message.readUInt32LE(16);
  if (flags & unknownRequiredFlags) throw new RangeError(`unknown OP_MSG flags ${flags}`);
  const end = message.length - (flags & FLAG_CHECKSUM ? 4 : 0);
  const raw = new Map<string, Buffer[]>();
  let body: Document | undefined;
  let at = 20;
  while (at < end) {
    const kind = message.readUInt8(at);
    const size = message.readInt32LE(at + 1);
    const sectionEnd = at + 1 + size;
    if (size < 5 || sectionEnd > end) throw new RangeError('a section is longer than its message');
    if (kind === 0) body = decode(message.subarray(at + 1, sectionEnd));
    else if (kind === 1) readSequence(message.subarray(at + 5, sectionEnd), raw);
    else throw new RangeError(`unknown section kind ${kind}`);
    at = sectionEnd;
  }
  if (body === undefined) throw new RangeError('an OP_MSG has no body');
  for (const [name, documents] of raw) body[name] = documents.map((bytes) => decode(bytes));
  return { requestId, body, raw, wantsReply: (flags & FLAG_MORE_TO_COME) === 0, legacy: false };
}

function readSequence(section: Buffer, raw: Map<string, Buffer[]>): void {
  const nameEnd = section.indexOf(0);
  const documents: Buffer[] = [];
  let at = nameEnd + 1;
  while (at < section.length) {
    const size = section.readInt32LE(at);
    if (size < 5 || at + size > section.length) throw new RangeError('a document is longer than its section');
    documents.push(section.subarray(at, at + size));
    at += size;
  }
  raw.set(section.toString('utf8', 0, nameEnd), documents);
}

function readOpQuery(message: Buffer, requestId: number): Request {
  const nameEnd = message.indexOf(0, 20);
  const collection = message.toString('utf8', 20, nameEnd);
  const at = nameEnd + 9;
  const query = decode(message.subarray(at, at + message.readInt32LE(at)));
  const body = (query['$query'] as Document | undefined) ?? query;
  return {
    requestId,
    body: { ...body, $db: collection.split('.', 1)[0] },
    raw: new Map(),
    wantsReply: true,
    legacy: true,
  };
}

let nextRequestId = 1;

/**
 * Returns the bytes of the answer to a request: an OP_MSG, or an OP_REPLY to a legacy handshake.
 * @param reply a document, or an encoded one after room for the header, which is then written there
 */
export function writeReply(request: Request, reply: Document | Buffer): Buffer {
  const headerLength = request.legacy ? 36 : MESSAGE_HEADER_LENGTH;
  const message = Buffer.isBuffer(reply) ? reply : afterRoom(headerLength, encode(reply));
  message.fill(0, 0, headerLength);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(nextRequestId, 4);
  nextRequestId = (nextRequestId + 1) & 0x7fffffff;
  message.writeInt32LE(request.requestId, 8);
  message.writeInt32LE(request.legacy ? OP_REPLY : OP_MSG, 12);
  if (request.legacy) {
    message.writeInt32LE(8, 16);
    message.writeInt32LE(1, 32);
  }
  return message;
}

function afterRoom(length: number, body: Buffer): Buffer {
  const message = Buffer.allocUnsafe(length + body.length);
  message.set(body, length);
  return message;
}
