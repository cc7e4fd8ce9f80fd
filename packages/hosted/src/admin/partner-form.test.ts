import { expect } from '@open-wc/testing';
import type { Partner } from './calls.ts';
import { errorsIn, formOf, originOf, patchOf, rebased } from './partner-form.ts';

const base: Partner = {
  id: '1',
  slug: 'old',
  hosts: [],
  name: 'Old',
  allowedOrigins: ['https://a.example'],
  branding: { name: 'Brand', logoUrl: 'https://a.example/l.png' },
  guestCaps: { bookingsPerEmail: 3, bookingsPerAddress: 10, holdsPerAddress: 2 },
  challenge: false,
  requireSecondFactor: 'none',
  keys: [],
  version: 4,
};
const form = formOf(base);

describe('the form of a partner', () => {
  it('becomes a patch of the changed fields, branding field by field', () => {
    expect(patchOf(base, form)).to.equal(null);
    expect(patchOf(base, { ...form, name: ' Old ', origins: ['https://a.example/', ''] })).to.equal(null);
    expect(patchOf(base, { ...form, logoUrl: '', accent: '#AABBCC' })).to.deep.equal({
      branding: { logoUrl: null, accent: '#aabbcc' },
      version: 4,
    });
  });

  it('changes tone and texts, and takes both away', () => {
    const texts = [{ language: 'de', key: 'confirm', text: ' Los ' }] as const;
    expect(patchOf(base, { ...form, tone: 'informal', texts })).to.deep.equal({
      branding: { tone: 'informal', texts: [{ language: 'de', key: 'confirm', text: 'Los' }] },
      version: 4,
    });
    const had: Partner = { ...base, branding: { ...base.branding, tone: 'formal', texts: [...texts] } };
    expect(patchOf(had, { ...formOf(had), tone: '', texts: [] })).to.deep.equal({
      branding: { tone: null, texts: null },
      version: 4,
    });
  });

  it('validates texts: none empty, none twice in a language', () => {
    const text = (language: 'de' | 'en', words: string) => ({ language, key: 'confirm', text: words });
    const texts = [text('de', 'A'), text('en', ' '), text('de', 'B')];
    expect(errorsIn({ ...form, texts }, base)).to.deep.equal({
      'text-1': 'error_required',
      'text-2': 'error_textTwice',
    });
  });

  for (const [text, origin] of [
    [' https://Fit.example/page?x#y ', 'https://fit.example'],
    ['https://fit.example:8443', 'https://fit.example:8443'],
    ['http://localhost:5173/', 'http://localhost:5173'],
    ['fit.example', 'fit.example'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ] as const)
    it(`reads “${text}” as ${origin}`, () => {
      expect(originOf(text)).to.equal(origin);
    });

  it('takes a page to manage bookings on an allowed origin alone, and takes it away', () => {
    const typed = { ...form, manageUrl: ' https://a.example/my-booking ' };
    expect(errorsIn(typed, base)).to.deep.equal({});
    expect(patchOf(base, typed)).to.deep.equal({ manageUrl: 'https://a.example/my-booking', version: 4 });
    const had = { ...base, manageUrl: 'https://a.example/my-booking' };
    expect(patchOf(had, { ...formOf(had), manageUrl: '' })).to.deep.equal({ manageUrl: null, version: 4 });
    for (const manageUrl of ['https://b.example/my-booking', 'https://a.example/#/booking', 'my-booking'])
      expect(errorsIn({ ...form, manageUrl }, base)).to.deep.equal({ manageUrl: 'error_manageUrl' });
  });

  it('validates the form field by field', () => {
    const wrong = {
      ...form,
      name: ' ',
      origins: ['fit.example', 'https://b.example', 'https://b.example/x'],
      brandName: '',
      logoUrl: 'http://x',
      accent: 'red',
    };
    expect(errorsIn(wrong, base)).to.deep.equal({
      name: 'error_required',
      'origin-0': 'error_origin',
      'origin-2': 'error_twice',
      brandName: 'error_keepName',
      logoUrl: 'error_https',
      accent: 'error_colour',
    });
    expect(errorsIn(form, base)).to.deep.equal({});
  });

  it('A18 refuses an origin with a *, however the browser writes it', () => {
    for (const origin of ['https://*.fit.example', 'https://%2A.fit.example'])
      expect(errorsIn({ ...form, origins: [origin] }, base)).to.deep.equal({ 'origin-0': 'error_origin' });
  });

  it('takes caps as whole numbers within the limits of the server, and an empty one as unlimited', () => {
    const wrong = { ...form, bookingsPerEmail: '0', bookingsPerAddress: '2.5', holdsPerAddress: '1001' };
    expect(errorsIn(wrong, base)).to.deep.equal({
      bookingsPerEmail: 'error_cap',
      bookingsPerAddress: 'error_cap',
      holdsPerAddress: 'error_holds',
    });
    expect(errorsIn({ ...wrong, serverCaps: true }, base)).to.deep.equal({});
    const typed = { ...form, bookingsPerEmail: ' ', bookingsPerAddress: ' 40 ' };
    expect(patchOf(base, typed)).to.deep.equal({
      guestCaps: { bookingsPerEmail: null, bookingsPerAddress: 40 },
      version: 4,
    });
    expect(patchOf(base, { ...typed, serverCaps: true })).to.deep.equal({ guestCaps: null, version: 4 });
  });

  it('shows an unlimited cap as empty', () => {
    expect(formOf({ ...base, guestCaps: { ...base.guestCaps, holdsPerAddress: null } })).to.include({
      holdsPerAddress: '',
    });
  });

  it('applies the form to a newer version: names fields that both changed, not equal changes', () => {
    const theirs: Partner = {
      ...base,
      name: 'Theirs',
      allowedOrigins: ['https://c.example'],
      branding: { ...base.branding, accent: '#112233' },
      version: 5,
    };
    const mine = { ...form, name: 'Mine', accent: '#112233', brandName: 'New' };
    const { form: next, both } = rebased(base, mine, theirs);
    expect(next).to.deep.equal({
      ...form,
      name: 'Mine',
      origins: ['https://c.example'],
      brandName: 'New',
      logoUrl: form.logoUrl,
      accent: '#112233',
    });
    expect(both).to.deep.equal(['name']);
  });
});
