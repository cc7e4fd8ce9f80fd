import type { Context } from '../kernel/context.ts';
import type { UseCaseId } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import { fingerprint } from '../kernel/fingerprint.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';

/** The id of a thing to be created, the same for every retry of the request. */
export interface Identity {
  readonly id: string;
  /** Nobody has asked for this before, so there is nothing to find. */
  readonly isFresh: boolean;
  /** Replaces an id that was given up; a concurrent retry may have done so first, then its id is answered. */
  renew(givenUp: string): Promise<string>;
}

/**
 * Without an idempotency key, a new id. With one, the id that its record holds; refusals leave only that record behind.
 * Throws IDEMPOTENCY_MISMATCH when the key came with another body.
 */
export async function identify(
  { realNow, newId, idempotency }: Pick<Core, 'realNow' | 'newId' | 'idempotency'>,
  context: Context,
  operation: UseCaseId,
  input: object,
): Promise<Identity> {
  const { idempotencyKey: key, caller } = context;
  if (key === undefined) return { id: newId(), isFresh: true, renew: async () => newId() };
  const scope = { ...scopeOf(context), caller: caller.keyId, operation, key };
  const begun = await idempotency.begin({
    ...scope,
    bodyHash: fingerprint(input),
    resourceId: newId(),
    createdAt: realNow(),
  });
  if (!begun.isSameBody)
    throw new Refusal('IDEMPOTENCY_MISMATCH', `This key of ${operation} came with another body before.`);
  return {
    id: begun.resourceId,
    isFresh: begun.fresh,
    renew: async (givenUp) => {
      const wanted = newId();
      return (await idempotency.renew(scope, givenUp, wanted)) ?? wanted;
    },
  };
}
