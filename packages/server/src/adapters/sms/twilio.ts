import { SECOND } from '@coach-booking/time/units';
import { isUnsent } from '../../application/ports/outbound.ts';
import { OutletFailure, type Receipt } from '../../application/ports/outlets.ts';
import type { SmsProvider } from '../../application/ports/sms.ts';
import type { SmsAccount } from '../../application/ports/messaging.ts';

export interface TwilioOptions {
  /** Another one in tests. */
  readonly base?: string;
  /** Milliseconds for one request, its answer included. */
  readonly timeout?: number;
}

const TWILIO = 'https://api.twilio.com';
/** Less than a lease, so that the answer is noted by the process that asked. */
const TIMEOUT = 15_000;

/** The recipient has answered STOP. https://www.twilio.com/docs/api/errors/21610 */
const OPTED_OUT = '21610';

/** The part of Twilio's answer that is read. */
interface Answer {
  readonly sid?: unknown;
  readonly num_segments?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
}

const senderOf = ({ from, messagingServiceSid }: SmsAccount): Record<string, string> =>
  messagingServiceSid === undefined ? { From: from ?? '' } : { MessagingServiceSid: messagingServiceSid };

/** Returns the failure of a request that has no answer. */
const withoutAnswer = (error: unknown): OutletFailure => {
  const { name, cause } = error as { readonly name?: unknown; readonly cause?: { readonly code?: unknown } };
  if (name === 'TimeoutError') return new OutletFailure('TIMEOUT', { isUnsure: true });
  const code = typeof cause?.code === 'string' ? cause.code : 'NO_ANSWER';
  return new OutletFailure(code, { isUnsure: !isUnsent(code) });
};

/**
 * Returns the failure of an answer. After 5xx the SMS may have been sent; after 429 it was not, and after any other
 * answer it never will be.
 */
const refusal = (status: number, { code: given, message }: Answer, retryAfter?: number): OutletFailure => {
  const code = typeof given === 'number' ? String(given) : String(status);
  const detail = typeof message === 'string' ? message.slice(0, 500) : undefined;
  if (status >= 500) return new OutletFailure(code, { isUnsure: true, detail });
  const isTooFast = status === 429;
  return new OutletFailure(code, {
    isFinal: !isTooFast,
    isOptedOut: code === OPTED_OUT,
    detail,
    ...(isTooFast && { retryAfter }),
  });
};

const receiptOf = ({ sid, num_segments: counted }: Answer): Receipt => ({
  ...(typeof sid === 'string' && { providerId: sid }),
  // A messaging service counts later, and returns 0 until then.
  ...(Number(counted) > 0 && { segments: Number(counted) }),
});

/** Sends SMS by Twilio's REST API. */
export function createTwilio({ base = TWILIO, timeout = TIMEOUT }: TwilioOptions = {}): SmsProvider {
  return async (account, { to, text, statusUrl }) => {
    const { accountSid, authToken } = account;
    const form = { To: to, ...senderOf(account), Body: text, ...(statusUrl && { StatusCallback: statusUrl }) };
    let response: Response;
    let body: string;
    try {
      response = await fetch(`${base}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
        method: 'POST',
        headers: { Authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
        body: new URLSearchParams(form),
        // The token must not reach the address of another host.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
      });
      // Of an answer that breaks off the status has come, and is what counts.
      body = await response.text().catch(() => '');
    } catch (error) {
      throw withoutAnswer(error);
    }
    const answer = answerIn(body);
    if (response.ok) return receiptOf(answer);
    throw refusal(response.status, answer, retryAfterIn(response));
  };
}

/** Returns how many milliseconds an answer asks to wait; undefined where it has no readable value. */
function retryAfterIn({ headers }: Response): number | undefined {
  const asked = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(asked)) return Number(asked) * SECOND;
  if (!/GMT$/.test(asked)) return undefined;
  // A date is held against the date of the same answer, whatever this machine's clock is.
  const wait = Date.parse(asked) - Date.parse(headers.get('date') ?? '');
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

function answerIn(body: string): Answer {
  try {
    const read: unknown = JSON.parse(body);
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
}
