import { expect } from '@open-wc/testing';
import { html, type PropertyDeclarations } from 'lit';
import { PageSection } from './page-section.ts';

class GreetingSection extends PageSection {
  static override properties: PropertyDeclarations = { session: { attribute: false } };
  declare session: (() => string) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.run('read', async () => `Hello, ${this.session!()}.`);
  }

  protected override render() {
    return html`<main>${this.outcome('read')}</main>`;
  }
}

/** Returns an element as the desk draws it, with its properties, whether or not its code is there. */
const drawn = (name: string): GreetingSection => {
  const element = document.createElement(name) as GreetingSection;
  element.session = () => 'Maria';
  document.body.append(element);
  return element;
};
const settled = async (element: GreetingSection): Promise<string> => {
  for (let turn = 0; turn < 5; turn++) await new Promise((done) => setTimeout(done));
  const text = element.shadowRoot!.textContent.trim();
  element.remove();
  return text;
};

describe('a section of the desk', () => {
  it('reads with the properties that it was given before its code had come', async () => {
    const early = drawn('coach-early-section');
    customElements.define('coach-early-section', class extends GreetingSection {});
    expect(await settled(early)).to.equal('Hello, Maria.');
  });

  it('reads with them when its code was there already', async () => {
    customElements.define('coach-late-section', class extends GreetingSection {});
    expect(await settled(drawn('coach-late-section'))).to.equal('Hello, Maria.');
  });
});
