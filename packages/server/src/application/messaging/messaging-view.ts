import type { components } from '@coach-booking/contract/types';
import { present } from '../kernel/present.ts';
import type { Deps } from '../ports/deps.ts';
import type { MessagingSettings, SmsAccount } from '../ports/messaging.ts';
import { hookAddress } from './hook-address.ts';

type Schemas = components['schemas'];

const accountView = ({ authToken, ...account }: SmsAccount, webhookUrl: string): Schemas['SmsSettings'] => ({
  ...account,
  authTokenSet: authToken !== '',
  webhookUrl,
});

/** Returns the settings without what proves the account to its provider. */
export function messagingView(
  { publicUrl }: Pick<Deps, 'publicUrl'>,
  { email, postalAddress, attachCalendar, sms, quietHours, hookToken = '', version }: MessagingSettings,
): Schemas['MessagingSettings'] {
  return {
    email: { ...email },
    attachCalendar,
    quietHours: { ...quietHours },
    version,
    ...present({ postalAddress, sms: sms && accountView(sms, hookAddress(publicUrl(), { hookToken })) }),
  };
}
