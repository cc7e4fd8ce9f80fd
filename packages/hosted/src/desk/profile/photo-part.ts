import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { isCoachBookingError, type Coach } from '@coach-booking/sdk';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import { dialogView } from '../../ui/dialog.ts';
import { showToast } from '../../ui/toasts.ts';
import type { ProfileCalls } from './calls.ts';
import { LEAST_SIDE } from './cut.ts';
import type { PhotoCrop } from './photo-crop.ts';
import { profileTextsFor, type ProfileTexts } from './texts/index.ts';
import { initialsOf } from '../initials.ts';

type Photo = Coach['photo'];

/** The part of the page that the photo uses. */
export interface PhotoHost {
  readonly page: LitElement;
  coach(): Coach | null;
  calls(): Pick<ProfileCalls, 'setCoachPhoto' | 'removeCoachPhoto'>;
  /** Returns the photo at an address in base64, to have it back. */
  read(url: string): Promise<string>;
  sentenceOf(error: unknown): string;
  changed(photo: Photo): void;
}

/** Renders the photo, or the letters of the name. */
export function faceView({ name, photo }: Pick<Coach, 'name' | 'photo'>, alt: string): TemplateResult {
  return photo
    ? html`<img class="face" src=${photo.url} alt=${alt} width="96" height="96" />`
    : html`<span class="face" aria-hidden="true">${initialsOf(name)}</span>`;
}

/** The photo of the profile: chosen, cut and sent at once, apart from the form; what was removed can be put back. */
export class PhotoPart {
  #picture: ImageBitmap | null = null;
  #isBusy = false;
  #problem = '';

  constructor(private readonly host: PhotoHost) {}

  get #texts(): ProfileTexts {
    return profileTextsFor(pageLanguage()).texts;
  }

  #update(): void {
    this.host.page.requestUpdate();
  }

  #fail(text: string): void {
    this.#problem = text;
    this.#update();
  }

  #close(): void {
    this.#picture?.close();
    this.#picture = null;
    this.#update();
  }

  readonly #choose = async (event: Event): Promise<void> => {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    // The same file can be chosen again.
    field.value = '';
    if (!file) return;
    this.#fail('');
    const picture = await createImageBitmap(file).catch(() => null);
    if (!picture) return this.#fail(this.#texts.not_an_image);
    if (Math.min(picture.width, picture.height) < LEAST_SIDE) return this.#fail(this.#texts.too_small);
    this.#picture = picture;
    this.#update();
  };

  #sentenceOf(error: unknown): string {
    if (!isCoachBookingError(error)) return this.host.sentenceOf(error);
    const { photo } = error.details;
    if (photo) return this.#texts[photo];
    return error.code === 'RATE_LIMITED' ? this.#texts.busy : this.host.sentenceOf(error);
  }

  /** Does one thing at a time, and shows what went wrong. Resolves to whether it was done. */
  async #run(act: () => Promise<void>): Promise<boolean> {
    if (this.#isBusy) return false;
    this.#isBusy = true;
    this.#fail('');
    try {
      await act();
      return true;
    } catch (error) {
      this.#fail(this.#sentenceOf(error));
      return false;
    } finally {
      this.#isBusy = false;
      this.#update();
    }
  }

  async #send(image: string): Promise<void> {
    const coach = this.host.coach()!.id;
    this.host.changed(await this.host.calls().setCoachPhoto({ coach, image }));
    showToast(this.#texts.photoSaved);
  }

  async #use(): Promise<void> {
    const crop = this.host.page.renderRoot.querySelector<PhotoCrop>('coach-desk-crop')!;
    if (await this.#run(async () => this.#send(await crop.photo()))) this.#close();
  }

  async #remove(): Promise<void> {
    const { id: coach, photo } = this.host.coach()!;
    let before: string | null = null;
    const isDone = await this.#run(async () => {
      before = await this.host.read(photo!.url).catch(() => null);
      await this.host.calls().removeCoachPhoto({ coach });
      this.host.changed(null);
    });
    if (!isDone) return;
    const putBack = () => void this.#run(async () => this.#send(before!));
    showToast(this.#texts.photoRemoved, before ? { action: { text: this.#texts.undo, run: putBack } } : {});
  }

  #problemView(): TemplateResult {
    return html`<div role="alert">${this.#problem ? html`<p class="problem">${this.#problem}</p>` : nothing}</div>`;
  }

  /** Renders the photo with what can be done with it. */
  view(coach: Coach, mayChange: boolean): TemplateResult {
    const texts = this.#texts;
    const choose = () => this.host.page.renderRoot.querySelector<HTMLInputElement>('#file')!.click();
    return html`<section class="card" aria-labelledby="photo-title">
      <h2 id="photo-title">${texts.photo}</h2>
      <div class="photo">
        ${faceView(coach, filled(texts.photoOf, { name: isolated(coach.name) }))}
        <div>
          <p class="quiet">${texts.photoText}</p>
          ${
            mayChange
              ? html`<input id="file" class="vh" type="file" tabindex="-1" aria-hidden="true" accept="image/jpeg,image/png,image/webp,image/*" @change=${this.#choose} />
                <div class="actions">
                  <button type="button" id="choose-photo" aria-disabled=${this.#isBusy} @click=${choose}>${coach.photo ? texts.changePhoto : texts.addPhoto}</button>
                  ${coach.photo ? html`<button type="button" aria-disabled=${this.#isBusy} @click=${() => void this.#remove()}>${texts.removePhoto}</button>` : nothing}
                </div>`
              : nothing
          }
          ${this.#picture ? nothing : this.#problemView()}
        </div>
      </div>
    </section>`;
  }

  /** Renders the dialog in which a picture is cut. */
  dialog(): TemplateResult | typeof nothing {
    if (!this.#picture) return nothing;
    const texts = this.#texts;
    return dialogView({
      title: texts.cropTitle,
      closeText: texts.close,
      closed: () => this.#close(),
      content: html`<coach-desk-crop .picture=${this.#picture}></coach-desk-crop>
        ${this.#problemView()}
        <div class="actions">
          <button type="button" class="go" aria-disabled=${this.#isBusy} @click=${() => void this.#use()}>${texts.usePhoto}</button>
        </div>`,
    });
  }
}
