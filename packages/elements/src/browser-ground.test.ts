import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, css } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { atom } from 'nanostores';

@customElement('ground-sample')
class GroundSample extends LitElement {
  static override styles = css`
    button {
      min-height: 44px;
    }
  `;
  @property() label = 'Book';
  override render() {
    return html`<button>${this.label}</button>`;
  }
}

describe('the browser ground', () => {
  it('compiles decorators, renders and passes axe', async () => {
    const element = await fixture<GroundSample>(html`<ground-sample label="Book a session"></ground-sample>`);
    expect(element.shadowRoot?.textContent).to.contain('Book a session');
    await expect(element).to.be.accessible();
  });

  it('loads nanostores, whose bundle asks for process.env', () => {
    const count = atom(1);
    count.set(2);
    expect(count.get()).to.equal(2);
  });
});
