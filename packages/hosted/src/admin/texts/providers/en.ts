/** The texts of the admin page about providers of accounts, in English. */
export const en = {
  providers: 'Providers',
  providersText:
    'By which OAuth clients your coaches connect their accounts, for calendars and meetings. A client is registered once with each provider, with the redirect address below.',
  integration_source_partner: 'Your own client is used.',
  integration_source_server: 'The client of this server is used. A client of your own takes its place.',
  integration_source_none: 'No client is set, so coaches cannot connect accounts of this provider.',
  integrationRedirect: 'Redirect address to register:',
  integrationGoogle:
    'Publish the app: as long as its state at Google is “Testing”, every connection ends after 7 days.',
  integration_clientId: 'Client ID',
  integration_clientSecret: 'Client secret',
  integration_accountId: 'Account ID',
  integration_webhookSecret: 'Secret token of webhooks',
  integrationTenant: 'Directory (tenant) ID',
  integrationTenantHint: 'only accounts of this directory can be connected; empty: all',
  integrationZoomAccountHint:
    'of a Server-to-Server app, which works for all coaches at once; empty: each connects their own',
  integrationSecretHint: 'one is stored; to save, enter it again',
  integrationMissing: 'Please fill this in.',
  integrationSave: 'Save {provider}',
  integrationRemove: 'Remove {provider}',
  integrationRemoveTitle: 'Remove the client of {provider}?',
  integrationRemoveText:
    'Accounts that were connected with it stop working within an hour or so, and their coaches get a mail then.',
  videoFallback: 'When a meeting could not be made',
  videoFallbackText:
    'Where sessions meet when Zoom or Google has made no meeting. Services can have a room of their own for that, which comes first. The link that people have already leads there.',
  videoFallbackProvider: 'Room in place of the meeting',
  videoFallback_none: 'None: coaches send a link themselves',
  videoFallback_fixed: 'A room that stays, shared by all',
  videoFallback_jitsi: 'A room of its own for each booking, on a Jitsi server',
  videoFallbackUrl: 'Address of the room',
  videoFallbackServer: 'Address of the Jitsi server',
  videoFallbackHint: 'have its waiting room on, since sessions at the same time meet there',
};
