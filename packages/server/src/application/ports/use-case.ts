import type { Context } from '../kernel/context.ts';
import type { InputOf, OutputOf, UseCaseId } from '../kernel/contract.ts';
import type { Core } from './core.ts';

/** One operation of the contract: dependencies first, then who asks and what. Refuses by throwing a Refusal. */
export type UseCase<Op extends UseCaseId> = (core: Core) => (context: Context, input: InputOf<Op>) => Promise<OutputOf<Op>>;
