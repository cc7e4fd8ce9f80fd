/** An answer of the API: the status and the parsed body. */
export interface Answered {
  readonly status: number;
  /** The tests read many shapes; the contract tests check them. */
  readonly body: {
    readonly data: Record<string, unknown>;
    readonly code?: string;
    readonly details?: Record<string, unknown>;
  };
}

/** One request with the demo partner's secret key, as a partner's server makes it. */
export async function ask(
  origin: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: {
      Authorization: 'Bearer sk_test_demo',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Answered['body'] };
}

/** Limits that no test reaches. */
export const openLimits = { LIMIT_READS: '1000000', LIMIT_WRITES: '1000000', LIMIT_HOLDS: '1000000' };
