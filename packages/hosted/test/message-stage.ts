import type { MessageCalls, MessageTemplate, Messaging, ReminderRule } from '../src/desk/messages/calls.ts';

const rules: readonly ReminderRule[] = [
  { channel: 'email', minutesBefore: 1440 },
  { channel: 'sms', minutesBefore: 120 },
  { channel: 'push', minutesBefore: 30 },
];

const template = (
  kind: MessageTemplate['kind'],
  channel: MessageTemplate['channel'],
  own?: string,
): MessageTemplate => {
  const standard = {
    ...(channel !== 'sms' && { subject: 'Your booking with {{ coach.name }}' }),
    body: 'Hi {{ lead.name }}, see you {{ when }}.',
  };
  return {
    kind,
    channel,
    audience: 'attendee',
    language: 'en',
    standard,
    ...(own !== undefined && { own: { ...standard, body: own, updatedAt: '2028-04-01T08:00:00Z' } }),
    effective: own === undefined ? { ...standard, from: 'standard' } : { ...standard, body: own, from: 'coach' },
    variables: ['lead.name', 'coach.name', 'when', 'manage_link'],
  };
};

export const templates: readonly MessageTemplate[] = [
  template('confirmed', 'email'),
  template('confirmed', 'sms', 'See you {{ date }}!'),
  template('reminder', 'email'),
  template('reminder', 'push'),
];

export const messaging: Messaging = {
  email: {},
  attachCalendar: true,
  sms: {
    provider: 'twilio',
    accountSid: 'AC00000000000000000000000000000000',
    authTokenSet: true,
    from: '+15005550006',
    maxPerDay: 500,
    webhookUrl: 'https://book.example/hooks/twilio/x',
  },
  quietHours: { from: '21:00', to: '08:00' },
  version: 1,
};

/** Returns the calls of Settings › Messages: what is read is there, what is written is taken. */
export function messageCalls(change: Partial<MessageCalls> = {}): MessageCalls {
  const schedule = { reminders: { rules, followUp: true }, scheduleVersion: 3 };
  return {
    getSchedule: async () => schedule,
    patchSchedule: async () => ({ ...schedule, scheduleVersion: 4 }),
    getMessaging: async () => messaging,
    listCoachTemplates: async () => templates,
    setCoachTemplate: async ({ body }: { body: string }) => ({
      template: template('confirmed', 'email', body),
      problems: [],
    }),
    removeCoachTemplate: async () => template('confirmed', 'sms'),
    previewCoachTemplate: async () => ({
      subject: 'Your booking with Maria Santos',
      text: 'Hi Ana',
      html: '<!doctype html><html><body><p style="color:teal">Hi Ana</p></body></html>',
      problems: [],
    }),
    ...change,
  } as unknown as MessageCalls;
}
