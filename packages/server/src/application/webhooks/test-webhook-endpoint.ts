import type { components } from '@coach-booking/contract/types';
import { livingSecrets, type WebhookEndpoint, type WebhookType } from '../../domain/webhook/endpoint.ts';
import { instantText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { attemptOnce, type Attempted, type AttemptNeeds } from './attempt.ts';
import { findEndpoint } from './find-endpoint.ts';
import { HINTS, problemOf } from './receiver-problem.ts';

type Tested = components['schemas']['WebhookTested'];
type TestNeeds = AttemptNeeds & Pick<Core, 'webhookEndpoints' | 'webhookExamples' | 'newId'>;

/** Returns an example of the contract, as if it had happened now. */
const exampleBody = (
  { realNow, webhookExamples }: Pick<Core, 'realNow' | 'webhookExamples'>,
  { id: endpointId, mode }: WebhookEndpoint,
  type: WebhookType,
  eventId: string,
): string => {
  const { data, ...rest } = webhookExamples(type);
  const object = type === 'webhook.test' ? { ...data.object, endpointId } : data.object;
  return JSON.stringify({
    ...rest,
    id: eventId,
    timestamp: instantText(realNow()),
    data: { ...data, mode, object, example: true },
  });
};

/** Refusals that a receiver gives when it does not trust a signature. */
const DISTRUST: readonly number[] = [400, 401, 403, 422];

const testedView = (eventId: string, { attempt, isTaken }: Attempted, problem: Tested['problem']): Tested => {
  const { ms, status, code, response } = attempt;
  const hint = problem && HINTS[problem];
  return { ok: isTaken, eventId, ms, ...present({ status, code, response, problem, hint }) };
};

/**
 * Sends an example now, once, and returns what the receiver answered. When it refuses it, a few more are sent that
 * distinguish its clock, its way of reading the body and its secret. Throws WEBHOOK_ENDPOINT_NOT_FOUND.
 */
export const testWebhookEndpoint: UseCase<'testWebhookEndpoint', TestNeeds> =
  (core) =>
  async (context, { id, type = 'webhook.test' }) => {
    const endpoint = await findEndpoint(core, context, id);
    const eventId = `evt_${core.newId()}`;
    if (context.dryRun) return { data: { ok: true, eventId, ms: 0 } };
    const body = exampleBody(core, endpoint, type, eventId);
    const secrets = livingSecrets(endpoint, core.realNow()).map(({ key }) => key);
    const first = await attemptOnce(core, { mode: endpoint.mode, url: endpoint.url, body, eventId, secrets });
    const isDistrusted = DISTRUST.includes(first.attempt.status ?? 0);
    const problem = isDistrusted ? await problemOf(core, endpoint, body, first) : undefined;
    return { data: testedView(eventId, first, problem) };
  };
