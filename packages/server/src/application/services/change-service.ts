import { offeredServices, type CoachHead, type Service } from '../../domain/coach/coach.ts';
import { Refusal } from '../kernel/refusal.ts';

/** Returns the head's services with one of them changed. Throws SERVICE_NOT_FOUND for one that is not offered. */
export function changeService(
  head: CoachHead,
  id: string,
  change: (service: Service) => Service,
): Pick<CoachHead, 'services'> {
  if (!offeredServices(head).some((service) => service.id === id)) {
    throw new Refusal('SERVICE_NOT_FOUND', `Coach ${head.slug} offers no service ${id}.`);
  }
  return { services: head.services.map((service) => (service.id === id ? change(service) : service)) };
}
