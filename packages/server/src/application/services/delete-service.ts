import { MAX_SERVICES, type Service } from '../../domain/coach/coach.ts';
import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import type { UseCase } from '../ports/use-case.ts';
import { changeService } from './change-service.ts';

type DeleteServiceNeeds = ChangeHeadNeeds;

/** Keeps the newest of those no longer offered: a booking has title, length and price of its own anyway. */
const withoutLongGone = (services: readonly Service[]): readonly Service[] => {
  const gone = services.filter(({ deletedAt }) => deletedAt !== undefined).sort((a, b) => b.deletedAt! - a.deletedAt!);
  const forgotten = new Set(gone.slice(MAX_SERVICES));
  return services.filter((service) => !forgotten.has(service));
};

/** Stops offering a service; its bookings stay. Throws COACH_NOT_FOUND, SERVICE_NOT_FOUND, VERSION_CONFLICT. */
export const deleteService: UseCase<'deleteService', DeleteServiceNeeds> =
  (core) =>
  async (context, { coach, id }) => {
    await changeHead(core, context, coach, (head) => {
      const { services } = changeService(head, id, (service) => ({ ...service, deletedAt: context.now }));
      return { services: withoutLongGone(services) };
    });
    return { data: { id, removed: true } };
  };
