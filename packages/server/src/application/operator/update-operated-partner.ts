import { trimmed } from '../kernel/scope.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import { changePartner, type PartnerChange, type ChangePartnerNeeds } from '../partner/change-partner.ts';
import { hostsOf, originsOf } from '../partner/origins.ts';
import type { Partner } from '../ports/partners.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { UseCase } from '../ports/use-case.ts';
import { findPartner } from './find-partner.ts';
import { withLimits } from './limits.ts';
import { checkPartnerSlug } from './new-partner.ts';
import { operatedView } from './operated-view.ts';
import { contextOfPartner } from './operator-context.ts';

type UpdateOperatedPartnerNeeds = Pick<Core, 'guestCaps' | 'realNow' | 'publicUrl'> & ChangePartnerNeeds;

type Patch = Omit<InputOf<'updateOperatedPartner'>, 'id'>;

/** Validates the input before anything is read. Throws INVALID_REQUEST. */
const checked = (
  { publicUrl }: Pick<Core, 'publicUrl'>,
  { name, slug, allowedOrigins, hosts }: Patch,
): PartnerChange['partner'] => {
  if (slug !== undefined) checkPartnerSlug(slug);
  return present({
    name: name === undefined ? undefined : trimmed('name', name),
    slug,
    allowedOrigins: allowedOrigins && originsOf(allowedOrigins),
    hosts: hosts && hostsOf(hosts, publicUrl()),
  });
};

const actionOf = ({ suspendedAt }: Partner, suspended: boolean | undefined): PartnerChange['action'] => {
  if (suspended === undefined || suspended === (suspendedAt !== undefined)) return 'partner.updated';
  return suspended ? 'partner.suspended' : 'partner.resumed';
};

/**
 * Changes the given fields of a partner, suspends it or resumes it. Other processes apply it within seconds. Throws
 * PARTNER_NOT_FOUND, INVALID_REQUEST, SLUG_TAKEN, HOST_TAKEN, VERSION_CONFLICT for another version.
 */
export const updateOperatedPartner: UseCase<'updateOperatedPartner', UpdateOperatedPartnerNeeds> =
  (core) =>
  async (context, { id, version, suspended, limits, ...patch }) => {
    const given = checked(core, patch);
    const partner = await changePartner(core, contextOfPartner(context, (await findPartner(core, id)).id), (old) => {
      if (version !== undefined && version !== old.version)
        throw new Refusal('VERSION_CONFLICT', `The partner is at version ${old.version}.`, { version: old.version });
      const since =
        suspended === undefined ? {} : { suspendedAt: suspended ? (old.suspendedAt ?? core.realNow()) : undefined };
      return {
        partner: { ...given, ...since, ...(limits && { limits: withLimits(old.limits, limits) }) },
        action: actionOf(old, suspended),
      };
    });
    return { data: operatedView(core, partner) };
  };
