import { html, nothing, type TemplateResult } from 'lit';

/** Hides a logo that cannot be loaded; the name below it stays. */
const hide = (event: Event): void => {
  (event.target as HTMLElement).hidden = true;
};

/** Renders the business whose page it is, above the title: its logo, where it has one, and its name. */
export function businessView(partner: string, logoUrl: string | undefined): TemplateResult {
  return html`${logoUrl?.startsWith('https://') ? html`<img class="logo" src=${logoUrl} alt="" referrerpolicy="no-referrer" @error=${hide} />` : nothing}
    ${partner ? html`<p class="quiet"><bdi>${partner}</bdi></p>` : nothing}`;
}
