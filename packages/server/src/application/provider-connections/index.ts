export { addConnectedAccount } from './add-connected-account.ts';
export { connectAccount } from './connect-account.ts';
export { disconnectAccount } from './disconnect-account.ts';
export { listConnectedAccounts } from './list-connected-accounts.ts';
export { listIntegrations } from './list-integrations.ts';
export { removeIntegration } from './remove-integration.ts';
export { setIntegration } from './set-integration.ts';
export { testConnectedAccount } from './test-connected-account.ts';
