import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../../../application/kernel/context.ts';
import type { Delivery } from '../../../application/live/delivery.ts';
import type { WatchOperation } from '../../../application/live/watch-coach.ts';
import { isLiving } from '../../../application/ports/partners.ts';
import { Refusal } from '../../../application/kernel/refusal.ts';
import { isOwnPage } from '../auth/origins.ts';
import { contextOf } from '../answer.ts';
import { allowOrigin } from '../cors.ts';
import type { HttpDeps } from '../deps.ts';
import type { Step } from '../request-state.ts';
import { openEventStream } from './event-stream.ts';
import { createStreamCounts } from './stream-counts.ts';

export type StreamDeps = Pick<
  HttpDeps,
  'watching' | 'accessTokens' | 'sessions' | 'standing' | 'config' | 'partners' | 'realNow' | 'publicOrigin'
>;

/** Seconds after which a caller with too many streams may try again. */
const RETRY_AFTER = 30;

/** Returns the milliseconds until the access token of a session expires; null for other callers. */
const timeLeft = async (
  { accessTokens }: StreamDeps,
  caller: Caller,
  authorization: string | undefined,
  now: number,
) => {
  if (caller.kind !== 'session') return null;
  const grant = await accessTokens.read((authorization ?? '').replace(/^Bearer +/i, ''));
  return Math.max(0, (grant?.expiresAt ?? now) - now);
};

/** Milliseconds between two checks of whether a session is still valid. */
const SESSION_CHECK_INTERVAL = 3000;

/** Returns whether the session has ended, was revoked, or its person left the team (S2). */
const isSignedOut = async ({ sessions, standing }: StreamDeps, caller: Caller): Promise<boolean> => {
  if (caller.kind !== 'session' || caller.sessionId === undefined) return false;
  const family = await sessions.byId(caller.sessionId);
  return !family || family.revokedAt !== undefined || !(await standing(caller));
};

/** Returns whether the key no longer works, the page was taken off the partner's list, or the partner is suspended. */
const isRefused = async (deps: StreamDeps, caller: Caller, headers: IncomingHttpHeaders): Promise<boolean> => {
  const partner = await deps.partners.byId(caller.partnerId);
  if (partner?.suspendedAt !== undefined) return true;
  const isKey = caller.kind === 'publishable' || caller.kind === 'secret';
  if (isKey && !partner?.keys.some((key) => key.id === caller.keyId && isLiving(key, deps.realNow()))) return true;
  const { origin } = headers;
  return (
    origin !== undefined &&
    !isOwnPage(headers, deps.publicOrigin(), partner?.hosts) &&
    !partner?.allowedOrigins.includes(origin)
  );
};

/**
 * Returns the two operations that stream. Until the first byte a refusal is answered as everywhere; then the answer
 * lasts until either side ends it, the session does, or the server stops.
 */
export function streamSteps(deps: StreamDeps): Record<WatchOperation, Step> {
  const counts = createStreamCounts(deps.config.streamsPerCaller);
  const step =
    (operation: WatchOperation): Step =>
    async (request, response) => {
      const { state } = response.locals;
      const { headers } = request;
      const caller = state.caller!;
      const leave = counts.enter(`${caller.keyId} ${caller.address}`);
      if (!leave) {
        response.setHeader('Retry-After', RETRY_AFTER);
        throw new Refusal('RATE_LIMITED', `${deps.config.streamsPerCaller} streams at once for this key and address.`);
      }
      response.once('close', leave);
      const left = await timeLeft(deps, caller, headers.authorization, state.now!);
      // Deliveries before the answer has begun wait for it.
      const early: Delivery[] = [];
      let deliver = (delivery: Delivery): void => void early.push(delivery);
      const lastEventId = headers['last-event-id'];
      const input = {
        coach: String(request.params.coach),
        lastEventId: typeof lastEventId === 'string' ? lastEventId : undefined,
      };
      const stop = await deps.watching.watch(operation, contextOf(state, request, false), input, (delivery) =>
        deliver(delivery),
      );
      response.once('close', stop);
      if (response.destroyed || response.closed) return stop();
      state.isStream = true;
      allowOrigin(headers.origin, response);
      if (request.method === 'HEAD') return void response.end();
      const stream = openEventStream(response, operation);
      // When the store does not answer, the next check repeats the question.
      const endIf = (reason: Promise<boolean>): void =>
        void reason.then(
          (isOver) => isOver && response.end(),
          () => undefined,
        );
      for (const delivery of early) stream.send(delivery);
      deliver = (delivery) => {
        stream.send(delivery);
        if (delivery.type === 'beat') endIf(isRefused(deps, caller, headers));
      };
      if (left === null) return;
      const sessionCheck = setInterval(() => endIf(isSignedOut(deps, caller)), SESSION_CHECK_INTERVAL).unref();
      // The client reconnects with its next token.
      const timer = setTimeout(() => response.end(), left).unref();
      response.once('close', () => {
        clearInterval(sessionCheck);
        clearTimeout(timer);
      });
    };
  return { watchSlots: step('watchSlots'), watchCalendar: step('watchCalendar') };
}
