export { createKey } from './create-key.ts';
export { getPartner } from './get-partner.ts';
export { revokeKey } from './revoke-key.ts';
export { rollKey } from './roll-key.ts';
export { updatePartner } from './update-partner.ts';
