import type { Booking } from '../../src/desk/bookings/calls.ts';
import { coach } from './coaches.ts';
import { id } from './ids.ts';
import { ana } from './people.ts';

export const booking: Booking = {
  id: id(21),
  coachId: coach.id,
  status: 'confirmed',
  start: '2028-04-11T13:00:00Z',
  end: '2028-04-11T14:00:00Z',
  attendee: { kind: 'client', id: ana.id, name: ana.name, email: ana.email },
  serviceTitle: 'Strength session',
  summary: 'Strength with Ana Diaz',
  notes: '',
  locationKind: 'online',
  price: { amount: 5000, currency: 'EUR' },
  rescheduleHistory: [],
  actions: ['start', 'cancel', 'reschedule'],
  bufferBefore: 0,
  bufferAfter: 0,
  source: 'direct',
  version: 1,
  createdAt: '2028-04-01T08:00:00Z',
};
