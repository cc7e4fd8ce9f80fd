import type { components } from '@coach-booking/contract/types';
import type { StaffMember } from '../../domain/coach/coach.ts';
import { present } from '../kernel/present.ts';

export function staffView({ id, name, email, phone, active, zoomUser }: StaffMember): components['schemas']['Staff'] {
  return {
    id,
    name,
    active,
    ...present({ email, phone, zoomUser }),
  };
}
