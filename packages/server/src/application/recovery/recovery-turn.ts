import { emailKeyOf } from '../../domain/person/written.ts';
import type { Intent } from '../../domain/recovery/intent.ts';
import type { Core } from '../ports/core.ts';

/** Returns the id of the turn of a person: all coaches of a partner share it. Null once the person is unknown. */
export function turnIdOf(
  { tokens }: Pick<Core, 'tokens'>,
  { partnerId, mode, contact }: Pick<Intent, 'partnerId' | 'mode' | 'contact'>,
): string | null {
  return contact ? tokens.mark(JSON.stringify(['recovery', partnerId, mode, emailKeyOf(contact.email)])) : null;
}
