import type { components } from '../../generated/api.ts';
import { instantText } from '../instants.ts';
import type { User } from '../ports/users.ts';
import { present } from '../present.ts';

/** A user as the API writes it: without the password's hash and the addresses. */
export const userView = (user: User): components['schemas']['User'] => {
  const { id, role, name, email, emailVerified, phone, timeZone, language, coachId, staffId, active, createdAt } = user;
  const optional = present({ phone, timeZone, language, coachId, staffId });
  return { id, role, name, email, emailVerified, ...optional, active, createdAt: instantText(createdAt) };
};
