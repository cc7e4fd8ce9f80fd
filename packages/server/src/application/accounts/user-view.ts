import type { components } from '@coach-booking/contract/types';
import { instantText } from '../kernel/instants.ts';
import type { User } from '../ports/users.ts';
import { present } from '../kernel/present.ts';

/** Returns a user as the API writes it: without the hashes and the secret of the second factor. */
export function userView(user: User): components['schemas']['User'] {
  const { id, role, name, email, emailVerified, phone, timeZone, language, coachId, staffId, active, createdAt } = user;
  const optional = present({ phone, timeZone, language, coachId, staffId, newEmail: user.newEmail?.email });
  const secondFactor = user.secondFactor?.isEnabled ?? false;
  return { id, role, name, email, emailVerified, ...optional, secondFactor, active, createdAt: instantText(createdAt) };
}
