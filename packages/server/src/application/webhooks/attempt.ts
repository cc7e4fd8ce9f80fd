import { plus, type Instant } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';
import type { WebhookAttempt } from '../../domain/webhook/webhook-delivery.ts';
import type { Core } from '../ports/core.ts';
import { OutboundFailure, type OutboundAnswer, type OutboundRequest } from '../ports/outbound.ts';
import { redacted } from './redact.ts';
import { signedHeaders } from './sign.ts';

export type AttemptNeeds = Pick<Core, 'outbound' | 'realNow'>;

/** A request, and the keys that sign it. */
export interface ToAttempt extends Pick<OutboundRequest, 'mode' | 'url' | 'signal'> {
  readonly body: string;
  readonly eventId: string;
  readonly secrets: readonly string[];
  /** The body whose signature is sent, where it is to be another. */
  readonly signedBody?: string;
  /** The clock that is signed, where it is to be another: how far it is ahead of ours. */
  readonly ahead?: number;
}

/** The result of an attempt, and the requests of the receiver beside its answer. */
export interface Attempted {
  readonly attempt: WebhookAttempt;
  readonly isTaken: boolean;
  /** Of a receiver that is gone for good. */
  readonly isGone: boolean;
  /** It was ended by this process. */
  readonly isAborted: boolean;
  readonly retryAfter?: number;
  /** Milliseconds by which the receiver's clock is ahead of ours. */
  readonly ahead?: number;
}

const GONE = 410;

const answered = (at: Instant, now: Instant, { status, text, retryAfter, date }: OutboundAnswer): Attempted => {
  const isTaken = status >= 200 && status < 300;
  const response = redacted(text);
  return {
    attempt: {
      at,
      ms: now - at,
      status,
      ...(!isTaken && { code: String(status) }),
      ...(response !== '' && { response }),
    },
    isTaken,
    isGone: status === GONE,
    isAborted: false,
    ...(retryAfter !== undefined && { retryAfter }),
    ...(date !== undefined && { ahead: date - Math.floor(now / SECOND) * SECOND }),
  };
};

const failed = (at: Instant, now: Instant, error: unknown): Attempted => {
  const code = error instanceof OutboundFailure ? error.code : 'INTERNAL';
  return { attempt: { at, ms: now - at, code }, isTaken: false, isGone: false, isAborted: code === 'ABORTED' };
};

/** Signs and posts once. Every end of it is an answer; nothing is thrown. */
export async function attemptOnce({ outbound, realNow }: AttemptNeeds, given: ToAttempt): Promise<Attempted> {
  const { mode, url, body, eventId, secrets, signedBody = body, ahead = 0, signal } = given;
  const at = realNow();
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'coach-booking-webhooks/1',
    ...signedHeaders(secrets, { id: eventId, at: plus(at, ahead), body: signedBody }),
  };
  try {
    const answer = await outbound.post({ mode, url, body, headers, ...(signal && { signal }) });
    return answered(at, realNow(), answer);
  } catch (error) {
    return failed(at, realNow(), error);
  }
}
