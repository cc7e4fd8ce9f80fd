import type { Booking, Coach, Service } from '../schemas.ts';

/**
 * Returns the service of a booking as it was booked: its own name, length, price and place, independent of later
 * changes, and also when it is no longer offered. Null for a booking without a service.
 */
export function serviceOf(booking: Booking, coach: Coach | null): Service | null {
  const { serviceId, serviceTitle: title, price, locationKind, place } = booking;
  if (!serviceId) return null;
  const found = coach?.services.find(({ id }) => id === serviceId);
  const { price: _price, place: _place, ...offered } = found ?? {};
  const duration = booking.duration ?? found?.duration ?? 0;
  return {
    slug: serviceId,
    ...offered,
    id: serviceId,
    title,
    locationKind,
    duration,
    ...(place && { place }),
    ...(price && { price }),
  };
}
