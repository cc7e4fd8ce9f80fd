import type { Booking, Coach, Service } from '../schemas.ts';

/**
 * Returns the service of a booking as it was booked: its own name, length and price, independent of later changes, and
 * also when it is no longer offered. Null for a booking without a service.
 */
export function serviceOf(booking: Booking, coach: Coach | null): Service | null {
  const { serviceId, serviceTitle: title, price, locationKind } = booking;
  if (!serviceId) return null;
  const found = coach?.services.find(({ id }) => id === serviceId);
  const { price: _today, ...offered } = found ?? {};
  const duration = booking.duration ?? found?.duration ?? 0;
  return { slug: serviceId, ...offered, id: serviceId, title, locationKind, duration, ...(price && { price }) };
}
