import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * Font files for the scripts that the browser's own package (Open Sans: Latin, Greek, Cyrillic, Hebrew) does not draw:
 * Arabic.
 */
export function fontFiles() {
  const arabic = dirname(require.resolve('@expo-google-fonts/noto-sans-arabic/package.json'));
  return [join(arabic, '400Regular/NotoSansArabic_400Regular.ttf'), join(arabic, '700Bold/NotoSansArabic_700Bold.ttf')];
}

/**
 * fontconfig's configuration: only the fonts in `folder`, so that text is the same width on every machine and
 * screenshots can be compared. What they do not have (arrows, ticks, emoji) stays blank: draw such signs as SVG.
 */
export const fontsConf = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fontconfig</cachedir>
  ${['sans-serif', 'serif', 'monospace', 'system-ui', 'Arial', 'Helvetica', 'Verdana']
    .map(
      (family) =>
        `<alias><family>${family}</family><prefer><family>Open Sans</family><family>Noto Sans Arabic</family></prefer></alias>`,
    )
    .join('\n  ')}
</fontconfig>
`;
