/** One thing that a build makes: a bundle by its name, or a program with its arguments. */
export interface Part {
  readonly name: string;
  readonly bundle?: string;
  readonly program?: readonly string[];
  /** The demo serves or runs it. */
  readonly served: boolean;
}

export const parts: readonly Part[];

/** Returns the sources that bundles begin with and that are not there. */
export function missingEntries(
  of?: Readonly<
    Record<string, { readonly options: { readonly input: readonly string[] | Readonly<Record<string, string>> } }>
  >,
): string[];
