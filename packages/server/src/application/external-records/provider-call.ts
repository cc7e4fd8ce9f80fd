import { ProviderFailure } from '../ports/provider-failure.ts';

/** Calls a provider. Throws a ProviderFailure: after a fault of our own it is unknown whether it was reached. */
export async function called<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw error instanceof ProviderFailure ? error : new ProviderFailure('INTERNAL', 'unknown');
  }
}

/** Returns the failure, and throws what is none. */
export function failureOf(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  throw error;
}
