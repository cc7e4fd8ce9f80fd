import { expect } from '@open-wc/testing';
import { addressQuery, pageLanguage } from './page-language.ts';

describe('the language of a hosted page (A8)', () => {
  const before = document.documentElement.lang;
  afterEach(() => {
    document.documentElement.lang = before;
  });

  it('takes the language that the server wrote on the page, else the browser’s', () => {
    document.documentElement.lang = 'ar-EG';
    expect(pageLanguage()).to.equal('ar-EG');
    document.documentElement.removeAttribute('lang');
    expect(pageLanguage()).to.equal(navigator.language.split('@')[0]);
  });

  it('passes the language to the next page where the address contains it', () => {
    expect(addressQuery('pk_test_x', { search: '?lang=de&coach=a' })).to.equal('key=pk_test_x&lang=de');
    expect(addressQuery('pk_test_x', { search: '' })).to.equal('key=pk_test_x');
  });
});
