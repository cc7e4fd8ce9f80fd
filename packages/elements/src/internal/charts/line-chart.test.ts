import { expect } from '@open-wc/testing';
import { adoptStyles, html, render, type CSSResult } from 'lit';
import { host } from '../../coach-booking/styles/host.ts';
import { lineChart, type LineChart } from './line-chart.ts';
import { chartStyles } from './styles.ts';
import { chartTexts } from './texts.ts';

const points = [
  { date: '2026-04-12', value: 64.5 },
  { date: '2026-02-14', value: 70 },
  { date: '2026-03-14', value: 66.25 },
];
const weight: LineChart = { label: 'Weight', unit: 'kg', points, language: 'en', dir: 'ltr', texts: chartTexts.en };
const arabic: LineChart = { ...weight, label: 'الوزن', unit: 'كغ', language: 'ar', dir: 'rtl', texts: chartTexts.ar };
const many = Array.from({ length: 400 }, (_, i) => ({
  date: `2025-${`${1 + (i % 12)}`.padStart(2, '0')}-${`${1 + (i % 28)}`.padStart(2, '0')}`,
  value: i,
}));

let stage: HTMLElement;
afterEach(() => stage.remove());

/** Renders the chart in a shadow root with the styles of an element around it, at a width. */
function show(
  chart: LineChart,
  { theme = 'light', width = 320, styles = [host, chartStyles] as CSSResult[] } = {},
): ShadowRoot {
  stage = document.createElement('div');
  stage.setAttribute('theme', theme);
  const frame = document.createElement('div');
  frame.setAttribute('style', `width: ${width}px`);
  frame.append(stage);
  document.body.append(frame);
  const root = stage.attachShadow({ mode: 'open' });
  adoptStyles(root, styles);
  render(html`<div class="root">${lineChart(chart)}</div>`, root);
  return root;
}

const find = <E extends Element = HTMLElement>(root: ShadowRoot, selector: string): E => {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};
const textsOf = (root: ShadowRoot, selector: string) =>
  [...root.querySelectorAll(selector)].map((each) => each.textContent!.trim());
const open = (root: ShadowRoot) => find<HTMLDetailsElement>(root, 'details').setAttribute('open', '');

for (const theme of ['light', 'dark'])
  describe(`a line chart is accessible, ${theme}`, () => {
    for (const [name, chart] of Object.entries({
      'several points': weight,
      'one point': { ...weight, points: points.slice(0, 1) },
      'no point': { ...weight, points: [] },
      'right to left': arabic,
    }))
      it(`passes the accessibility check: ${name}`, async () => {
        const root = show(chart, { theme });
        if (chart.points.length > 0) open(root);
        await expect(stage).to.be.accessible();
      });
  });

describe('the texts of a line chart', () => {
  const label = (chart: LineChart) => find(show(chart), 'svg[role=img]').getAttribute('aria-label');

  it('describes the chart in a sentence', () => {
    expect(label(weight)).to.equal(
      'Weight from Feb 14, 2026 to Apr 12, 2026: first 70 kg, last 64.5 kg, change -5.5 kg; lowest 64.5 kg, highest 70 kg.',
    );
  });

  it('describes one measurement alone', () => {
    expect(label({ ...weight, points: points.slice(0, 1) })).to.equal('Weight on Apr 12, 2026: 64.5 kg.');
  });

  it('describes an empty chart in words, without a picture', () => {
    const root = show({ ...weight, points: [] });
    expect(textsOf(root, '.chart-none')).to.deep.equal([chartTexts.en.none]);
    expect(root.querySelector('svg, details')).to.equal(null);
  });

  const summaryOf = (chart: LineChart) => find(show(chart), '.chart-summary').textContent;

  it('sums up in visible words: first and last value, and the rate of change', () => {
    expect(summaryOf({ ...weight, ratePerWeek: -0.68 })).to.equal('From 70 kg to 64.5 kg, -0.68 kg a week');
  });

  it('sums up without a rate where none is known', () => {
    expect(summaryOf({ ...weight, ratePerWeek: null })).to.equal('From 70 kg to 64.5 kg');
    stage.remove();
    expect(summaryOf({ ...weight, points: points.slice(0, 1), ratePerWeek: null })).to.equal('64.5 kg');
  });

  for (const [language, unit, value, short] of [
    ['de', 'kg', '64,5 kg', 'kg'],
    ['ar-EG', 'cm', '٦٤٫٥ سم', 'سم'],
    ['fr', '%', '64,5 %', '%'],
    ['en', 'reps', '64.5 reps', 'reps'],
  ] as const)
    it(`writes ${unit} as ${language} does, and never another unit`, () => {
      const texts = chartTexts[language.slice(0, 2) as keyof typeof chartTexts];
      const root = show({ ...weight, unit, language, texts, points: points.slice(0, 1) });
      expect(find(root, '.chart-summary').textContent.replace(/\s/g, ' ')).to.equal(value);
      expect(textsOf(root, 'figcaption small')).to.deep.equal([`(${short})`]);
    });

  for (const [language, texts] of Object.entries(chartTexts))
    it(`describes the chart with everything filled in, in ${language}`, () => {
      expect(label({ ...weight, language, texts }))
        .to.include('Weight')
        .and.not.match(/[{}]|undefined/);
      expect(Object.keys(texts)).to.deep.equal(Object.keys(chartTexts.en));
    });

  it('has a table, by date, in the digits of the language', () => {
    const root = show(weight);
    open(root);
    expect(textsOf(root, 'thead th')).to.deep.equal(['Date', 'Weight (kg)']);
    expect(textsOf(root, 'tbody tr')).to.have.length(3);
    expect(textsOf(root, 'tbody th')).to.deep.equal(['Feb 14, 2026', 'Mar 14, 2026', 'Apr 12, 2026']);
    expect(textsOf(root, 'tbody td')).to.deep.equal(['70', '66.25', '64.5']);
    stage.remove();
    expect(textsOf(show({ ...arabic, language: 'ar-EG' }), 'tbody td')).to.deep.equal(['٧٠', '٦٦٫٢٥', '٦٤٫٥']);
  });

  it('does not depend on the zone or the order of its input', () => {
    const line = find(show(weight), '.chart-line').getAttribute('d');
    stage.remove();
    expect(find(show({ ...weight, points: [...points].reverse() }), '.chart-line').getAttribute('d')).to.equal(line);
  });
});

