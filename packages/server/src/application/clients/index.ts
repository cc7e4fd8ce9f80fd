export { acceptConnection } from './accept-connection.ts';
export { getClientNotes, updateClientNotes } from './client-notes.ts';
export { declineConnection } from './decline-connection.ts';
export { getClient } from './get-client.ts';
export { getMyProfile } from './get-my-profile.ts';
export { listClients } from './list-clients.ts';
export { listMyConnections } from './list-my-connections.ts';
export { updateMyProfile } from './update-my-profile.ts';
export { withdrawConnection } from './withdraw-connection.ts';
