import type { User } from '@coach-booking/sdk';
import type { DeskListPage } from '../src/desk/lists/desk-list-page.ts';
import { account } from './admin-stage.ts';
import { sessionOf } from './fake-session.ts';
import { StageLive } from './today-stage.ts';

export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn++) await new Promise((done) => setTimeout(done));
};

/** Renders a page of the desk with a list, as the desk does; the address that it writes is in `written`. */
export async function openListPage<P extends DeskListPage>(
  tag: string,
  { user = account('coach'), item = '' }: { readonly user?: User; readonly item?: string } = {},
): Promise<P> {
  for (const old of document.querySelectorAll(tag)) old.remove();
  const page = document.createElement(tag) as P;
  const addressTo: DeskListPage['addressTo'] = (to, { item: below = '', query = {} } = {}) => {
    const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value));
    return `/desk/${to}${below && `/${below}`}${asked.size > 0 ? `?${asked}` : ''}`;
  };
  Object.assign(page, {
    session: sessionOf(user),
    user,
    item,
    addressTo,
    coach: 'me',
    base: '/desk',
    mayChange: true,
    goTo: () => undefined,
    live: new StageLive(),
  });
  document.body.append(page);
  await settle();
  return page;
}

export const plain = (text: string | null | undefined): string =>
  (text ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/[\s\u202f]+/g, ' ')
    .trim();
