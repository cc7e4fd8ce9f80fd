export { createAdminLink } from './create-admin-link.ts';
export { createPartner } from './create-partner.ts';
export { getOperatedPartner } from './get-operated-partner.ts';
export { listPartners } from './list-partners.ts';
export { updateOperatedPartner } from './update-operated-partner.ts';
