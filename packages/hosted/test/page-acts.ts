import type { LitElement } from 'lit';

/**
 * Returns the error of the SDK for an answer that refused. The code is any text, so that a test may also use one
 * that is not known.
 */
export function failure(status: number, code: string) {
  return {
    status,
    code: code as never,
    sentence: '',
    hint: '',
    details: {},
    requestId: null,
    retryAfter: null,
    method: 'POST',
    url: '',
  };
}

/** Resolves when the answers that are there have come, and the page has drawn them. */
export async function settle(page: LitElement): Promise<void> {
  await new Promise((done) => setTimeout(done));
  await page.updateComplete;
}
