import { refuseInput } from './scope.ts';

/** A name without the spaces around it. Throws INVALID_REQUEST when nothing is left. */
export function trimmed(path: string, text: string): string {
  return text.trim() || refuseInput(path, 'Must not be blank.');
}
