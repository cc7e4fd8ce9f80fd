import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeSlug, isSlug, slugOf } from './slug.ts';

describe('a slug', () => {
  it.each([
    ['coach-a', true],
    ['a1-b2', true],
    ['a', false],
    ['1a', false],
    ['a--b', false],
    ['-a', false],
    ['Coach', false],
    ['abcdefabcdefabcdefabcdef', false],
    ['a'.repeat(65), false],
  ])('accepts the slug %s: %s', (slug, expected) => {
    expect(isSlug(slug)).toBe(expected);
  });

  it.each([
    ["Zoë O'Neill", 'zoe-o-neill'],
    ['  24 Hour Coach ', 'hour-coach'],
    ['Łukasz', 'ukasz'],
    ['教练', 'coach'],
    ['a'.repeat(24), 'coach'],
  ])('makes of %s the slug %s', (name, slug) => {
    expect(slugOf(name, 'coach')).toBe(slug);
  });

  it('makes a slug of any name that can be used', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => isSlug(slugOf(name, 'coach'))));
  });

  it('gives a taken slug the first free number', () => {
    const taken = ['a-b', 'a-b-2', 'a-b-4'];
    expect([freeSlug('a-b', (slug) => taken.includes(slug)), freeSlug('c', () => false)]).toEqual(['a-b-3', 'c']);
  });
});
