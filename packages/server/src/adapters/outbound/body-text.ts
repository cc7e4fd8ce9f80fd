import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { OutboundFailure } from '../../application/ports/outbound.ts';
import { headerOf } from './answer-parts.ts';

const decoderOf = (charset: string): TextDecoder => {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
};

/** Returns the text of a body, unpacked by the way and never longer than this. */
export async function bodyText({ body, headers }: Dispatcher.ResponseData, maxBytes: number): Promise<string> {
  const packing = headerOf(headers, 'content-encoding') ?? 'identity';
  if (!['identity', 'gzip', 'x-gzip'].includes(packing)) throw new OutboundFailure('ENCODING');
  const packed = body as Readable;
  const plain: Readable = packing === 'identity' ? packed : packed.pipe(createGunzip());
  // The end of a pipe gets no error of its beginning.
  packed.on('error', (error) => plain.destroy(error));
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) throw new OutboundFailure('TOO_BIG');
      chunks.push(chunk);
    }
  } finally {
    packed.on('error', () => undefined).destroy();
  }
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(headerOf(headers, 'content-type') ?? '') ?? [];
  return decoderOf(charset).decode(Buffer.concat(chunks));
}
