// eslint-disable-next-line no-restricted-imports -- the one place that takes it
import { waitUntil as wait } from '@open-wc/testing';

/** Longer than a slow machine takes to load a file or to draw a page, and less than a test may take. */
const TIMEOUT = 20_000;

/** Resolves when the condition holds, and rejects with the message after 20 s, so before the test itself ends. */
export function waitUntil(holds: () => unknown, message?: string): Promise<void> {
  return wait(holds, message, { timeout: TIMEOUT });
}
