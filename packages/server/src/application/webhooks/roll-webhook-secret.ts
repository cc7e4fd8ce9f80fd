import { earliest, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import type { EndpointSecret } from '../../domain/webhook/endpoint.ts';
import { note, type AuditDeps } from '../audit/note.ts';
import { identify } from '../idempotency/identify.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { changeEndpoint } from './change-endpoint.ts';
import { createdEndpointView } from './endpoint-view.ts';
import { makeSecret } from './secrets.ts';

type RollNeeds = Pick<Core, 'webhookEndpoints' | 'newId' | 'newSecret' | 'realNow' | 'idempotency'> & AuditDeps;

/** Hours. */
const OVERLAP = 24;
/** For so long a test can recognise a receiver that still has it. */
const KEPT_AFTER = 30 * DAY;
const MAX_KEPT = 5;

const expiring = (secret: EndpointSecret, at: Instant): EndpointSecret => ({
  ...secret,
  expiresAt: earliest(secret.expiresAt ?? at, at),
});

/** Returns the secrets with a new one before them, and without those that are out of use. */
const rolled = (
  secrets: readonly EndpointSecret[],
  added: EndpointSecret,
  overlap: number,
  now: Instant,
): readonly EndpointSecret[] => {
  // A retry gives the successor that it has made before another key, and ends nothing earlier.
  if (secrets[0]?.id === added.id) return [added, ...secrets.slice(1)];
  const older = secrets
    .map((secret) => expiring(secret, plus(now, overlap)))
    .filter(({ expiresAt }) => now < plus(expiresAt!, KEPT_AFTER));
  return [added, ...older].slice(0, MAX_KEPT);
};

/**
 * Makes another secret, which is shown this once; the old one signs beside it for `overlapHours`. A retry with the same
 * idempotency key gives the one that it made another key. Throws WEBHOOK_ENDPOINT_NOT_FOUND, IDEMPOTENCY_MISMATCH,
 * VERSION_CONFLICT.
 */
export const rollWebhookSecret: UseCase<'rollWebhookSecret', RollNeeds> = (core) => async (context, input) => {
  const { id, overlapHours = OVERLAP } = input;
  const secretId = context.dryRun ? core.newId() : (await identify(core, context, 'rollWebhookSecret', input)).id;
  const added = makeSecret(core, secretId);
  const endpoint = await changeEndpoint(core, context, id, (before) => ({
    ...before,
    secrets: rolled(before.secrets, added, overlapHours * HOUR, core.realNow()),
  }));
  if (!context.dryRun) await note(core, context, 'webhook_endpoint.secret_rolled', { kind: 'webhook_endpoint', id });
  return { data: createdEndpointView(endpoint, core.realNow()) };
};
