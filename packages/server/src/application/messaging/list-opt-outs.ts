import { emailKeyOf } from '../../domain/person/written.ts';
import type { InputOf } from '../kernel/contract.ts';
import { page } from '../kernel/page.ts';
import { present } from '../kernel/present.ts';
import { refuseInput, scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { OptOut, OptOutContact, OptOutPosition } from '../ports/opt-outs.ts';
import type { UseCase } from '../ports/use-case.ts';
import { optOutView } from './opt-out-view.ts';

type Asked = Pick<InputOf<'listOptOuts'>, 'email' | 'phone'>;

/** Returns the contact that is asked for; null for all. Throws INVALID_REQUEST for two. */
const contactOf = ({ phones }: Pick<Core, 'phones'>, { email, phone }: Asked): OptOutContact | null => {
  if (email !== undefined && phone !== undefined) refuseInput('phone', 'Send email or phone, not both.');
  if (email !== undefined) return { channel: 'email', address: emailKeyOf(email) };
  return phone === undefined ? null : { channel: 'sms', address: phones.normalise(phone) };
};

/** Returns whether it comes after this position in the order of the list. */
const isBehind = ({ since, id }: OptOut, after: OptOutPosition): boolean =>
  since < after.since || (since === after.since && id > after.id);

/**
 * Returns the opt-outs of the caller's partner and mode, page by page, the newest first, or those of one address.
 * Throws INVALID_REQUEST for two addresses, and for a cursor of another list.
 */
export const listOptOuts: UseCase<'listOptOuts', Pick<Core, 'tokens' | 'optOuts' | 'phones'>> =
  (core) => async (context, input) => {
    const scope = scopeOf(context);
    const contact = contactOf(core, input);
    const listing = {
      list: 'listOptOuts' as const,
      filters: { ...scope, ...present({ contact: contact ?? undefined }) },
      positionOf: ({ since, id }: OptOut) => ({ since, id }),
      read: async (asked: { readonly after?: OptOutPosition; readonly limit: number }) => {
        if (!contact) return { rows: await core.optOuts.list({ ...scope, ...asked }) };
        // One contact has a few, one for each kind.
        const all = await core.optOuts.allOf(scope, contact);
        const { after } = asked;
        return { rows: all.filter((one) => !after || isBehind(one, after)) };
      },
    };
    const { rows, meta } = await page(core, listing, input);
    return { data: rows.map(optOutView), meta };
  };
