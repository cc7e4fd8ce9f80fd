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
};
