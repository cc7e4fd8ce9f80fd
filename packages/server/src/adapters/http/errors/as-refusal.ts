import { Refusal } from '../../../application/refusal.ts';
import { problemsIn } from '../validation/problems.ts';

const statusOf = (error: unknown): number => {
  if (typeof error !== 'object' || error === null || !('status' in error)) return 500;
  return typeof error.status === 'number' ? error.status : 500;
};

/** Of the body parser, the router and the validator, in this order: what they threw as the refusal it stands for. */
const fromPackage = (error: Error): Refusal | undefined => {
  const status = statusOf(error);
  if (status === 413) return new Refusal('BODY_TOO_LARGE', 'The body is larger than this server takes.');
  if ('type' in error && error.type === 'entity.parse.failed') return new Refusal('INVALID_REQUEST', 'The body is not JSON.');
  const found = problemsIn(error);
  if (status === 400 && found) {
    const { problems, total } = found;
    const told = problems.map(({ path, message }) => `${path} ${message}`);
    if (total > problems.length) told.push(`and ${total - problems.length} more`);
    return new Refusal('INVALID_REQUEST', told.join('; '), { problems });
  }
  if (status === 404 || status === 405) return new Refusal('ROUTE_NOT_FOUND', 'The contract has no such operation.');
  return status >= 400 && status < 500 ? new Refusal('INVALID_REQUEST', 'The request could not be read.') : undefined;
};

/** What an error says to the caller; undefined when it is nobody's fault but ours. */
export const asRefusal = (error: unknown): Refusal | undefined => {
  if (error instanceof Refusal) return error;
  return error instanceof Error ? fromPackage(error) : undefined;
};
