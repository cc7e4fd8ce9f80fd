import type { Context } from '../../application/context.ts';
import type { UseCases } from '../../application/contract.ts';
import { letOriginRead } from './cors.ts';
import type { HttpResponse, Step } from './exchange.ts';
import { inputOf } from './input.ts';
import type { Operation } from './spec/operations.ts';
import { checkRange } from './validation/ranges.ts';

/** A use case whose input and output are known to the contract only, and were or will be checked against it. */
type AnyUseCase = (context: Context, input: Readonly<Record<string, unknown>>) => Promise<object>;

const contextOf = (headers: NodeJS.Dict<string | string[]>, query: Readonly<Record<string, unknown>>, response: HttpResponse): Context => {
  const { caller, now, requestId } = response.locals.exchange;
  const idempotencyKey = headers['idempotency-key'];
  return {
    caller: caller!,
    now: now!,
    requestId,
    dryRun: query.dryRun === 'true',
    ...(typeof idempotencyKey === 'string' && { idempotencyKey }),
  };
};

/**
 * The last step of every operation: the validated request goes in as one flat object, the answer comes out in the envelope of the contract.
 * A dry run has the status of the real one, since the contract knows one good answer.
 */
export const answer = (operation: Operation, useCases: UseCases): Step => {
  const useCase = useCases[operation.id as keyof UseCases] as AnyUseCase;
  const takesKey = operation.parameters.some(({ name }) => name === 'Idempotency-Key');
  return async (request, response) => {
    const input = inputOf(operation, request);
    checkRange(operation, input);
    const { 'idempotency-key': _ignored, ...others } = request.headers;
    const context = contextOf(takesKey ? request.headers : others, request.query, response);
    const output = await useCase(context, input);
    letOriginRead(request.headers.origin, response);
    // `fetch` adds `Cache-Control: no-cache` when a script sends If-None-Match; Express would take it for a reload and send all again.
    if (request.headers['if-none-match'] !== undefined) delete request.headers['cache-control'];
    response.setHeader('Cache-Control', operation.method === 'get' ? 'private, no-cache' : 'no-store');
    response.status(operation.status).json({ success: true, ...output });
  };
};
