/**
 * The colours that the contrast is calculated with, in the light and in the dark scheme: the defaults of tokens.ts.
 * `#rrggbb`.
 */
export const palette = {
  light: { ground: '#ffffff', ink: '#15211f', accent: '#0f6e66' },
  dark: { ground: '#13191c', ink: '#e9f0ee', accent: '#4fd1c0' },
} as const;
