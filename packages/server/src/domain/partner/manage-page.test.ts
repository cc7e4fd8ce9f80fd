import { describe, expect, it } from 'vitest';
import { managedAt, managePageOf } from './manage-page.ts';

const ORIGINS = ['https://fit.example', 'http://localhost:3000'];

describe('managePageOf', () => {
  it.each([
    ['https://fit.example/my-booking', 'https://fit.example/my-booking'],
    [' https://FIT.example:443/my-booking?lang=de ', 'https://fit.example/my-booking?lang=de'],
    ['https://fit.example', 'https://fit.example/'],
    ['http://localhost:3000/booking', 'http://localhost:3000/booking'],
  ])('takes %j', (text, url) => {
    expect(managePageOf(text, ORIGINS)).toEqual({ url });
  });

  it.each([
    ['/my-booking', /Must be an address/],
    ['https://fit.example/#/my-booking', /no #/],
    ['https://fit.example/my-booking#', /no #/],
    ['https://ana:secret@fit.example/my-booking', /user or a password/],
    ['https://other.example/my-booking', /https:\/\/other\.example is none/],
    ['http://fit.example/my-booking', /http:\/\/fit\.example is none/],
    ['https://fit.example.evil.example/', /is none/],
    ['javascript:alert(1)', /is none/],
  ])('refuses %j', (text, problem) => {
    expect(managePageOf(text, ORIGINS)).toEqual({ problem: expect.stringMatching(problem) });
  });
});

it('writes the token behind the #', () => {
  expect(managedAt('https://fit.example/b?lang=de', 'a-b_c.d')).toBe(
    'https://fit.example/b?lang=de#manage-token=a-b_c.d',
  );
});
