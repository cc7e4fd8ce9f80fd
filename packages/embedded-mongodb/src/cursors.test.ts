import { Long } from 'bson';
import { describe, expect, test } from 'vitest';
import { Cursors } from './cursors.ts';
import { decode, encode } from './values/bson.ts';
import { MESSAGE_HEADER_LENGTH } from './wire/message.ts';

const at = (minutes: number) => new Date(minutes * 60_000);
type Answer = { cursor: { id: Long; firstBatch?: unknown[]; nextBatch?: unknown[] } };
const read = (bytes: Buffer | Promise<Buffer>) =>
  (decode((bytes as Buffer).subarray(MESSAGE_HEADER_LENGTH)) as Answer).cursor;

describe('cursors', () => {
  test('keeps a batch below the size of a message', () => {
    const large = Array.from({ length: 5 }, (_, n) => encode({ n, text: 'x'.repeat(7_000_000) }));
    const cursors = new Cursors();
    const { firstBatch, id } = read(cursors.first(large, 'db.c', {}, at(0)));
    expect(firstBatch).toHaveLength(2);
    expect(read(cursors.next(id.toBigInt(), undefined, at(0))).nextBatch).toHaveLength(2);
    expect(read(cursors.next(id.toBigInt(), undefined, at(0)))).toMatchObject({ nextBatch: [{ n: 4 }], id: Long.ZERO });
  });

  test('closes a cursor after ten minutes without a request', () => {
    const cursors = new Cursors();
    const two = [encode({}), encode({})];
    const { id } = read(cursors.first(two, 'db.c', { batchSize: 1 }, at(0)));
    read(cursors.first(two, 'db.c', { batchSize: 1 }, at(11)));
    expect(() => cursors.next(id.toBigInt(), undefined, at(11))).toThrow('not found');
  });

  test('leaves no cursor open for a single batch', () => {
    expect(
      read(new Cursors().first([encode({}), encode({})], 'db.c', { batchSize: 1, single: true }, at(0))),
    ).toMatchObject({
      id: Long.ZERO,
    });
  });
});
