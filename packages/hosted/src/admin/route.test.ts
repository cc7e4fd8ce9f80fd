import { expect } from '@open-wc/testing';
import { hashOf, routeOf } from './route.ts';

describe('the hash of the admin page', () => {
  it('names a section, an item in it, and filters; and is written back unchanged', () => {
    for (const hash of [
      '#users',
      '#users/665f',
      '#bookings?status=pending%2Cscheduled&coach=1',
      '#calendars/coach-a?date=2028-04-11',
    ]) {
      const { section, id, query } = routeOf(hash);
      expect(hashOf(section, id, query)).to.equal(hash);
    }
    expect(routeOf('#bookings?status=pending%2Cscheduled').query).to.deep.equal({ status: 'pending,scheduled' });
  });

  it('leads to the first section when it names none', () => {
    for (const hash of ['', '#', '#nothing', '#users/%zz'.slice(0, 1), '#__proto__'])
      expect(routeOf(hash).section).to.equal('users');
  });

  it('reads malformed text in the hash as it is', () => {
    expect(routeOf('#users/%zz').id).to.equal('%zz');
  });

  it('leaves out filters that are empty', () => {
    expect(hashOf('users', null, { q: '', role: undefined })).to.equal('#users');
    expect(routeOf('#users?q=').query).to.deep.equal({});
  });
});
