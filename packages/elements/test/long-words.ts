import type { BookingFlowState, Coach, Intake, ManageFlowState, Service } from '@coach-booking/sdk';
import { bookingStates, coach as anyCoach, manageStates, placedService } from './states.ts';

/** A business whose words are long ones of the trade: none has a blank at which a line could end. */
const word = 'Hochintensitätsintervalltrainingseinheit';
const place = {
  name: 'Gesundheitszentrum Donaudampfschifffahrtsgesellschaft',
  address: 'Oberbürgermeister-Dreifuß-Straße 128 b, 88045 Friedrichshafen',
  hint: 'Tiefgarageneinfahrt über die Rheinstraßenunterführung.',
};
const service: Service = {
  ...placedService,
  title: `${word} mit Körperzusammensetzungsanalyse`,
  description: 'Körperzusammensetzungsanalyse, Beweglichkeitsuntersuchung und Trainingsplanbesprechung.',
  price: { amount: 12_345_00, currency: 'EUR' },
  place,
  whatToBring: 'Krankenversicherungskarte, Sporthallenturnschuhe',
};
const coach: Coach = {
  ...anyCoach,
  name: 'Dr. Friederike Hohenlohe-Waldenburg-Schillingsfürst',
  specialties: ['Wirbelsäulengymnastik', 'Ausdauerleistungsdiagnostik', 'Körperzusammensetzungsanalyse'],
  services: [service],
};
const intake: Intake = {
  questions: [
    {
      id: 'ill',
      kind: 'several',
      label: 'Herz-Kreislauf-Vorerkrankungen und Medikamentenunverträglichkeiten',
      hint: 'Gesundheitsangabenverschlüsselung: nur Ihr Coach liest das.',
      options: ['Bluthochdruckerkrankung', 'Bandscheibenvorwölbungen der Lendenwirbelsäule', 'Keine'],
      version: 1,
    },
  ],
  consent: {
    text: 'Ich stimme der Datenverarbeitungsvereinbarung und den Stornierungsbedingungen zu.',
    url: 'https://harbour.example/datenschutzgrundverordnungsinformationen',
    version: 1,
  },
  waiver: { text: 'Haftungsausschlussvereinbarung: Ich trainiere auf eigene Gefahr.', version: 1 },
};
const person = {
  name: 'Maximilian-Alexander Freiherr von Droste-Hülshoff',
  email: 'maximilian-alexander.von-droste-huelshoff@gesundheitszentrum.example',
  phone: '+49 7541 1234567',
  notes: '',
};
const { booking } = bookingStates.placed;
const booked = {
  ...booking,
  place,
  serviceTitle: service.title,
  price: service.price!,
  attendee: { ...booking.attendee, ...person },
};
const ofThem = { coach, service };

/** The states of booking mode with long words in every text of the business, by name. */
export const longBookingStates = {
  'long words, services': {
    ...bookingStates.services,
    coach,
    services: [service, { ...bookingStates.services.services[1]!, title: 'Erstgespräch' }],
  },
  'long words, slots': { ...bookingStates.slots, ...ofThem, branding: { name: `Studio ${word}` } },
  'long words, details': { ...bookingStates.details, ...ofThem, details: person },
  'long words, asked': { ...bookingStates.details, ...ofThem, details: person, intake },
  'long words, confirmed': { ...bookingStates.placed, ...ofThem, booking: booked },
} satisfies Record<string, BookingFlowState>;

/** The same of manage mode. */
export const longManageStates = {
  'long words, booking': { ...manageStates.booking, ...ofThem, booking: booked },
  'long words, moving': { ...manageStates.moving, ...ofThem, booking: booked },
} satisfies Record<string, ManageFlowState>;
