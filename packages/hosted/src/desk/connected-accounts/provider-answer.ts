/** The provider's response, read from the fragment (`#`) of the page's address. */
export interface ProviderAnswer {
  readonly state: string;
  readonly code?: string;
  readonly error?: string;
}

/** Returns the answer of a provider in an address; null where there is none. */
export function providerAnswerIn({ hash }: Pick<Location, 'hash'>): ProviderAnswer | null {
  const given = new URLSearchParams(hash.slice(1));
  const [state, code, error] = ['state', 'code', 'error'].map((name) => given.get(name) ?? '');
  if (!state || !(code || error)) return null;
  return { state, ...(error ? { error } : { code: code! }) };
}
