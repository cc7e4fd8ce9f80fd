import type { components } from '@coach-booking/contract/types';
import { instantText } from '../kernel/instants.ts';
import type { OptOut } from '../ports/opt-outs.ts';

type View = components['schemas']['OptOut'];

export function optOutView({ id, channel, kind, since }: OptOut): View {
  const way = channel === 'sms' ? 'sms_stop' : 'unsubscribe';
  return { id, channel, way, kind: kind as View['kind'], since: instantText(since) };
}
