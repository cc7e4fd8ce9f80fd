import type { UseCaseId } from './kernel/contract.ts';
import type { UseCase } from './ports/use-case.ts';

/** Every operation of the contract, yet without what it needs. */
export type Operations = { readonly [Op in UseCaseId]: UseCase<Op> };

type NamesOf<Feature> = Feature extends unknown ? keyof Feature : never;

/** What more than one of the features names. */
type Twice<Features extends readonly object[]> = Features extends readonly [
  infer First,
  ...infer Rest extends readonly object[],
]
  ? (keyof First & NamesOf<Rest[number]>) | Twice<Rest>
  : never;

/** What is no operation of the contract, and what is named twice: neither may be. */
type Wrong<Features extends readonly object[]> = Exclude<NamesOf<Features[number]>, UseCaseId> | Twice<Features>;

type All<Features extends readonly object[]> = Features extends readonly [
  infer First,
  ...infer Rest extends readonly object[],
]
  ? First & All<Rest>
  : unknown;

/**
 * All that the features name, in one object. It does not compile where two name the same operation or one names what is
 * none; where one is missing the result is no `Operations`.
 */
export function operationsOf<const Features extends readonly object[]>(
  features: [Wrong<Features>] extends [never] ? Features : { readonly wrong: Wrong<Features> },
): All<Features> {
  return Object.assign({}, ...(features as Features)) as All<Features>;
}
