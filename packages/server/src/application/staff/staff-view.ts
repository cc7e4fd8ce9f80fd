import type { components } from '../../generated/api.ts';
import type { StaffMember } from '../../domain/coach/coach.ts';
import { present } from '../kernel/present.ts';

export const staffView = ({ id, name, email, phone, active }: StaffMember): components['schemas']['Staff'] => ({
  id,
  name,
  active,
  ...present({ email, phone }),
});
