import type { UseCaseId } from './kernel/contract.ts';
import type { UseCase } from './ports/use-case.ts';

/** Every operation of the contract, without its needs yet. */
export type Operations = { readonly [Op in UseCaseId]: UseCase<Op> };

type NamesOf<Feature> = Feature extends unknown ? keyof Feature : never;

/** Names that more than one feature has. */
type DuplicateNames<Features extends readonly object[]> = Features extends readonly [
  infer First,
  ...infer Rest extends readonly object[],
]
  ? (keyof First & NamesOf<Rest[number]>) | DuplicateNames<Rest>
  : never;

/** Names that are no operation of the contract, and duplicates: there must be none. */
type InvalidNames<Features extends readonly object[]> =
  Exclude<NamesOf<Features[number]>, UseCaseId> | DuplicateNames<Features>;

type Combined<Features extends readonly object[]> = Features extends readonly [
  infer First,
  ...infer Rest extends readonly object[],
]
  ? First & Combined<Rest>
  : unknown;

/**
 * Joins the features' operations into one object. It does not compile where two name the same operation or one names
 * none of the contract; where one is missing the result is no `Operations`.
 */
export function operationsOf<const Features extends readonly object[]>(
  features: [InvalidNames<Features>] extends [never] ? Features : { readonly wrong: InvalidNames<Features> },
): Combined<Features> {
  return Object.assign({}, ...(features as Features)) as Combined<Features>;
}
