import { describe, expect, it } from 'vitest';
import { meetingAddress } from './video.ts';

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
