import type { Context } from '../kernel/context.ts';
import type { InputOf, OutputOf, UseCaseId } from '../kernel/contract.ts';
import type { Core } from './core.ts';

/**
 * One operation of the contract: what it needs of all that there is first, then who asks and what. Refuses by throwing
 * a Refusal. A use case that names its needs can be tried with these alone.
 */
export type UseCase<Op extends UseCaseId, Needs = Core> = (
  needs: Needs,
) => (context: Context, input: InputOf<Op>) => Promise<OutputOf<Op>>;
