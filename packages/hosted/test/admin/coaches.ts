import type { Coach } from '@coach-booking/sdk';
import { id } from './ids.ts';

export const coach: Coach = {
  id: id(1),
  slug: 'coach-a',
  name: 'Coach A',
  bio: '',
  strengths: [],
  specialties: ['Strength'],
  experience: 5,
  certifications: [],
  capacity: { total: 10, booked: 1, available: 9 },
  active: true,
  timeZone: 'America/New_York',
  autoConfirm: true,
  services: [
    {
      id: id(11),
      slug: 'strength',
      title: 'Strength session',
      duration: 60,
      price: { amount: 7500, currency: 'EUR' },
      locationKind: 'in_person',
    },
  ],
};

/** The opening hours of the coach. */
export const schedule = {
  timeZone: coach.timeZone,
  workingHours: [{ dayOfWeek: 1, start: '09:00', end: '17:00' }],
  reminders: { rules: [{ channel: 'email', minutesBefore: 1440 }], followUp: true },
};
