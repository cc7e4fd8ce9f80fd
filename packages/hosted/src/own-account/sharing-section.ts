import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from './calls.ts';
import { ListSection } from './list-section.ts';
import { fill } from './texts/index.ts';

/**
 * The coaches who see a client's profile, and those who ask to. Nothing is ever ticked in advance: sharing is the
 * client's decision (S1).
 */
export class SharingSection extends ListSection<Connection> {
  protected override readonly heading = 'sharingTitle';

  protected override read(): Promise<readonly Connection[]> {
    return this.view.calls.connections();
  }

  #done = async (act: Promise<unknown>): Promise<string> => {
    await act;
    await this.reload();
    return this.view.texts.sharingSaved;
  };

  readonly #save = (event: Event): void => {
    event.preventDefault();
    const { calls, texts } = this.view;
    const ticked = [...(event.target as HTMLFormElement).querySelectorAll<HTMLInputElement>('input:checked')].map(
      ({ value }) => value,
    );
    if (ticked.length === 0) return this.complain('sharing', texts.tickOne);
    void this.run('sharing', () => this.#done(Promise.all(ticked.map((id) => calls.accept(id)))));
  };

  #questions(asked: readonly Connection[]): TemplateResult | typeof nothing {
    const { texts, calls } = this.view;
    if (asked.length === 0) return nothing;
    return html`<form novalidate aria-label=${texts.sharingTitle} @submit=${this.#save}>
      ${asked.map(
        ({ coachId, coachName }) =>
          html`<div>
            <label class="tick"><input type="checkbox" name="share" value=${coachId} />${fill(texts.share, { coach: coachName })}</label>
            ${this.button('sharing', fill(texts.noThanks, { coach: coachName }), () => this.#done(calls.decline(coachId)))}
          </div>`,
      )}
      <div class="actions"><button type="submit" class="go" aria-disabled=${this.isBusy}>${texts.saveShares}</button></div>
    </form>`;
  }

  #answered({ coachId, coachName: coach, state, since }: Connection): TemplateResult {
    const { texts, calls, day } = this.view;
    const sees = state === 'accepted';
    return html`<li class="row">
      <span>${sees ? fill(texts.sees, { coach, when: since ? day(since) : '' }) : fill(texts.notShared, { coach })}</span>
      ${sees ? this.button('sharing', fill(texts.stopSharing, { coach }), () => this.#done(calls.withdraw(coachId))) : this.button('sharing', fill(texts.shareWith, { coach }), () => this.#done(calls.accept(coachId)))}
    </li>`;
  }

  protected override list(connections: readonly Connection[]): TemplateResult {
    const { texts } = this.view;
    const asked = connections.filter(({ state }) => state === 'asked');
    const answered = connections.filter(({ state }) => state !== 'asked');
    return html`<p class="quiet">${texts.sharingText}</p>
      ${this.problemOf('sharing')} ${connections.length === 0 ? html`<p>${texts.nobodySees}</p>` : nothing} ${this.#questions(asked)}
      ${answered.length > 0 ? html`<ul>${answered.map((one) => this.#answered(one))}</ul>` : nothing}`;
  }
}
