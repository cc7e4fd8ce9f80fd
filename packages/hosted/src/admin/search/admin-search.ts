import { pageLanguage } from '../../page-language.ts';
import { named, SearchDialog, type Found } from '../../shell/search/search-dialog.ts';
import { coachesOf } from '../coaches-of.ts';
import { hashOf, sectionNames } from '../route.ts';
import type { AdminView } from '../view.ts';

/** The shortest text by which people are sought, and the most of one kind. */
const SHORTEST = 2;
const MOST = 6;

/** The search of the administration: pages, coaches, and everybody who has an account. */
export class AdminSearch extends SearchDialog {
  static override properties = { ...SearchDialog.properties, view: { attribute: false } };

  declare view: AdminView;

  protected override readonly label = 'accountLabel';

  protected override known(q: string): readonly Found[] {
    const { say } = this.view;
    const language = pageLanguage();
    const pages = sectionNames.map((name) => ({ text: say(name), href: hashOf(name) }));
    const coaches = coachesOf(this.view).map(({ name, id, specialties }) => ({
      text: name,
      detail: specialties.join(' · '),
      href: hashOf('coaches', id),
    }));
    return [
      ...named(q, pages, language).map((page): Found => ({ ...page, kind: 'pages', detail: '' })),
      ...(q.length < SHORTEST
        ? []
        : named(q, coaches, language)
            .slice(0, MOST)
            .map((coach): Found => ({ ...coach, kind: 'coaches' }))),
    ];
  }

  protected override mayAsk(q: string): boolean {
    return q.length >= SHORTEST;
  }

  protected override async ask(q: string): Promise<readonly Found[]> {
    const { items } = await this.view.calls.listUsers({ q, limit: MOST });
    return items.map(({ id, name, email, role }): Found => ({
      kind: 'people',
      text: name,
      detail: [this.view.say(`role_${role}`), email].join(' · '),
      href: hashOf('users', id),
    }));
  }
}
