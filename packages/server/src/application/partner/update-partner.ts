import { originOf } from '../../domain/partner/origin.ts';
import { present } from '../present.ts';
import { Refusal } from '../refusal.ts';
import { trimmed } from '../trimmed.ts';
import type { UseCase } from '../use-case.ts';
import { rebranded } from './branding.ts';
import { changePartner, refuseTestMode } from './change-partner.ts';
import { partnerView } from './partner-view.ts';

/** The origins as browsers send them, each once. Throws INVALID_REQUEST with all that are wrong. */
const originsOf = (texts: readonly string[]): readonly string[] => {
  const read = texts.map(originOf);
  const problems = read.flatMap((one, n) => ('problem' in one ? [{ path: `allowedOrigins.${n}`, message: one.problem }] : []));
  if (problems.length > 0) throw new Refusal('INVALID_REQUEST', 'Not all of these are origins.', { problems });
  return [...new Set(read.flatMap((one) => ('origin' in one ? [one.origin] : [])))];
};

/**
 * Changes what is given; `branding` field by field, where null takes one away. Other processes act upon it within seconds. Throws
 * INVALID_REQUEST, VERSION_CONFLICT for who knows another version, PARTNER_NOT_FOUND, NOT_PERMITTED_FIELD in test mode once there are live keys.
 */
export const updatePartner: UseCase<'updatePartner'> =
  (core) =>
  async (context, { name, allowedOrigins, branding, version }) => {
    const given = present({
      name: name === undefined ? undefined : trimmed('name', name),
      allowedOrigins: allowedOrigins && originsOf(allowedOrigins),
    });
    const partner = await changePartner(core, context, (old) => {
      refuseTestMode(context, old, Object.keys({ ...given, ...(branding && { branding }) }));
      if (version !== undefined && version !== old.version)
        throw new Refusal('VERSION_CONFLICT', `The partner is at version ${old.version}.`, { version: old.version });
      return { partner: { ...given, ...(branding && { branding: rebranded(old.branding, branding) }) }, action: 'partner.updated' };
    });
    return { data: partnerView(partner, context.caller.mode) };
  };
