/**
 * The states of the stage that are compared with stored pictures, by the name of the picture: light and 1200 × 800
 * where nothing else is said.
 */
const phone = { width: 375, height: 760 };
const narrow = { width: 320, height: 640 };
const dark = { look: 'dark' };
const arabic = { look: 'arabic' };

const components = (state, name = state.replaceAll(' ', '-')) => ({
  [`ui-${name}`]: { of: 'design language', state, width: 800, height: 560 },
});

export const pictures = {
  ...components('buttons'),
  ...components('fields'),
  ...components('marks'),
};
