import express, { type RequestHandler } from 'express';
import { Refusal } from '../../application/kernel/refusal.ts';
import type { Step } from './request-state.ts';
import type { Operation } from './spec/operations.ts';

const hasBody = (headers: NodeJS.Dict<string | string[]>): boolean =>
  headers['transfer-encoding'] !== undefined ||
  (headers['content-length'] !== undefined && headers['content-length'] !== '0');

/**
 * Lets only the media types of the contract pass, under one name. The name matters: the validator keeps a compiled
 * schema for each spelling of Content-Type it meets, and callers choose the spelling. Text of a beacon is the JSON that
 * it spells.
 */
const checkType = ({ bodyTypes }: Operation): Step => {
  const takes = bodyTypes.join(' or ');
  return ({ headers }, _response, next) => {
    const type = headers['content-type']?.split(';')[0]!.trim().toLowerCase();
    if (bodyTypes.length > 0 && (type !== undefined || hasBody(headers)) && !bodyTypes.includes(type ?? ''))
      throw new Refusal('INVALID_REQUEST', `The body must be ${takes}, and Content-Type must say so.`);
    if (bodyTypes.length > 0) headers['content-type'] = 'application/json';
    else delete headers['content-type'];
    next();
  };
};

/** The most bytes of a file, where an operation takes one. Contract and docs repeat it. */
export const FILE_LIMIT = 2 * 2 ** 20;
/** The most bytes of a photo. Contract and docs repeat it. */
export const PHOTO_LIMIT = 5 * 2 ** 20;
/** The types of files, and the field of the JSON that the contract has for each. */
const files = { 'text/csv': 'csv', 'text/calendar': 'ics' } as const;
type FileType = keyof typeof files;
/** The types of pictures, which the JSON has in base64. */
const pictures: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** A file becomes that JSON. */
const asJson =
  (type: FileType): Step =>
  (request, _response, next) => {
    if (typeof request.body === 'string') request.body = { [files[type]]: request.body };
    next();
  };

/** A picture becomes that JSON. */
const pictureAsJson: Step = (request, _response, next) => {
  if (Buffer.isBuffer(request.body)) request.body = { image: request.body.toString('base64') };
  next();
};

/** Base64 has four letters for three bytes; the rest is for what is around them. */
const inBase64 = (bytes: number): number => 4 * Math.ceil(bytes / 3) + 100;

/**
 * Reads the body of an operation that takes one, of up to `limit` bytes, or of a file's where it takes one; what comes
 * along with the others is never read.
 */
export function readBody(operation: Operation, limit: number): (RequestHandler | Step)[] {
  const { bodyTypes } = operation;
  if (bodyTypes.length === 0) return [checkType(operation)];
  const file = (Object.keys(files) as FileType[]).find((type) => bodyTypes.includes(type));
  const takesPicture = bodyTypes.some((type) => pictures.includes(type));
  const most = file ? Math.max(limit, FILE_LIMIT) : takesPicture ? inBase64(PHOTO_LIMIT) : limit;
  const json = [checkType(operation), express.json({ limit: most, type: () => true })];
  // The name goes with `checkType`, and the charset with it, so a file is read before.
  if (file) return [express.text({ limit: most, type: file }), asJson(file), ...json];
  if (takesPicture) return [express.raw({ limit: PHOTO_LIMIT, type: [...pictures] }), pictureAsJson, ...json];
  return json;
}
