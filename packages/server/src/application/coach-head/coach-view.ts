import type { components } from '@coach-booking/contract/types';
import type { PlaceCount } from '../../domain/booking/claim.ts';
import { offeredServices, type CoachHead, type Service } from '../../domain/coach/coach.ts';
import { present } from '../kernel/present.ts';

type Schemas = components['schemas'];

export function serviceView(service: Service): Schemas['Service'] {
  return present({
    id: service.id,
    slug: service.slug,
    title: service.title,
    description: service.description,
    duration: service.duration,
    slotInterval: service.slotInterval,
    price: service.price,
    locationKind: service.locationKind,
    place: service.place,
    bufferBefore: service.bufferBefore,
    bufferAfter: service.bufferAfter,
    confirmByEmail: service.confirmByEmail,
    reminders: service.reminders && { ...service.reminders, rules: [...service.reminders.rules] },
  });
}

/** `booked` counts bookings to come; live holds are not booked, but not available either. R39. */
export function capacityView({ capacity }: CoachHead, { booked, held }: PlaceCount): Schemas['Capacity'] {
  return { total: capacity, booked, available: capacity === null ? null : Math.max(0, capacity - booked - held) };
}

export function coachView(head: CoachHead, places: PlaceCount): Schemas['Coach'] {
  return {
    id: head.id,
    slug: head.slug,
    name: head.name,
    bio: head.bio,
    strengths: [...head.strengths],
    specialties: [...head.specialties],
    experience: head.experience,
    certifications: [...head.certifications],
    capacity: capacityView(head, places),
    active: head.active,
    timeZone: head.schedule.timeZone,
    autoConfirm: head.schedule.autoConfirm,
    services: offeredServices(head).map(serviceView),
  };
}
