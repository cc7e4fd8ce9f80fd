import type { components } from '@coach-booking/contract/types';
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
    bufferBefore: service.bufferBefore,
    bufferAfter: service.bufferAfter,
  });
}

/** `booked` counts taken places; a coach without a capacity has none to take. */
export function capacityView(head: CoachHead, placesTaken: number): Schemas['Capacity'] {
  return head.capacity === null
    ? { total: null, booked: 0, available: null }
    : { total: head.capacity, booked: placesTaken, available: Math.max(0, head.capacity - placesTaken) };
}

export function coachView(head: CoachHead, placesTaken: number): Schemas['Coach'] {
  return {
    id: head.id,
    slug: head.slug,
    name: head.name,
    bio: head.bio,
    strengths: [...head.strengths],
    specialties: [...head.specialties],
    experience: head.experience,
    certifications: [...head.certifications],
    capacity: capacityView(head, placesTaken),
    active: head.active,
    timeZone: head.schedule.timeZone,
    autoConfirm: head.schedule.autoConfirm,
    services: offeredServices(head).map(serviceView),
  };
}
