import type { Kind, NotificationCalls, Settings } from '../src/notifications/calls.ts';

type Wanted = Partial<Record<'email' | 'sms' | 'push', boolean | 'in_writing' | 'security' | 'operations'>>;
const kind = (name: Kind['kind'], wanted: Wanted): Kind => ({
  kind: name,
  channels: Object.fromEntries(
    Object.entries(wanted).map(([channel, value]) => [
      channel,
      typeof value === 'boolean' ? { wanted: value } : { wanted: true, fixed: value },
    ]),
  ),
});
const events = ['requested', 'confirmed', 'declined', 'expired', 'changed', 'cancelled'] as const;
const account = kind('account', { email: 'security' });
const rest: Omit<Settings, 'kinds'> = {
  channels: [
    { channel: 'email', state: 'ready', address: 'ana@example.com' },
    { channel: 'sms', state: 'ready', address: '+12125550101' },
    { channel: 'push', state: 'no_device', devices: 0 },
  ],
  quietHours: { from: '21:00', to: '08:00' },
};

/** Returns the settings of a client, of the coach side and of an admin, as they are at first. */
export const settingsOf = {
  client: (): Settings => ({
    ...rest,
    kinds: [
      ...events.map((name) => kind(name, { email: 'in_writing', push: false })),
      kind('reminder', { email: true, sms: true, push: true }),
      kind('follow_up', { email: true }),
      account,
    ],
  }),
  coach: (): Settings => ({
    ...rest,
    kinds: [
      ...events.map((name) => kind(name, { email: true, sms: false, push: /requested|cancelled/.test(name) })),
      account,
    ],
  }),
  admin: (): Settings => ({ ...rest, kinds: [kind('operations', { email: 'operations' }), account] }),
};

/** Returns the calls of the choices about messages: they keep what is written, as the server does. */
export function notificationCalls(
  first: Settings = settingsOf.client(),
  change: Partial<NotificationCalls> = {},
): NotificationCalls {
  let settings = first;
  const calls = {
    getNotifications: async () => settings,
    updateNotifications: async ({
      kinds = {},
      reminders,
    }: NonNullable<Parameters<NotificationCalls['updateNotifications']>[0]>) => {
      const { reminders: before, ...others } = settings;
      const wishes = kinds as Record<string, Record<string, boolean>>;
      const after = reminders === undefined ? before : (reminders ?? undefined);
      settings = {
        ...others,
        ...(after && { reminders: after }),
        kinds: settings.kinds.map((each) => ({
          ...each,
          channels: {
            ...each.channels,
            ...Object.fromEntries(Object.entries(wishes[each.kind] ?? {}).map(([name, wanted]) => [name, { wanted }])),
          },
        })),
      };
      return settings;
    },
    ...change,
  };
  return calls as unknown as NotificationCalls;
}
