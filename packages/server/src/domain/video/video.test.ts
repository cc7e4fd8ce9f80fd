import { describe, expect, it } from 'vitest';
import { fallbackAddress, meetingAddress, videoStateOf } from './video.ts';

const fixed = { provider: 'fixed', url: 'https://zoom.us/j/93551234567?pwd=x' } as const;
const jitsi = { provider: 'jitsi', url: 'https://meet.fit.example' } as const;

describe('meetingAddress', () => {
  it.each([
    ['the room of the coach', fixed, fixed, fixed.url],
    ['a room of its own on a server', jitsi, jitsi, 'https://meet.fit.example/r00m'],
    [
      'the same room on a server with a path',
      { ...jitsi, url: 'https://fit.example/meet/' },
      undefined,
      'https://fit.example/meet/r00m',
    ],
    ['the room that the coach has now', fixed, { ...fixed, url: 'https://zoom.us/j/1' }, 'https://zoom.us/j/1'],
    ['the server that the coach has now', jitsi, { ...jitsi, url: 'https://new.example' }, 'https://new.example/r00m'],
    ['what the service has since changed to', fixed, jitsi, 'https://meet.fit.example/r00m'],
    ['where it was booked for, once the service has no video', fixed, undefined, fixed.url],
  ])('is %s', (_, booked, now, expected) => {
    expect(meetingAddress(booked, now, 'r00m')).toBe(expected);
  });
});

const zoom = { provider: 'zoom' } as const;
const ready = { state: 'ready', joinUrl: 'https://zoom.us/j/93551234567', revision: 3 } as const;

describe('a meeting that a provider makes', () => {
  it('has no address before it is ready', () => {
    expect(videoStateOf(zoom, undefined)).toBe('preparing');
    expect(meetingAddress(zoom, zoom, 'r00m')).toBeUndefined();
    expect(meetingAddress(zoom, zoom, 'r00m', { state: 'failed', revision: 1 })).toBeUndefined();
  });

  it('stays where it was made, whatever the service has since changed to', () => {
    expect(videoStateOf(zoom, ready)).toBe('ready');
    for (const now of [zoom, fixed, jitsi, undefined])
      expect(meetingAddress(zoom, now, 'r00m', ready)).toBe(ready.joinUrl);
  });

  it('takes no booking along that was made with a room', () => {
    expect(meetingAddress(fixed, zoom, 'r00m')).toBe(fixed.url);
    expect(videoStateOf(fixed, undefined)).toBe('ready');
  });

  it.each([
    [
      'of its service now',
      { ...zoom, fallback: fixed },
      { ...zoom, fallback: jitsi },
      fixed,
      'https://meet.fit.example/r00m',
    ],
    ['of its service when it was booked', { ...zoom, fallback: fixed }, zoom, jitsi, fixed.url],
    ['to which its service has changed', zoom, fixed, jitsi, fixed.url],
    ['of the business, where its service has none', zoom, zoom, jitsi, 'https://meet.fit.example/r00m'],
    ['of the business, where its service is gone', zoom, undefined, fixed, fixed.url],
    ['that no one has named', zoom, undefined, undefined, undefined],
  ] as const)('falls back to the room %s', (_, booked, now, ofPartner, expected) => {
    expect(fallbackAddress({ booked, now, ofPartner }, 'r00m')).toBe(expected);
  });
});
