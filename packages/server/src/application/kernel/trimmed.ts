import { cleanName } from '../../domain/person/written.ts';
import { refuseInput } from './scope.ts';

/** A name or title in its one form. Throws INVALID_REQUEST when nothing is left. */
export function trimmed(path: string, text: string): string {
  return cleanName(text) || refuseInput(path, 'Must not be blank.');
}
