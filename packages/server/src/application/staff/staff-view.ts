import type { components } from '../../generated/api.ts';
import type { StaffMember } from '../../domain/coach/coach.ts';
import { present } from '../kernel/present.ts';

export function staffView({ id, name, email, phone, active }: StaffMember): components['schemas']['Staff'] {
  return {
    id,
    name,
    active,
    ...present({ email, phone }),
  };
}
