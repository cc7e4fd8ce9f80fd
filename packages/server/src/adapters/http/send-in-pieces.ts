import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HttpResponse } from './request-state.ts';

/** Characters that are written at a time. */
const PIECE = 16_384;

const isList = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** Yields the JSON of an object whose lists, its own or those of objects in it, are read on the way. */
async function* words(object: object): AsyncGenerator<string> {
  let comma = '{';
  for (const [name, value] of Object.entries(object) as [string, unknown][]) {
    if (value === undefined) continue;
    yield `${comma}${JSON.stringify(name)}:`;
    comma = ',';
    if (isList(value)) yield* list(value);
    else if (typeof value === 'object' && value !== null && !Array.isArray(value)) yield* words(value);
    else yield JSON.stringify(value);
  }
  yield comma === '{' ? '{}' : '}';
}

async function* list(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let comma = '[';
  for await (const item of items) {
    yield comma + JSON.stringify(item);
    comma = ',';
  }
  yield comma === '[' ? '[]' : ']';
}

async function* pieces(object: object): AsyncGenerator<string> {
  let piece = '';
  for await (const word of words(object)) {
    piece += word;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

async function* before(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

/** Returns whether the client disconnected before the end: no error. */
const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';

/**
 * Sends JSON whose lists are read while they are sent, as fast as the client reads. Rejects with nothing sent when the
 * first piece fails. Later it cuts the connection, so that a partial answer is not taken for a whole one, and rejects
 * too.
 */
export async function sendInPieces(response: HttpResponse, answer: object): Promise<void> {
  const all = pieces(answer);
  const { value: first } = await all.next();
  response.type('application/json');
  // The pipeline, the compression and this server listen for the end of the same answer, which together is more
  // listeners than Node expects.
  response.setMaxListeners(20);
  await pipeline(Readable.from(before(first as string, all)), response).catch((error: unknown) => {
    if (!isGone(error)) throw error;
  });
}
