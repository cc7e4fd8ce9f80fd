import { Refusal } from '../../../application/kernel/refusal.ts';
import { problemsIn } from '../validation/problems.ts';

const statusOf = (error: unknown): number => {
  if (typeof error !== 'object' || error === null || !('status' in error)) return 500;
  return typeof error.status === 'number' ? error.status : 500;
};

/** Returns the refusal for an error of the body parser, the router or the validator, in this order. */
const fromPackage = (error: Error): Refusal | undefined => {
  const status = statusOf(error);
  if (status === 413) return new Refusal('BODY_TOO_LARGE', 'The body is larger than this server takes.');
  if ('type' in error && error.type === 'entity.parse.failed')
    return new Refusal('INVALID_REQUEST', 'The body is not JSON.');
  const found = problemsIn(error);
  if (status === 400 && found) {
    const { problems, total } = found;
    const lines = problems.map(({ path, message }) => `${path} ${message}`);
    if (total > problems.length) lines.push(`and ${total - problems.length} more`);
    return new Refusal('INVALID_REQUEST', lines.join('; '), { problems });
  }
  if (status === 404 || status === 405) return new Refusal('ROUTE_NOT_FOUND', 'The contract has no such operation.');
  return status >= 400 && status < 500 ? new Refusal('INVALID_REQUEST', 'The request could not be read.') : undefined;
};

/** Seconds after which a store may be available again: the time in which another member of it becomes the primary. */
const STORE_RETRY_SECONDS = 5;

/** Returns the refusal for an error; undefined when it is the server's own fault. */
export function asRefusal(error: unknown, storeFailureOf: (error: unknown) => string | undefined): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const failure = storeFailureOf(error);
  if (failure)
    return new Refusal(
      'NOT_READY',
      `The store is ${failure}. Send this again later, with the same Idempotency-Key.`,
      undefined,
      STORE_RETRY_SECONDS,
    );
  return error instanceof Error ? fromPackage(error) : undefined;
}
