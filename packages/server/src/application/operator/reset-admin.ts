import { takeSecondFactor, type TakeSecondFactorNeeds } from '../accounts/take-second-factor.ts';
import type { Context } from '../kernel/context.ts';
import { instantText } from '../kernel/instants.ts';
import type { Core } from '../ports/core.ts';
import { adminLink, checkAdmin, type AdminInput, type AdminLinkNeeds } from './admin-link.ts';
import { findPartner } from './find-partner.ts';
import { contextOfPartner } from './operator-context.ts';

type ResetAdminNeeds = Pick<Core, 'partners'> & AdminLinkNeeds & TakeSecondFactorNeeds;

export interface ResetAdminInput extends AdminInput {
  /** Id or slug of the partner. */
  readonly id: string;
  /** Removes the admin's second factor too, where there is one. */
  readonly secondFactor: boolean;
}

/** The result for the admin's second factor: there was `none`, it was `kept`, or it was removed (`reset`). */
export type SecondFactorFate = 'none' | 'kept' | 'reset';

export interface ResetAdmin {
  /** The link by which the admin chooses a password; works once. */
  readonly adminLink: string;
  /** UTC instant. */
  readonly expiresAt: string;
  readonly secondFactor: SecondFactorFate;
}

/**
 * Gives an admin another link to choose a password, and removes a lost second factor when requested. No operation of
 * the API: it is for the operator's commands on the store. Throws PARTNER_NOT_FOUND, USER_NOT_FOUND, INVALID_REQUEST.
 */
export function resetAdmin(core: ResetAdminNeeds) {
  return async (context: Context, { id, secondFactor, ...input }: ResetAdminInput): Promise<ResetAdmin> => {
    checkAdmin(input);
    const partner = await findPartner(core, id);
    const turned = contextOfPartner(context, partner.id);
    const { admin, link, expiresAt } = await adminLink(core, turned, partner, input);
    const made = { adminLink: link, expiresAt: instantText(expiresAt) };
    if (!admin.secondFactor?.isEnabled) return { ...made, secondFactor: 'none' };
    if (!secondFactor) return { ...made, secondFactor: 'kept' };
    await takeSecondFactor(core, turned, admin.id);
    return { ...made, secondFactor: 'reset' };
  };
}
