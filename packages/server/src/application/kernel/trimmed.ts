import { refuseInput } from './scope.ts';

/** A name without the spaces around it. Throws INVALID_REQUEST when nothing is left. */
export const trimmed = (path: string, text: string): string => text.trim() || refuseInput(path, 'Must not be blank.');
