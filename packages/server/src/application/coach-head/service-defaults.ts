import type { LocationKind, Money } from '../../domain/booking/booking.ts';

/** Of a session without a service, and of a service that says nothing else. */
export const FREE: Money = { amount: 0, currency: 'EUR' };
export const DEFAULT_LOCATION: LocationKind = 'online';
