import type { ConnectedProvider, ProviderConnection } from '../../domain/provider-connection/provider-connection.ts';
import type { Core } from '../ports/core.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import type { UseCase } from '../ports/use-case.ts';
import { callApi, type CallApiNeeds } from './call-api.ts';
import { failureOfReply } from './call-provider.ts';
import { changeConnection } from './change-connection.ts';
import { connectedAccountView } from './connected-account-view.ts';
import { findConnection, type FindConnectionNeeds } from './find-connection.ts';

type TestNeeds = FindConnectionNeeds & CallApiNeeds & Pick<Core, 'connectionUsers'>;

/** A question to each provider that changes nothing. */
const QUESTIONS: Readonly<Record<ConnectedProvider, string>> = {
  google: '/users/me/calendarList?maxResults=1&fields=kind',
  microsoft: '/me?$select=id',
  zoom: '/users/me',
};

/** Asks the provider. Returns the code of what went wrong; undefined where nothing did. */
const codeOfTest = async (core: TestNeeds, { id, provider }: ProviderConnection): Promise<string | undefined> => {
  const url = `${core.providers.siteOf(provider).api}${QUESTIONS[provider]}`;
  try {
    const reply = await callApi(core, id, { method: 'GET', url });
    return reply.status < 300 ? undefined : failureOfReply(core, reply, 'GET').code;
  } catch (error) {
    if (error instanceof ProviderFailure) return error.code;
    throw error;
  }
};

/**
 * Sees whether the provider still takes a connection, and notes what came of it. In mode test nothing is asked (R11).
 * Throws COACH_NOT_FOUND, CONNECTED_ACCOUNT_NOT_FOUND.
 */
export const testConnectedAccount: UseCase<'testConnectedAccount', TestNeeds> = (core) => async (context, input) => {
  const connection = await findConnection(core, context, input);
  const isAsked = connection.mode === 'live' && !context.dryRun && connection.state === 'ok';
  if (!isAsked) return { data: await connectedAccountView(core, connection) };
  const code = await codeOfTest(core, connection);
  const at = core.realNow();
  const after = await changeConnection(core, connection.id, (stored) => {
    if (stored.state === 'revoked') return null;
    const { failure: _before, ...rest } = stored;
    return code === undefined ? rest : { ...rest, failure: { code, at } };
  });
  return { data: await connectedAccountView(core, after ?? connection) };
};
