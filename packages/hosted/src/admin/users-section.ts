import { html, type TemplateResult } from 'lit';
import type { User } from '@coach-booking/sdk';
import { filterForm, filterInput, filterSelect } from './filters.ts';
import { ListLoader } from '../reading/list-loader.ts';
import { headingView, linkTo, listView, type Column } from './parts.ts';
import { roles } from './role-choice.ts';
import { hashOf } from './route.ts';
import { Section } from './section.ts';
import type { AdminView } from './view.ts';

/** Returns the state of an account in words. */
export function stateOf({ say }: AdminView, { active, emailVerified }: User): string {
  return active ? say(emailVerified ? 'verified' : 'unverified') : say('closed');
}

/** `#users`: the accounts, by role, searched by name and e-mail. */
export class AdminUsers extends Section {
  readonly #list = new ListLoader<User>();

  constructor() {
    super();
    this.follow(this.#list.$state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#list.stop();
  }

  protected override read(): void {
    const { q } = this.route.query;
    const role = roles.find((name) => name === this.route.query['role']);
    void this.#list.start((cursor, signal) =>
      this.view.calls.listUsers({ ...(role && { role }), ...(q && { q }), ...cursor }, { signal }),
    );
  }

  #columns(): readonly Column<User>[] {
    const { say, format } = this.view;
    return [
      { title: say('name'), cell: ({ id, name }) => linkTo(name, 'users', id) },
      { title: say('email'), cell: ({ email }) => html`<span class="wide-text">${email}</span>` },
      { title: say('role'), cell: ({ role }) => say(`role_${role}`) },
      {
        title: say('state'),
        cell: (user) => html`<span class=${user.active ? '' : 'off'}>${stateOf(this.view, user)}</span>`,
      },
      { title: say('since'), cell: ({ createdAt }) => format.day(createdAt) },
    ];
  }

  protected override render(): TemplateResult {
    const { view, route } = this;
    const { say } = view;
    const invite = html`<a class="button go" href=${hashOf('users', 'new')}>${say('invite')}</a>`;
    return html`${headingView(say('users'), say('usersText'), invite)}
    ${filterForm(view, route, [
      filterSelect('role', say('role'), route.query['role'], [
        ['', say('all')],
        ...roles.map((role) => [role, say(`role_${role}`)] as const),
      ]),
      filterInput('q', say('search'), route.query['q'], { type: 'search', longest: 100 }),
    ])}
    ${listView(view, this.#list.$state.get(), {
      label: say('users'),
      columns: this.#columns(),
      empty: 'noUsers',
      more: this.#list.more,
      retry: this.#list.retry,
    })}`;
  }
}
