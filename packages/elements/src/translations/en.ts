/**
 * The texts until a time is chosen, in English; the rest is loaded with those steps (en-steps.ts). `{…}` are filled in.
 */
export const en = {
  loading: 'Loading free times',
  picker: 'Choose a day and a time',
  previous: 'Previous month',
  next: 'Next month',
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Evening',
  available: 'Available',
  booked: 'Booked',
  unavailable: 'Unavailable',
  break: 'Break',
  free: 'Free of charge',
  online: 'Online',
  in_person: 'In person',
  server: 'Something went wrong on our side. Please try again.',
  retry: 'Try again',
};
