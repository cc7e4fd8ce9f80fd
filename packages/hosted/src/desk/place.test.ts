import { expect } from '@open-wc/testing';
import { addressOf, movedTo, placeOf } from './place.ts';

const at = (address: string, base = '/desk') => placeOf(new URL(address, 'https://book.example'), base);

describe('the addresses of the desk', () => {
  for (const [address, base, page] of [
    ['/desk', '/desk', 'today'],
    ['/desk/', '/desk', 'today'],
    ['/desk/calendar', '/desk', 'calendar'],
    ['/desk/account/', '/desk', 'account'],
    ['/p/fit/desk/account', '/p/fit/desk', 'account'],
    ['/desk/constructor', '/desk', null],
    ['/desk/calendar/more', '/desk', null],
  ] as const)
    it(`shows what an address names: ${address}`, () => {
      expect(at(address, base).page).to.equal(page);
    });

  it('takes what follows the leads for one of them, unless it is a page', () => {
    expect([at('/desk/leads/l1').page, at('/desk/leads/l1').item]).to.deep.equal(['leads', 'l1']);
    expect(at('/desk/leads/propose').page).to.equal('propose');
  });

  it('names the coach whose desk an admin has chosen', () => {
    expect(at('/desk/calendar?key=pk&coach=kim').coach).to.equal('kim');
    expect(at('/desk/calendar?key=pk').coach).to.equal('');
  });

  it('keeps the key, the language and the coach from page to page', () => {
    expect(addressOf('/desk', 'account', '?key=pk&lang=de&coach=kim')).to.equal(
      '/desk/account?key=pk&lang=de&coach=kim',
    );
    expect(addressOf('/p/fit/desk', 'calendar', '')).to.equal('/p/fit/desk/calendar');
  });

  it('names the day at which the calendar is opened, which no other page keeps', () => {
    expect(at('/desk/calendar?date=2028-04-14').date).to.equal('2028-04-14');
    expect(at('/desk/calendar?date=tomorrow').date).to.equal('');
    expect(addressOf('/desk', 'calendar', '?coach=kim&date=2028-01-01', { query: { date: '2028-04-14' } })).to.equal(
      '/desk/calendar?coach=kim&date=2028-04-14',
    );
    expect(addressOf('/desk', 'account', '?coach=kim&date=2028-04-14&status=pending')).to.equal(
      '/desk/account?coach=kim',
    );
  });

  it('takes another coach, or none', () => {
    expect(addressOf('/desk', 'calendar', '?key=pk&coach=kim', { coach: 'ann' })).to.equal(
      '/desk/calendar?key=pk&coach=ann',
    );
    expect(addressOf('/desk', 'calendar', '?coach=kim', { coach: '' })).to.equal('/desk/calendar');
  });

  for (const [from, to] of [
    ['/desk/settings/services?coach=kim', '/desk/services?coach=kim'],
    ['/desk/settings/', '/desk/settings/messages'],
    ['/desk/leads?lead=l1&coach=kim', '/desk/leads/l1?coach=kim'],
    ['/desk/leads?source=x', null],
    ['/desk/settings/account', '/desk/account'],
    ['/desk/calendar', null],
    ['/desk/settings/constructor', null],
  ] as const)
    it(`names the address that took the place of one of before: ${from}`, () => {
      expect(movedTo(new URL(from, 'https://book.example'), '/desk')).to.equal(to);
    });
});
