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

/** Reads the body of an operation that takes one; what comes along with the others is never read. */
export function readBody(operation: Operation, limit: number): (RequestHandler | Step)[] {
  return operation.bodyTypes.length === 0
    ? [checkType(operation)]
    : [checkType(operation), express.json({ limit, type: () => true })];
}
