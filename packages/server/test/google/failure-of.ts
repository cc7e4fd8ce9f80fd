import { ProviderFailure } from '../../src/application/ports/provider-failure.ts';

/** Returns the kind and code of the failure that a call ends with. */
export async function failureOf(asked: Promise<unknown>): Promise<string> {
  const error: unknown = await asked.catch((thrown: unknown) => thrown);
  if (error instanceof ProviderFailure) return `${error.kind} ${error.code}`;
  throw new Error(`No failure of a provider: ${error instanceof Error ? error.message : JSON.stringify(error)}`);
}
