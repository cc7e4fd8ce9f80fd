import { expect } from '@open-wc/testing';
import { CoachBooking } from './coach-booking.ts';
import { defineCoachBooking } from './register.ts';

/** A part of `customElements`, and the warnings that were written. */
function registry(known?: object) {
  const warnings: string[] = [];
  const defined: unknown[] = [];
  const elements = { get: () => known, define: (...given: unknown[]) => defined.push(...given) };
  const define = () => {
    const { console } = globalThis;
    const { warn } = console;
    console.warn = (text: string) => warnings.push(text);
    defineCoachBooking(elements as unknown as CustomElementRegistry);
    console.warn = warn;
  };
  return { warnings, defined, define };
}

describe('defining <coach-booking>', () => {
  it('defines the element', () => {
    const page = registry();
    page.define();
    expect(page.defined).to.deep.equal(['coach-booking', CoachBooking]);
  });

  it('writes nothing when this version is defined already', () => {
    const page = registry({ version: CoachBooking.version });
    page.define();
    expect([page.defined, page.warnings]).to.deep.equal([[], []]);
  });

  it('keeps another version and names both in the console', () => {
    const page = registry({ version: '0.0.9' });
    page.define();
    expect(page.defined).to.deep.equal([]);
    expect(page.warnings).to.deep.equal([`<coach-booking> 0.0.9 stays; ${CoachBooking.version} is ignored.`]);
  });
});
