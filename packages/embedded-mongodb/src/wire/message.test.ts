import { Long } from 'bson';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode } from '../values/bson.ts';
import { cursorReply } from './cursor-reply.ts';
import { Frames } from './frames.ts';
import { MESSAGE_HEADER_LENGTH, readMessage, writeReply } from './message.ts';

function framed(operation: number, body: Buffer): Buffer {
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + body.length, 0);
  header.writeInt32LE(77, 4);
  header.writeInt32LE(operation, 12);
  return Buffer.concat([header, body]);
}

function opMsg(flags: number, ...sections: Buffer[]): Buffer {
  const bits = Buffer.alloc(4);
  bits.writeUInt32LE(flags);
  return framed(2013, Buffer.concat([bits, ...sections]));
}

function body(document: Record<string, unknown>): Buffer {
  return Buffer.concat([Buffer.from([0]), encode(document)]);
}

function sequence(name: string, documents: Record<string, unknown>[]): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map(encode)]);
  const size = Buffer.alloc(4);
  size.writeInt32LE(content.length + 4);
  return Buffer.concat([Buffer.from([1]), size, content]);
}

describe('messages', () => {
  test('reads the body of a message, which expects an answer', () => {
    expect(readMessage(opMsg(0, body({ ping: 1, $db: 'x' })))).toMatchObject({
      requestId: 77,
      body: { ping: 1, $db: 'x' },
      wantsReply: true,
      legacy: false,
    });
  });

  test.each([
    ['after the body', [body({ insert: 'c' }), sequence('documents', [{ a: 1 }, { a: 2 }])]],
    ['before the body', [sequence('documents', [{ a: 1 }, { a: 2 }]), body({ insert: 'c' })]],
  ])('reads a sequence of documents %s as a field', (_where, sections) => {
    const request = readMessage(opMsg(0, ...sections));
    expect(request.body).toEqual({ insert: 'c', documents: [{ a: 1 }, { a: 2 }] });
    expect(request.raw.get('documents')?.map((bytes) => decode(bytes))).toEqual([{ a: 1 }, { a: 2 }]);
  });

  test('skips the checksum of a message', () => {
    expect(readMessage(opMsg(1, body({ ping: 1 }), Buffer.from([1, 2, 3, 4]))).body).toEqual({ ping: 1 });
  });

  test('expects no answer for moreToCome', () => {
    expect(readMessage(opMsg(2, body({ ping: 1 }))).wantsReply).toBe(false);
  });

  test.each([
    ['an unknown required flag', () => opMsg(4, body({ ping: 1 }))],
    ['no body', () => opMsg(0)],
    ['an unknown kind of section', () => opMsg(0, Buffer.concat([Buffer.from([9]), encode({})]))],
    ['a section longer than the message', () => opMsg(0, body({ ping: 1 }).subarray(0, 8))],
    ['another operation', () => framed(2002, Buffer.alloc(20))],
  ])('refuses a message with %s', (_title, message) => {
    expect(() => readMessage(message())).toThrow(RangeError);
  });

  test('reads the handshake of old drivers and answers in kind', () => {
    const query = Buffer.concat([
      Buffer.alloc(4),
      Buffer.from('admin.$cmd\0'),
      Buffer.alloc(8),
      encode({ isMaster: 1 }),
    ]);
    const request = readMessage(framed(2004, query));
    expect(request).toMatchObject({ body: { isMaster: 1, $db: 'admin' }, legacy: true });
    const reply = writeReply(request, { ok: 1 });
    expect(reply.readInt32LE(12)).toBe(1);
    expect(reply.readInt32LE(8)).toBe(77);
    expect(decode(reply.subarray(36))).toEqual({ ok: 1 });
  });

  test.each([0, 1, 12, 1100])('writes a cursor of %i documents by hand as the document would be', (count) => {
    const documents = Array.from({ length: count }, (_, n) => ({ n, s: 'ü' }));
    const reply = cursorReply('nextBatch', documents.map(encode), 5n, 'db.ü');
    expect(decode(reply.subarray(MESSAGE_HEADER_LENGTH))).toEqual({
      cursor: { nextBatch: documents, id: Long.fromNumber(5), ns: 'db.ü' },
      ok: 1,
    });
  });

  test('writes the header into the room before a cursor', () => {
    const request = readMessage(opMsg(0, body({ find: 'c' })));
    const message = writeReply(request, cursorReply('firstBatch', [encode({ a: 1 })], 0n, 'db.c'));
    expect(message.readInt32LE(8)).toBe(77);
    expect(readMessage(message).body).toMatchObject({ cursor: { firstBatch: [{ a: 1 }] } });
  });
});

describe('frames', () => {
  test('cuts whole frames out of any chunks', () => {
    const messages = [opMsg(0, body({ a: 1 })), opMsg(0, body({ b: 'x'.repeat(100) })), opMsg(0, body({ c: 1 }))];
    const stream = Buffer.concat(messages);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: stream.length })), (cuts) => {
        const frames = new Frames();
        const edges = [0, ...cuts.sort((a, b) => a - b), stream.length];
        const out = edges
          .slice(1)
          .flatMap((edge, at) =>
            [...frames.push(stream.subarray(edges[at], edge))].map((message) => Buffer.from(message)),
          );
        expect(out).toEqual(messages);
      }),
    );
  });

  test.each([[3], [-1], [2 ** 31 - 1]])('refuses a frame with a length of %i', (size) => {
    const bytes = Buffer.alloc(16);
    bytes.writeInt32LE(size);
    expect(() => [...new Frames().push(bytes)]).toThrow(RangeError);
  });
});
