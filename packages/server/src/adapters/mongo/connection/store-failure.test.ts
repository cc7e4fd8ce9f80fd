import mongoose, { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { storeFailureOf } from './store-failure.ts';

const ofServer = (code: number, errmsg = 'no'): Error => new mongo.MongoServerError({ code, errmsg });
const ofBatch = (code: number, errmsg: string): Error =>
  new mongo.MongoBulkWriteError(
    { message: 'batch', writeErrors: [{ code, errmsg }] } as never,
    { getWriteConcernError: () => undefined } as never,
  );

describe('S11 the failure of a store', () => {
  it.each<[string, unknown]>([
    ['nobody is there', new mongo.MongoNetworkError('connect ECONNREFUSED')],
    ['no answer comes', new mongo.MongoNetworkTimeoutError('connection timed out')],
    ['no server is found', new mongoose.Error.MongooseServerSelectionError('no')],
    ['the server is not the primary', ofServer(10107)],
    ['the server stops', ofServer(11600)],
    ['the primary stepped down', ofServer(189)],
    ['the server took too long', ofServer(50)],
    ['a cursor went with the primary', ofServer(43)],
    ['a write of a batch met a server that stops', ofBatch(91, 'shutting down')],
    ['a connection is cut while it is written to', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })],
    [
      'a batch was cut on its way',
      new mongo.MongoBulkWriteError(
        new mongo.MongoNetworkError('cut') as never,
        { getWriteConcernError: () => undefined } as never,
      ),
    ],
    ['another error came of it', new Error('limits', { cause: new mongo.MongoNetworkError('cut') })],
  ])('recognises a failure of the store when %s', (_, error) => expect(storeFailureOf(error)).toBe('unreachable'));

  it.each<[string, unknown]>([
    ['by its code', ofServer(14031)],
    ['by the words of the file system', ofServer(8, 'could not extend file: No space left on device')],
    ['within a batch', ofBatch(14031, 'out of disk space')],
  ])('recognises a full disk, reported %s', (_, error) => expect(storeFailureOf(error)).toBe('not writable'));

  it.each<[string, unknown]>([
    ['a duplicate', ofServer(11000)],
    ['a wrong question', ofServer(2)],
    ['a mistake of ours', new TypeError('undefined is not a function')],
    ['no error', 'unreachable'],
  ])('takes for no failure of the store %s', (_, error) => expect(storeFailureOf(error)).toBeUndefined());
});
