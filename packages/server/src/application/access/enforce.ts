import type { Context } from '../kernel/context.ts';
import type { UseCaseId } from '../kernel/contract.ts';
import type { UseCase } from '../ports/use-case.ts';
import { Refusal } from '../kernel/refusal.ts';
import { BEFORE_SECOND_FACTOR, kindOf, reachOf, type Operation } from './rights.ts';

/**
 * Returns the context of a caller that the table of rights admits, with its reach. Throws FORBIDDEN,
 * SECOND_FACTOR_MISSING.
 */
export function admitted(operation: Operation, context: Context): Context {
  const reach = reachOf(operation, context.caller);
  if (reach === 'none')
    throw new Refusal('FORBIDDEN', `${operation} is not for a caller of the kind ${kindOf(context.caller)}.`);
  if (context.caller.kind === 'session' && context.caller.isRestricted && !BEFORE_SECOND_FACTOR.has(operation))
    throw new Refusal(
      'SECOND_FACTOR_MISSING',
      'Admins of this partner need a second factor: enrolSecondFactor begins one.',
    );
  return { ...context, reach };
}

/** Wraps a use case in the table of rights: there is no other way in. The reach is applied where data is read. */
export function enforceRights<Op extends UseCaseId>(
  operation: Op,
  useCase: ReturnType<UseCase<Op>>,
): ReturnType<UseCase<Op>> {
  return async (context, input) => useCase(admitted(operation, context), input);
}
