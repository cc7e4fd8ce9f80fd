import type { InputOf, Service } from '@coach-booking/sdk';

type Video = NonNullable<Service['video']>;
type VideoInput = NonNullable<InputOf<'createService'>['video']>;
/** The way in which a service online meets; `none`: the coach sends a link in another way. */
export type VideoChoice = 'none' | Video['provider'];

/** The settings of meetings that are on or off. */
export const SWITCHES = ['waitingRoom', 'joinBeforeHost', 'muteUponEntry', 'breakoutRoom'] as const;
export const RECORDINGS = ['account', 'none', 'local', 'cloud'] as const;

type Switch = (typeof SWITCHES)[number];

/** The video of a service as it is typed. `account`: as the host has it at Zoom. */
export interface VideoForm extends Readonly<Record<Switch, 'account' | 'yes' | 'no'>> {
  readonly videoProvider: VideoChoice;
  /** Of a room that is there already. */
  readonly videoUrl: string;
  readonly autoRecording: (typeof RECORDINGS)[number];
  /** The room for sessions whose meeting could not be made. */
  readonly fallbackProvider: 'none' | 'fixed' | 'jitsi';
  readonly fallbackUrl: string;
}

/** Returns whether sessions meet in a room with an address, which no provider has to make. */
export function isRoom(provider: VideoChoice): provider is 'fixed' | 'jitsi' {
  return provider === 'fixed' || provider === 'jitsi';
}

const switchOf = (value: boolean | undefined) => (value === undefined ? 'account' : value ? 'yes' : 'no');

export function videoFormOf(video: Video | undefined): VideoForm {
  const { settings = {}, fallback } = video ?? {};
  return {
    videoProvider: video?.provider ?? 'none',
    videoUrl: video?.url ?? '',
    waitingRoom: switchOf(settings.waitingRoom),
    joinBeforeHost: switchOf(settings.joinBeforeHost),
    muteUponEntry: switchOf(settings.muteUponEntry),
    breakoutRoom: switchOf(settings.breakoutRoom),
    autoRecording: settings.autoRecording ?? 'account',
    fallbackProvider: fallback?.provider ?? 'none',
    fallbackUrl: fallback?.url ?? '',
  };
}

const isAddress = (text: string): boolean => /^https:[/][/]./.test(text.trim());

/** Returns the address that is missing or no address. */
export function wrongAddressOf(form: VideoForm): 'videoUrl' | 'fallbackUrl' | undefined {
  const { videoProvider, videoUrl, fallbackProvider, fallbackUrl } = form;
  if (videoProvider === 'none') return undefined;
  if (isRoom(videoProvider)) return isAddress(videoUrl) ? undefined : 'videoUrl';
  return fallbackProvider === 'none' || isAddress(fallbackUrl) ? undefined : 'fallbackUrl';
}

const settingsOf = (form: VideoForm): NonNullable<VideoInput['settings']> => ({
  ...Object.fromEntries(
    SWITCHES.filter((name) => form[name] !== 'account').map((name) => [name, form[name] === 'yes']),
  ),
  ...(form.autoRecording !== 'account' && { autoRecording: form.autoRecording }),
});

/** Returns the input for an online service; undefined for none. */
export function videoInputOf(form: VideoForm): VideoInput | undefined {
  const { videoProvider: provider, videoUrl, fallbackProvider, fallbackUrl } = form;
  if (provider === 'none') return undefined;
  if (isRoom(provider)) return { provider, url: videoUrl.trim() };
  const settings = provider === 'zoom' ? settingsOf(form) : {};
  return {
    provider,
    ...(Object.keys(settings).length > 0 && { settings }),
    ...(fallbackProvider !== 'none' && { fallback: { provider: fallbackProvider, url: fallbackUrl.trim() } }),
  };
}
