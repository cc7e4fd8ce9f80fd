import type { AccountMessage, Message, MessageSummary, MessagingSettings } from '../../src/admin/calls.ts';
import { booking } from './bookings.ts';
import { id } from './ids.ts';
import { ana } from './people.ts';

export const failedMessage: Message = {
  id: `${id(22)}:email:attendee`,
  bookingId: booking.id,
  kind: 'confirmed',
  channel: 'email',
  to: { role: 'attendee' },
  state: 'failed',
  code: '550',
  dueAt: '2028-04-11T13:00:00Z',
  attempts: 1,
  settledAt: '2028-04-11T13:00:01Z',
};

/** A mail about an account that no server took. */
export const failedAccountMail: AccountMessage = {
  id: id(77),
  userId: ana.id,
  kind: 'email_verification',
  state: 'failed',
  code: '550',
  dueAt: '2028-04-10T13:00:00Z',
  attempts: 1,
  settledAt: '2028-04-10T13:00:02Z',
};

export const quietWebhooks = { due: 0, late: 0, retrying: 0, failed: 0, delivered: 0, disabledEndpoints: 0 };

export const summary: MessageSummary = {
  since: '2028-04-04T13:00:00Z',
  webhooks: { due: 4, late: 0, retrying: 2, failed: 1, delivered: 37, disabledEndpoints: 1 },
  counts: [
    { kind: 'confirmed', channel: 'email', due: 3, late: 1, retrying: 2, failed: 1, unknown: 0 },
    { kind: 'password_reset', channel: 'email', due: 1, late: 0, retrying: 0, failed: 0, unknown: 0 },
    { kind: 'reminder', channel: 'sms', due: 0, late: 0, retrying: 0, failed: 0, unknown: 1 },
  ],
};

export const messaging: MessagingSettings = {
  email: { senderName: 'Harbour Strength', replyTo: 'hello@fit.example' },
  postalAddress: 'Pier 3, Boston',
  attachCalendar: true,
  sms: {
    provider: 'twilio',
    accountSid: `AC${'0'.repeat(32)}`,
    authTokenSet: true,
    from: '+15005550006',
    maxPerDay: 500,
    webhookUrl: 'https://book.example/hooks/twilio/4f0c',
  },
  quietHours: { from: '21:00', to: '08:00' },
  version: 3,
};

/** The settings of a partner that has set nothing. */
export const noMessaging: MessagingSettings = {
  email: {},
  attachCalendar: true,
  quietHours: { from: '21:00', to: '08:00' },
  version: 0,
};
