import { BookClient } from './book-client-element.ts';

/** Makes the part for a signed-in client known; tests give one of their own. */
export function defineBookClient(part: typeof BookClient = BookClient): void {
  customElements.define('coach-book-client', part);
}
