import type { Caller, Context } from '../../application/kernel/context.ts';
import { STREAMED, type UseCases } from '../../application/kernel/contract.ts';
import { Refusal } from '../../application/kernel/refusal.ts';
import { allowOrigin } from './cors.ts';
import type { RequestState, Step } from './request-state.ts';
import { inputFor, type ValidatedRequest } from './input.ts';
import type { Operation } from './spec/operations.ts';
import { sendInPieces } from './send-in-pieces.ts';
import { checkRange } from './validation/ranges.ts';

/** A use case whose input and output only the contract describes, and which were or will be validated against it. */
type AnyUseCase = (context: Context, input: Readonly<Record<string, unknown>>) => Promise<object>;

/** A UUID, with or without its dashes. */
const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/**
 * Rejects an idempotency key that can be guessed. All visitors of a partner share its publishable key, and so their
 * idempotency keys, and a repeated key returns the first answer, with the token of the booking. The key is bound to no
 * address: a phone that changes its network sends again from another one.
 * @throws Refusal INVALID_REQUEST
 */
const checkIdempotencyKey = (caller: Caller, key: string): void => {
  if (caller.kind !== 'publishable' || UUID.test(key)) return;
  const message = 'must be a random UUID with a publishable key, since all its visitors share their keys';
  throw new Refusal('INVALID_REQUEST', `Idempotency-Key ${message}.`, {
    problems: [{ path: 'Idempotency-Key', message }],
  });
};

/** Returns the context of a use case from the state of the request. */
export function contextOf(
  { requestId, caller, now }: RequestState,
  { headers, query }: Pick<ValidatedRequest, 'headers' | 'query'>,
  takesKey: boolean,
): Context {
  const idempotencyKey = takesKey ? headers['idempotency-key'] : undefined;
  if (typeof idempotencyKey === 'string') checkIdempotencyKey(caller!, idempotencyKey);
  return {
    caller: caller!,
    now: now!,
    requestId,
    dryRun: query.dryRun === 'true',
    ...(typeof idempotencyKey === 'string' && { idempotencyKey }),
  };
}

/**
 * Returns the last step of every operation: it passes the validated request to the use case as one flat object, and
 * writes the output in the envelope of the contract. A dry run has the status of the real one, since the contract has
 * one success status; its `meta` distinguishes them.
 */
export function answer(operation: Operation, useCases: UseCases): Step {
  const useCase = useCases[operation.id as keyof UseCases] as AnyUseCase;
  const inputOf = inputFor(operation);
  const streams = STREAMED.some((id) => id === operation.id);
  const takesKey = operation.parameters.some(({ name }) => name === 'Idempotency-Key');
  return async (request, response) => {
    const input = inputOf(request);
    checkRange(operation, input);
    const context = contextOf(response.locals.state, request, takesKey);
    const output = { ...(await useCase(context, input)), ...(context.dryRun && { meta: { dryRun: true } }) };
    allowOrigin(request.headers.origin, response);
    // `fetch` adds `Cache-Control: no-cache` when a script sends If-None-Match; Express would treat it as a reload and
    // send everything again.
    if (request.headers['if-none-match'] !== undefined) delete request.headers['cache-control'];
    response.setHeader('Cache-Control', operation.method === 'get' ? 'private, no-cache' : 'no-store');
    if (streams) return sendInPieces(response.status(operation.status), { success: true, ...output });
    response.status(operation.status).json({ success: true, ...output });
  };
}
