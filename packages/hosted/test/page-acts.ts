import type { LitElement } from 'lit';

/** Returns the error of the SDK for a refusal. The code may be any text, so that a test can also use an unknown one. */
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

/** Resolves when the available answers are drawn. */
export async function settle(page: LitElement): Promise<void> {
  await new Promise((done) => setTimeout(done));
  await page.updateComplete;
}
