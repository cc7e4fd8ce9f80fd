import { LitElement, css, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { pageLanguage } from '../../page-language.ts';
import { styles } from '../../styles.ts';
import { cutWithin, drawCut, firstCut, mostZoom, pictureOf, sideOf, type Cut } from './cut.ts';
import { profileTextsFor } from './texts/index.ts';

/** The pixels of the canvas, drawn twice as fine as it is shown. */
const CANVAS = 560;
/** The part of a square by which an arrow key moves it. */
const STEP = 0.05;

/** Shows which part of a picture becomes the photo: moved by pointer and arrow keys, zoomed by a slider. */
export class PhotoCrop extends LitElement {
  static override styles = [
    styles,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 16px;
      }
      canvas {
        display: block;
        width: min(280px, 100%);
        aspect-ratio: 1;
        border-radius: 50%;
        outline-offset: 4px;
        cursor: grab;
        touch-action: none;
      }
      canvas:active {
        cursor: grabbing;
      }
      label {
        display: grid;
        gap: 4px;
        width: min(280px, 100%);
      }
    `,
  ];
  static override properties: PropertyDeclarations = { picture: { attribute: false } };

  declare picture: ImageBitmap;
  #cut: Cut | null = null;

  get #now(): Cut {
    return this.#cut ?? firstCut(this.picture);
  }

  /** Returns the part that is shown, as a JPEG in base64. */
  photo(): Promise<string> {
    return pictureOf(this.picture, this.#now);
  }

  #change(change: Partial<Cut>): void {
    this.#cut = cutWithin(this.picture, { ...this.#now, ...change });
    this.requestUpdate();
  }

  /** Moves by parts of the square. */
  #move(right: number, down: number): void {
    const { x, y } = this.#now;
    const side = sideOf(this.picture, this.#now);
    this.#change({ x: x + right * side, y: y + down * side });
  }

  readonly #drag = (event: PointerEvent): void => {
    const canvas = event.currentTarget as HTMLCanvasElement;
    if (event.type === 'pointerdown') return canvas.setPointerCapture(event.pointerId);
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    this.#move(-event.movementX / canvas.clientWidth, -event.movementY / canvas.clientHeight);
  };

  readonly #press = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-STEP, 0],
      ArrowRight: [STEP, 0],
      ArrowUp: [0, -STEP],
      ArrowDown: [0, STEP],
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    this.#move(...step);
  };

  protected override updated(): void {
    drawCut(this.renderRoot.querySelector('canvas')!, this.picture, this.#now);
  }

  protected override render(): TemplateResult {
    const { texts } = profileTextsFor(pageLanguage());
    return html`<p class="quiet" id="how">${texts.cropText}</p>
      <canvas width=${CANVAS} height=${CANVAS} tabindex="0" role="application" aria-label=${texts.cropTitle} aria-describedby="how"
        @pointerdown=${this.#drag} @pointermove=${this.#drag} @keydown=${this.#press}></canvas>
      <label for="zoom">${texts.zoom}
        <input id="zoom" type="range" min="1" max=${mostZoom(this.picture)} step="0.01" .value=${String(this.#now.zoom)} @input=${(event: Event) => this.#change({ zoom: +(event.target as HTMLInputElement).value })} />
      </label>`;
  }
}
