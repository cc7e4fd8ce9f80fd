import type { AbandonedBooking, RecoveryCalls, RecoveryPreview, RecoverySettings } from '../src/desk/recovery/calls.ts';

const id = (n: number): string => `665f0000000000000000c0${String(n).padStart(2, '0')}`;
const SERVICE = '665f00000000000000000011';

const booking = (
  n: number,
  name: string,
  status: AbandonedBooking['status'],
  given: Partial<AbandonedBooking> = {},
): AbandonedBooking => ({
  id: id(n),
  leadId: id(n + 20),
  lead: { id: id(n + 20), name, email: `${name.split(' ')[0]!.toLowerCase()}@example.com` },
  channels: ['email'],
  serviceId: SERVICE,
  selectedSlot: { start: '2028-04-18T09:00:00Z', duration: 60 },
  abandonedAt: '2028-04-14T12:30:00Z',
  recoveryAttempts: 0,
  lastRecoveryAttempt: null,
  status,
  attempts: [],
  ...given,
});

/** Abandoned bookings in all states, in the shape of the server's answers. */
export const abandonedBookings: readonly AbandonedBooking[] = [
  booking(1, 'Ana Diaz', 'pending', {
    channels: ['email', 'sms'],
    lead: { id: id(21), name: 'Ana Diaz', email: 'ana@example.com', phone: '+12125550100' },
  }),
  booking(2, 'Chidi Okafor', 'recovery_sent', {
    recoveryAttempts: 1,
    lastRecoveryAttempt: '2028-04-13T09:00:00Z',
    abandonedAt: '2028-04-12T18:00:00Z',
  }),
  booking(3, 'Maximiliane von Hohenstein-Wittgenstein', 'expired', {
    recoveryAttempts: 2,
    lastRecoveryAttempt: '2028-04-10T09:00:00Z',
    serviceId: '665f00000000000000000012',
  }),
  booking(4, 'Bo Lindqvist', 'recovered', {
    recoveryAttempts: 1,
    lastRecoveryAttempt: '2028-04-09T09:00:00Z',
    recoveredBy: id(90),
  }),
  booking(5, 'Nobody', 'withdrawn', { selectedSlot: { duration: 60 } }),
].map((one) => {
  if (one.status !== 'withdrawn') return one;
  const { lead: _lead, leadId: _id, channels: _channels, ...rest } = one;
  return rest;
});

export const recoverySettings: RecoverySettings = {
  capture: true,
  automatic: true,
  incentive: { type: 'percent', value: 15 },
  captureIntents: true,
};

export const recoveryPreview: RecoveryPreview = {
  subject: 'Your booking with Maria Santos is not finished',
  text: 'Your booking is not finished',
  html: '<!doctype html><html lang="en"><title>Mail</title><body><h1>Your booking is not finished</h1><p>You chose Personal training.</p></body></html>',
};

/** Returns the calls of a server with these bookings and settings. */
export function recoveryCallsOf(
  given: readonly AbandonedBooking[] = abandonedBookings,
  settings: RecoverySettings = recoverySettings,
): RecoveryCalls {
  const coach = {
    id: '665f00000000000000000001',
    name: 'Maria Santos',
    timeZone: 'UTC',
    captureIntents: settings.captureIntents,
    services: [{ id: SERVICE, title: 'Personal training', duration: 60, price: { amount: 7500, currency: 'EUR' } }],
  };
  return {
    getCoach: async () => coach,
    getRecoverySettings: async () => settings,
    updateRecoverySettings: async ({ capture = false, automatic = false, incentive }: typeof settings) => ({
      capture,
      automatic,
      ...(incentive && { incentive }),
      captureIntents: capture,
    }),
    listAbandonedBookings: async ({ status }: { status?: string }) => ({
      items: given.filter((one) => status === undefined || one.status === status),
      nextCursor: null,
      total: given.length,
      totalAbandoned: 42,
      recoveryRate: 33.3,
    }),
    previewRecovery: async () => recoveryPreview,
    sendRecovery: async () => ({
      ...given[0]!,
      status: 'recovery_sent',
      recoveryAttempts: 1,
      lastRecoveryAttempt: '2028-04-14T15:00:00Z',
      recoveryMessage: { type: 'email', sentAt: '2028-04-14T15:00:00Z', customMessage: null, incentiveOffered: null },
    }),
  } as unknown as RecoveryCalls;
}
