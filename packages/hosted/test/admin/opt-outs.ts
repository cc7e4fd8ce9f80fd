import type { OptOut } from '../../src/admin/calls.ts';

/** A person who answered STOP. */
export const stop: OptOut = {
  id: `${'s'.repeat(43)}.all`,
  channel: 'sms',
  way: 'sms_stop',
  kind: 'all',
  since: '2028-04-10T18:00:00Z',
};
/** A person who unsubscribed from reminders by mail. */
export const unsubscribed: OptOut = {
  id: `${'u'.repeat(43)}.reminder`,
  channel: 'email',
  way: 'unsubscribe',
  kind: 'reminder',
  since: '2028-04-09T18:00:00Z',
};
