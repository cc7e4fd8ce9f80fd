import type { InputOf } from '../application/kernel/contract.ts';

/** A person of the demo who books without an account, and so is a lead. Invented. */
export interface DemoGuest {
  readonly key: string;
  readonly attendee: NonNullable<InputOf<'createBooking'>['attendee']>;
  readonly utm?: InputOf<'createBooking'>['utm'];
}

export const demoGuests: readonly DemoGuest[] = [
  {
    key: 'kofi',
    attendee: { name: 'Kofi Mensah', email: 'kofi@demo.example', phone: '+4930901825', timeZone: 'Europe/Berlin' },
    utm: { source: 'newsletter', medium: 'email', campaign: 'autumn' },
  },
  { key: 'lena', attendee: { name: 'Lena Novak', email: 'lena@demo.example', timeZone: 'Europe/Prague' } },
];
