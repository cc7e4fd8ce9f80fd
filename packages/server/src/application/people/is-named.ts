import { emailKeyOf, phoneHas } from '../../domain/person/written.ts';
import { nameKeyOf } from '../ports/coaches.ts';
import type { Contact } from '../ports/leads.ts';

/** Whether a person's name, e-mail or phone number has a part, whatever its case and accents. */
export function isNamed({ name, email, phone }: Contact, part: string): boolean {
  return (
    nameKeyOf(name).includes(nameKeyOf(part)) ||
    email?.toLowerCase().includes(emailKeyOf(part)) === true ||
    phoneHas(phone, part)
  );
}