describe('the picture of a line chart', () => {
  const box = (root: ShadowRoot, selector: string) => find(root, selector).getBoundingClientRect();

  for (const width of [280, 320, 1000])
    it(`fills a width of ${width} px and stays within it`, () => {
      const root = show(weight, { width });
      const [frame, picture, dots] = [box(root, '.chart'), box(root, 'svg'), box(root, '.chart-dots')];
      expect(picture.height).to.equal(160);
      expect(picture.right).to.be.closeTo(frame.right, 0.5);
      expect(dots.left).to.be.closeTo(picture.left, 0.5);
      expect(dots.right).to.be.closeTo(picture.right, 0.5);
      expect(find(root, '.chart').scrollWidth).to.be.at.most(Math.ceil(frame.width));
    });

  it('draws the values beside the lines they belong to', () => {
    const root = show(weight);
    const ticks = [...root.querySelectorAll('.chart-ticks span')].map((tick) => tick.getBoundingClientRect());
    const picture = box(root, 'svg');
    expect(textsOf(root, '.chart-ticks span')).to.deep.equal(['70', '68', '66', '64']);
    for (const [i, tick] of ticks.entries())
      expect(tick.top + tick.height / 2).to.be.closeTo(picture.top + (picture.height * i) / (ticks.length - 1), 1);
  });

  it('runs from right to left in such a language, its values on the right', () => {
    const root = show(arabic);
    expect(find(root, '.chart-line').getAttribute('d')).to.match(/^M100 /);
    expect(box(root, '.chart-ticks').left).to.be.at.least(box(root, 'svg').right);
    const [first, last] = [...root.querySelectorAll('.chart-ends span')].map((end) => end.getBoundingClientRect());
    expect(first!.left).to.be.greaterThan(last!.right);
  });

  it('leaves the dots out where they would hide the line', () => {
    expect(show({ ...weight, points: many }).querySelector('.chart-dots')).to.equal(null);
  });

  it('has a summary that can be pressed, at least 44 px high', () => {
    expect(box(show(weight), 'summary').height).to.be.at.least(44);
  });

  it('has nothing inline that a strict policy would refuse', () => {
    expect(show(weight).querySelector('[style], style, script')).to.equal(null);
  });

  it('takes the colour of the words around it where no colour is set', () => {
    const root = show(weight, { styles: [chartStyles] });
    stage.setAttribute('style', 'color: rgb(1, 2, 3)');
    for (const mark of ['.chart-line', '.chart-dots', '.chart-grid'])
      expect(getComputedStyle(find(root, mark)).stroke).to.equal('rgb(1, 2, 3)');
  });

  it('takes the colours of the system in forced colours', () => {
    const root = show(weight);
    const forced = root.adoptedStyleSheets
      .flatMap((sheet) => [...sheet.cssRules])
      .filter(
        (rule): rule is CSSMediaRule =>
          rule instanceof CSSMediaRule && rule.media.mediaText === '(forced-colors: active)',
      );
    const probe = document.createElement('span');
    root.append(probe);
    const system = (colour: string) => {
      probe.setAttribute('style', `color: ${colour}`);
      return getComputedStyle(probe).color;
    };
    for (const { media } of forced) media.mediaText = 'all';
    try {
      expect(getComputedStyle(find(root, '.chart-line')).stroke).to.equal(system('CanvasText'));
      expect(getComputedStyle(find(root, '.chart-dots')).stroke).to.equal(system('CanvasText'));
      expect(getComputedStyle(find(root, '.chart-grid')).stroke).to.equal(system('GrayText'));
    } finally {
      for (const { media } of forced) media.mediaText = '(forced-colors: active)';
    }
  });
});
