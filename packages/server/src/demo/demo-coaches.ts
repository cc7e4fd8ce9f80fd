import type { InputOf } from '../application/kernel/contract.ts';

type WorkingHours = NonNullable<NonNullable<InputOf<'createCoach'>['schedule']>['workingHours']>;

const on = (days: readonly number[], start: string, end: string): WorkingHours =>
  days.map((dayOfWeek) => ({ dayOfWeek, start, end }));
const weekdays = [1, 2, 3, 4, 5];
const euros = (amount: number) => ({ amount, currency: 'EUR' });
const dollars = (amount: number) => ({ amount, currency: 'USD' });

/** The service of two coaches: slug, length, price and kind of place make it the same one. */
const firstCall: NonNullable<InputOf<'createCoach'>['services']>[number] = {
  slug: 'first-call',
  title: 'First call',
  description: 'Where you are, where you want to be, what the first month looks like.',
  duration: 30,
  price: dollars(0),
  locationKind: 'online',
  // Rooms there need no account of this server's.
  video: { provider: 'jitsi', url: 'https://meet.jit.si' },
};

const coachA: InputOf<'createCoach'> = {
  slug: 'coach-a',
  name: 'Coach A',
  timeZone: 'America/New_York',
  bio: 'Ten years under the bar. You leave every session knowing which number moves next, and why.',
  strengths: ['Strength Training', 'Powerlifting', 'Olympic Lifts'],
  specialties: ['Strength Training', 'Powerlifting', 'Olympic Lifts'],
  experience: 10,
  certifications: ['NASM-CPT', 'CSCS', 'USA Weightlifting Level 1'],
  capacity: 10,
  schedule: {
    timeZone: 'America/New_York',
    workingHours: [...on(weekdays, '09:00', '17:00'), ...on([6], '10:00', '14:00')],
    breaks: on(weekdays, '12:00', '13:00'),
    slotInterval: 30,
    bufferAfter: 15,
    minimumNotice: 60,
    bookingWindow: 60,
  },
  services: [
    {
      slug: 'strength-60',
      title: 'Strength session',
      description: 'One hour of lifting with a plan you take home.',
      duration: 60,
      price: dollars(7500),
      locationKind: 'in_person',
      place: {
        name: 'Harbour Strength',
        address: '12 Pier Street, Boston, MA 02110',
        hint: 'Second floor, ring at the blue door.',
      },
    },
    {
      slug: 'technique-30',
      title: 'Technique check',
      description: 'Send a video, talk it through live, leave with two cues.',
      duration: 30,
      price: dollars(4000),
      locationKind: 'online',
    },
    firstCall,
  ],
};

const coachB: InputOf<'createCoach'> = {
  slug: 'coach-b',
  name: 'Coach B',
  timeZone: 'Europe/Berlin',
  bio: 'Short, sharp sessions and food that fits your week. Eight years of people who kept the weight off.',
  strengths: ['Weight Loss', 'Cardio Training', 'HIIT'],
  specialties: ['Weight Loss', 'Cardio Training', 'HIIT'],
  experience: 8,
  certifications: ['ACE-CPT', 'Precision Nutrition Level 1'],
  capacity: 10,
  schedule: {
    timeZone: 'Europe/Berlin',
    workingHours: [...on(weekdays, '07:00', '11:30'), ...on(weekdays, '16:00', '20:00')],
    breaks: on(weekdays, '18:00', '18:30'),
    slotInterval: 15,
    bufferBefore: 5,
    bufferAfter: 10,
    minimumNotice: 120,
    bookingWindow: 45,
  },
  services: [
    {
      slug: 'hiit-45',
      title: 'HIIT session',
      description: 'Forty-five minutes, intervals to your level.',
      duration: 45,
      price: euros(5500),
      locationKind: 'in_person',
      place: { name: 'Halle am Kanal', address: 'Uferstraße 6, 13357 Berlin', hint: 'Through the yard, left door.' },
    },
    {
      slug: 'nutrition-30',
      title: 'Nutrition talk',
      description: 'Look at your week, change one thing.',
      duration: 30,
      price: euros(4500),
      locationKind: 'online',
    },
    // The same as with Coach A, so that "whoever is free first" has two to choose from.
    firstCall,
  ],
};

const coachC: InputOf<'createCoach'> = {
  slug: 'coach-c',
  name: 'Coach C',
  timeZone: 'Asia/Kolkata',
  bio: 'Move well first, then fast, then heavy. Twelve years of athletes and of people who just want their back to behave.',
  strengths: ['Functional Training', 'CrossFit', 'Athletic Performance'],
  specialties: ['Functional Training', 'CrossFit', 'Athletic Performance'],
  experience: 12,
  certifications: ['CrossFit Level 2', 'FMS Level 1'],
  capacity: 10,
  schedule: {
    timeZone: 'Asia/Kolkata',
    workingHours: [...on([1, 2, 3, 4, 5, 6], '06:00', '10:00'), ...on([1, 3, 5], '17:00', '21:00')],
    slotInterval: 60,
    minimumNotice: 0,
    bookingWindow: 30,
    autoConfirm: false,
  },
  services: [
    {
      slug: 'functional-60',
      title: 'Functional training',
      description: 'An hour of moving well, screened first.',
      duration: 60,
      price: dollars(6000),
      locationKind: 'online',
    },
  ],
};

/**
 * The three coaches of the demo: profiles and certifications as required, hours in three zones, to show what zones do.
 */
export const demoCoaches: readonly InputOf<'createCoach'>[] = [coachA, coachB, coachC];
