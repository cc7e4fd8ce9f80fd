import { managePageOf } from '../../domain/partner/manage-page.ts';
import type { Mode } from '../kernel/context.ts';
import { refuseInput } from '../kernel/scope.ts';
import type { Partner } from '../ports/partners.ts';

/**
 * Returns the pages of both modes after a change of one, where null resets to the hosted page. Throws INVALID_REQUEST
 * for a page that is not on an allowed origin.
 */
export function withManagePage(
  { manageUrls, allowedOrigins }: Pick<Partner, 'manageUrls' | 'allowedOrigins'>,
  mode: Mode,
  text: string | null,
): NonNullable<Partner['manageUrls']> {
  const { [mode]: _old, ...other } = manageUrls ?? {};
  if (text === null) return other;
  const page = managePageOf(text, allowedOrigins);
  return 'problem' in page ? refuseInput('manageUrl', page.problem) : { ...other, [mode]: page.url };
}
