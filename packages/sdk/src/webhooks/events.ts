import type { components } from '@coach-booking/contract/types';

type Schemas = components['schemas'];
type BookingEvent = Schemas['WebhookBookingEvent'];

/** Names a kind of event, such as `booking.created`. */
export type WebhookEventType = Schemas['WebhookEventType'];
export type WebhookEndpoint = Schemas['WebhookEndpoint'];
export type WebhookDelivery = Schemas['WebhookDelivery'];

/** The data of an event about a booking: all of the booking, or its ids, which `payload` distinguishes. */
export type WebhookBookingData = Omit<BookingEvent['data'], 'payload' | 'object'> &
  (
    | { readonly payload: 'full'; readonly object: Schemas['Booking'] }
    | { readonly payload: 'thin'; readonly object: Schemas['WebhookBookingIds'] }
  );

/** An event of a booking, distinguished by `type`. */
export type WebhookBookingEvent<Type extends BookingEvent['type'] = BookingEvent['type']> = Type extends unknown
  ? Omit<BookingEvent, 'type' | 'data'> & { readonly type: Type; readonly data: WebhookBookingData }
  : never;

/** The events that a webhook endpoint receives. Later releases may add types: ignore unknown ones. */
export type WebhookEvent = WebhookBookingEvent | Schemas['WebhookEndpointDisabledEvent'] | Schemas['WebhookTestEvent'];
