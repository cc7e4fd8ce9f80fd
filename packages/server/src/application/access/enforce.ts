import type { Context } from '../kernel/context.ts';
import type { UseCases } from '../kernel/contract.ts';
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

type AnyUseCase = (context: Context, input: never) => Promise<unknown>;

/**
 * The use cases behind the table of rights: there is no other way in. What lies within reach is looked at where it is
 * read.
 */
export function enforceRights(useCases: UseCases): UseCases {
  const guarded = Object.entries<AnyUseCase>(useCases).map(([operation, useCase]): [string, AnyUseCase] => [
    operation,
    async (context, input) => useCase(admitted(operation as Operation, context), input),
  ]);
  return Object.fromEntries(guarded) as unknown as UseCases;
}
