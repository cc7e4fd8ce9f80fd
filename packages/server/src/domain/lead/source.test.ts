import { describe, expect, it } from 'vitest';
import { sourceOf } from './source.ts';

describe('where a booking came from', () => {
  it.each([
    [{ source: ' newsletter ' }, 'https://example.com/', 'newsletter'],
    [{ source: '  ' }, 'https://www.Example.com:8443/a?b', 'example.com'],
    [{ medium: 'mail' }, 'http://blog.example.co.uk', 'blog.example.co.uk'],
    [undefined, 'javascript:alert(1)', 'direct'],
    [undefined, 'example.com', 'direct'],
    [undefined, '', 'direct'],
    [undefined, undefined, 'direct'],
  ])('names the source of %j and %j: %s', (utm, referrer, expected) => expect(sourceOf(utm, referrer)).toBe(expected));
});
