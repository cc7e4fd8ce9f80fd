import { instantText } from '../kernel/instants.ts';
import type { UseCase } from '../ports/use-case.ts';
import { adminLink, checkAdmin, type AdminLinkNeeds } from './admin-link.ts';
import { findPartner } from './find-partner.ts';
import { contextOfPartner } from './operator-context.ts';
import type { Core } from '../ports/core.ts';

type CreateAdminLinkNeeds = Pick<Core, 'partners'> & AdminLinkNeeds;

/** Returns a link by which an admin chooses a password. Throws PARTNER_NOT_FOUND, USER_NOT_FOUND, INVALID_REQUEST. */
export const createAdminLink: UseCase<'createAdminLink', CreateAdminLinkNeeds> =
  (core) =>
  async (context, { id, ...admin }) => {
    checkAdmin(admin);
    const partner = await findPartner(core, id);
    const { link, expiresAt } = await adminLink(core, contextOfPartner(context, partner.id), partner, admin);
    return { data: { adminLink: link, expiresAt: instantText(expiresAt) } };
  };
