import { plus } from '@coach-booking/time/instant';
import { retryAfter } from '../../domain/delivery/retry.ts';
import { isTold, type EndpointNotice, type WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import { noticeMail } from '../messaging/notice-mail.ts';
import { momentText } from '../mail/moment-text.ts';
import { instantText, optionalText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import { MailFailure, type NoticeKind } from '../ports/mail.ts';
import { changeKnownEndpoint } from './change-known-endpoint.ts';
import { newWebhookDelivery } from './derive-webhooks.ts';

export type TellOfEndpointsNeeds = Pick<
  Core,
  | 'webhookEndpoints'
  | 'webhookDeliveries'
  | 'users'
  | 'mail'
  | 'cachedPartner'
  | 'cachedMessaging'
  | 'publicUrl'
  | 'realNow'
  | 'chance'
>;

/** Endpoints handled in one pass. */
const AT_MOST = 20;
const ADMINS = 20;

/** The address without its query, which may hold a secret of the receiver's. */
const addressOf = (url: string): string => {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
};

const kindOf = ({ kind }: EndpointNotice, { disabledReason }: WebhookEndpoint): NoticeKind => {
  if (kind === 'failing') return 'webhook_failing';
  return disabledReason === 'gone' ? 'webhook_gone' : 'webhook_disabled';
};

/**
 * Mails the partner's admins. In mode test nothing leaves. One that fails midway is sent again with the same
 * `Message-ID`. Throws a MailFailure.
 */
const mailAdmins = async (
  core: TellOfEndpointsNeeds,
  endpoint: WebhookEndpoint,
  notice: EndpointNotice,
): Promise<void> => {
  const { partnerId, mode, url, failingSince } = endpoint;
  if (mode === 'test') return;
  const { users: admins } = await core.users.list({ partnerId, mode, role: 'admin', active: true, limit: ADMINS });
  const [partner, settings] = await Promise.all([core.cachedPartner(partnerId), core.cachedMessaging(endpoint)]);
  const { hostname } = new URL(core.publicUrl());
  for (const { id, email, language, timeZone } of admins) {
    const since = momentText(failingSince ?? notice.at, timeZone ?? 'UTC', language ?? 'en');
    const values = { url: addressOf(url), since };
    const mail = noticeMail({ kind: kindOf(notice, endpoint), to: email, language, partner, settings, values });
    await core.mail.send({
      ...mail,
      headers: { 'Message-ID': `<${notice.id}.${id}@${hostname}>`, 'Auto-Submitted': 'auto-generated' },
    });
  }
};

/** Notifies the partner's other endpoints that this one is disabled. A second call adds nothing. */
const tellOthers = async (
  core: TellOfEndpointsNeeds,
  endpoint: WebhookEndpoint,
  { id, at }: EndpointNotice,
): Promise<void> => {
  const { mode, url, disabledReason, failingSince } = endpoint;
  const eventId = `evt_${id}`;
  const type = 'endpoint.disabled';
  const object = {
    id: endpoint.id,
    url: addressOf(url),
    reason: disabledReason,
    ...present({ failingSince: optionalText(failingSince) }),
  };
  const body = JSON.stringify({ id: eventId, type, timestamp: instantText(at), data: { mode, object } });
  const others = (await core.webhookEndpoints.list(endpoint)).filter(
    (other) => other.id !== endpoint.id && isTold(other, type),
  );
  const fact = { eventId, type, payload: 'full', body } as const;
  await core.webhookDeliveries.insert(others.map((other) => newWebhookDelivery(other, fact, core.realNow())));
};

/** Returns when the notice is tried again, or null when it is done or given up. */
const tell = async (
  core: TellOfEndpointsNeeds,
  endpoint: WebhookEndpoint,
  notice: EndpointNotice,
): Promise<number | null> => {
  if (notice.kind === 'disabled' && endpoint.state === 'disabled') await tellOthers(core, endpoint, notice);
  try {
    await mailAdmins(core, endpoint, notice);
    return null;
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    return error.isFinal ? null : retryAfter(notice.failures + 1, core.chance());
  }
};

/**
 * Notifies partners of endpoints that fail or are disabled: their admins by mail, their other endpoints by a webhook. A
 * notice goes when that is done, so a process that dies in between leaves it to the next pass.
 */
export async function tellOfEndpoints(core: TellOfEndpointsNeeds): Promise<void> {
  const now = core.realNow();
  for (const endpoint of await core.webhookEndpoints.withNotices(now, AT_MOST))
    for (const notice of endpoint.notices.filter(({ dueAt }) => dueAt <= now)) {
      const wait = await tell(core, endpoint, notice);
      await changeKnownEndpoint(core, endpoint, endpoint.id, (stored) => ({
        ...stored,
        notices: stored.notices.flatMap((one) => {
          if (one.id !== notice.id) return [one];
          return wait === null ? [] : [{ ...one, dueAt: plus(now, wait), failures: one.failures + 1 }];
        }),
      }));
    }
}
