import type { Service } from '@coach-booking/sdk';
import type { ServiceCalls } from '../src/desk/services/calls.ts';

export const services: readonly Service[] = [
  {
    id: '665f00000000000000000011',
    slug: 'strength-60',
    title: 'Strength session',
    description: 'One hour with barbell and plan.',
    duration: 60,
    price: { amount: 7550, currency: 'EUR' },
    locationKind: 'in_person',
    place: { name: 'Harbour Gym', address: '12 Pier Street, Boston', hint: 'Ring at the blue door.' },
    whatToBring: 'Towel, water, indoor shoes',
    reminders: { rules: [{ channel: 'sms', minutesBefore: 120 }], followUp: false },
  },
  {
    id: '665f00000000000000000012',
    slug: 'first-talk',
    title: 'First talk',
    duration: 30,
    price: { amount: 0, currency: 'EUR' },
    locationKind: 'online',
    confirmByEmail: true,
  },
  { id: '665f00000000000000000013', slug: 'boxing', title: 'Boxing', duration: 45, locationKind: 'in_person' },
];

/** A service with questions of its own. */
export const askingService: Service = {
  ...services[0]!,
  intake: {
    questions: [
      {
        id: 'injuries',
        kind: 'long_text',
        label: 'Any injuries?',
        required: true,
        newClientsOnly: true,
        health: true,
        version: 2,
      },
      { id: 'where', kind: 'choice', label: 'Where do you train?', options: ['Gym', 'Home'], version: 1 },
    ],
    consent: { text: 'I agree.', url: 'https://fit.example/privacy', version: 1 },
  },
};

/** Returns the calls of Settings › Services: what is read is there, what is written is taken. */
export function serviceCalls(change: Partial<ServiceCalls> = {}): ServiceCalls {
  const reminders = { rules: [{ channel: 'email', minutesBefore: 1440 }], followUp: true };
  return {
    listServices: async () => services,
    getSchedule: async () => ({ reminders, scheduleVersion: 3 }),
    getCoach: async () => ({ videoProviders: ['fixed', 'jitsi', 'zoom'] }),
    createService: async ({ coach: _coach, ...fields }: object & { coach: string }) => ({
      id: '665f00000000000000000019',
      slug: 'new',
      ...fields,
    }),
    updateService: async ({ coach: _coach, id, ...fields }: object & { coach: string; id: string }) => ({
      ...services.find((service) => service.id === id),
      ...fields,
    }),
    deleteService: async ({ id }: { id: string }) => ({ id, removed: true }),
    ...change,
  } as unknown as ServiceCalls;
}
