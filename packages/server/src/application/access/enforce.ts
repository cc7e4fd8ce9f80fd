import type { Context } from '../kernel/context.ts';
import type { UseCaseId } from '../kernel/contract.ts';
import type { UseCase } from '../ports/use-case.ts';
import { Refusal } from '../kernel/refusal.ts';
import { BEFORE_SECOND_FACTOR, kindOf, reachOf, type Operation } from './rights.ts';

/**
 * The context of a caller whom the table lets in, with how far it lets them. Throws FORBIDDEN, SECOND_FACTOR_MISSING.
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

/**
 * A use case behind the table of rights: there is no other way in. What lies within reach is looked at where it is
 * read.
 */
export function enforceRights<Op extends UseCaseId>(
  operation: Op,
  useCase: ReturnType<UseCase<Op>>,
): ReturnType<UseCase<Op>> {
  return async (context, input) => useCase(admitted(operation, context), input);
}
