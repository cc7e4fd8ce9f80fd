import webPush from 'web-push';
import { OutboundFailure, type Outbound, type OutboundAnswer } from '../../application/ports/outbound.ts';
import { OutletFailure } from '../../application/ports/outlets.ts';
import { MAX_PAYLOAD, type Push, type VapidKeys, type VapidPair } from '../../application/ports/push.ts';

export interface WebPushDeps {
  readonly vapidKeys: VapidKeys;
  /** The way out: endpoints come from browsers, so they are untrusted addresses. */
  readonly outbound: Pick<Outbound, 'post'>;
  /** Returns the contact for push services about problems: an `https:` or `mailto:` address. */
  subject(): string;
}

/** The statuses of push services for a device that is no longer subscribed. RFC 8030, 5 and 7.3. */
const GONE: readonly number[] = [404, 410];

const failureOf = ({ status, retryAfter }: OutboundAnswer): OutletFailure => {
  if (GONE.includes(status)) return new OutletFailure('GONE', { isFinal: true });
  const isLater = status === 429 || status >= 500;
  return new OutletFailure(String(status), { isFinal: !isLater, retryAfter });
};

/** Sends push messages by web-push's encryption and signature. The pair of keys is made with the first need of it. */
export function createWebPush({ vapidKeys, outbound, subject }: WebPushDeps): Push {
  let agreed: Promise<VapidPair> | null = null;
  const pair = (): Promise<VapidPair> => {
    agreed ??= vapidKeys.agree(webPush.generateVAPIDKeys()).catch((error: unknown) => {
      agreed = null;
      throw error;
    });
    return agreed;
  };
  return {
    publicKey: async () => (await pair()).publicKey,
    async send(to, payload, { ttl, urgency, topic }) {
      if (Buffer.byteLength(payload) > MAX_PAYLOAD) throw new OutletFailure('TOO_LARGE', { isFinal: true });
      const vapidDetails = { subject: subject(), ...(await pair()) };
      const { endpoint, keys } = to;
      const { headers, body } = webPush.generateRequestDetails({ endpoint, keys }, payload, {
        vapidDetails,
        TTL: ttl,
        urgency,
        topic,
      });
      const texts = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
      try {
        const answer = await outbound.post({ mode: 'live', url: endpoint, headers: texts, body });
        if (answer.status < 200 || answer.status > 299) throw failureOf(answer);
        return {};
      } catch (error) {
        if (!(error instanceof OutboundFailure)) throw error;
        throw new OutletFailure(error.code, { isFinal: error.code === 'URL_NOT_ALLOWED', isUnsure: true });
      }
    },
  };
}
