import { refuseConflict } from '../kernel/compare-and-set.ts';
import { present } from '../kernel/present.ts';
import { refuseInput, scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { integrationView, type IntegrationViewNeeds } from './integration-view.ts';

type SetNeeds = IntegrationViewNeeds & Pick<Core, 'integrations' | 'realNow'>;

/**
 * Sets the OAuth client of a provider, in place of the one before. Throws VERSION_CONFLICT, INVALID_REQUEST for a value
 * with a space in it and for an account of Google, which has none.
 */
export const setIntegration: UseCase<'setIntegration', SetNeeds> = (core) => async (context, input) => {
  const { provider, version, clientId, clientSecret, accountId, webhookSecret } = input;
  if (provider === 'google' && accountId !== undefined) refuseInput('accountId', 'Google has none.');
  const given = Object.entries({ clientId, clientSecret, ...present({ accountId, webhookSecret }) });
  // Copied with a blank or a line break, a provider would refuse them without a word that helps.
  for (const [name, value] of given)
    if (!/^[\x21-\x7e]+$/.test(value.trim()))
      refuseInput(name, 'Must have no space, and no letters but those of ASCII.');
  const scope = scopeOf(context);
  const before = await core.integrations.byProvider(scope, provider);
  const known = before?.version ?? 0;
  const view = (own: typeof before) => integrationView(core, provider, own);
  if (version !== undefined && version !== known) refuseConflict('It was changed in the meantime.', view(before));
  const integration = {
    ...scope,
    provider,
    clientId: clientId.trim(),
    clientSecret: clientSecret.trim(),
    ...present({ accountId: accountId?.trim(), webhookSecret: webhookSecret?.trim() }),
    updatedAt: core.realNow(),
    version: known + 1,
  };
  if (!context.dryRun && !(await core.integrations.replace(integration, known)))
    refuseConflict('It was changed in the meantime.', view(await core.integrations.byProvider(scope, provider)));
  return { data: view(integration) };
};
