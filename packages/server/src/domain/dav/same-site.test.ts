import { describe, expect, it } from 'vitest';
import { isSameSite } from './same-site.ts';

describe('a password that was typed for one address', () => {
  it.each([
    ['https://caldav.icloud.com', 'https://p34-caldav.icloud.com/1/calendars/'],
    ['https://example.com', 'https://dav.example.com/'],
    ['https://dav.example.com:8443/a', 'https://dav.example.com:8443/b'],
    ['https://dav.fit.co.uk', 'https://www.fit.co.uk/'],
    ['http://127.0.0.1:5232', 'http://127.0.0.1:5232/ana/'],
    ['https://[::1]:5232', 'https://[::1]:5232/ana/'],
  ])('sends a password for %s to %s', (typed, other) => expect(isSameSite(new URL(typed), new URL(other))).toBe(true));

  it.each([
    ['https://caldav.icloud.com', 'https://icloud.com.evil.example/'],
    ['https://caldav.icloud.com', 'http://p34-caldav.icloud.com/'],
    ['https://caldav.icloud.com', 'https://p34-caldav.icloud.com:8443/'],
    ['https://dav.fit.co.uk', 'https://other.co.uk/'],
    ['https://fit.example', 'https://notfit.example/'],
    ['https://dav.example.com:8443', 'https://dav.example.com/'],
    ['http://127.0.0.1:5232', 'http://127.0.0.1:9000/'],
    ['http://127.0.0.1', 'http://10.0.0.1/'],
    ['https://localhost', 'https://nas.localhost/'],
  ])('sends no password for %s to %s', (typed, other) =>
    expect(isSameSite(new URL(typed), new URL(other))).toBe(false),
  );
});
