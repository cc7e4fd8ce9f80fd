import type { Context } from '../kernel/context.ts';
import type { InputOf, OutputOf, UseCaseId } from '../kernel/contract.ts';
import type { Core } from './core.ts';

/**
 * One operation of the contract: its needs first, then context and input. Throws a Refusal. A use case that names its
 * needs can be tested with these alone.
 */
export type UseCase<Op extends UseCaseId, Needs = Core> = (
  needs: Needs,
) => (context: Context, input: InputOf<Op>) => Promise<OutputOf<Op>>;
