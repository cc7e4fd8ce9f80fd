/**
 * What a bundler cannot see to be unused, by module: what stands there, and what takes its place so that it falls away.
 *
 * Lit: ways for browsers without adopted style sheets, which have no `light-dark()` either; polyfills; decorators; what it says to who
 * writes templates.
 * ky: the SDK calls it in one place (`key-transport.ts`), always with a text as address, `json`, `retry.shouldRetry` that says true or
 * false, and never with hooks, progress, `prefixUrl`, `searchParams` or another reader of JSON; it reads the answer by itself.
 */
const unused = {
  '@lit/reactive-element/css-tag.js': [
    [/=t\.ShadowRoot&&.*?"replace"in CSSStyleSheet\.prototype/, '=!0'],
    [/throw Error\("CSSResult is .*?"\)/, 'throw Error()'],
    [/throw Error\("Value passed .*?security\."\)/, 'throw Error()'],
  ],
  '@lit/reactive-element/reactive-element.js': [
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this\._\$Eh=)/, ''],
    ['a.reactiveElementPolyfillSupport', 'void 0'],
    [/\(a\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
  ],
  'lit-element/lit-element.js': [
    ['s.litElementHydrateSupport?.({LitElement:i})', '0'],
    ['s.litElementPolyfillSupport', 'void 0'],
    [/\(s\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
  ],
  'lit-html/lit-html.js': [
    ['t.litHtmlPolyfillSupport', 'void 0'],
    [/\(t\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
  ],
  'ky/distribution/core/constants.js': [
    [/supportsRequestStreams = [^]*?\}\)\(\);/, 'supportsRequestStreams = false;'],
    [/usualFormBoundarySize = .*;/, 'usualFormBoundarySize = 0;'],
    [/supportsAbortController = .*;/, 'supportsAbortController = true;'],
    [/supportsAbortSignal = .*;/, 'supportsAbortSignal = true;'],
  ],
  'ky/distribution/core/Ky.js': [
    [/for \(const hook of (ky|this)\.#options\.hooks\.\w+\)/g, 'if (false) $&'],
    ['for (const [type, mimeType] of Object.entries(responseTypes))', 'if (false) $&'],
    [/(ky|this)\.#options\.on(Down|Up)loadProgress/g, 'undefined'],
    [/this\.#options\.(parseJson|stringifyJson)/g, 'undefined'],
    ["this.#options.prefixUrl && typeof this.#input === 'string'", 'false'],
    ["typeof this.#input !== 'string' &&", 'false &&'],
    ['this.#input instanceof globalThis.Request\n', 'false'],
    [/this\.#input\.(headers|method|signal)/g, 'undefined'],
    ['hasSearchParameters(this.#options.searchParams)', 'false'],
    ['if (this.#options.retry.shouldRetry !== undefined)', 'if (true)'],
    ['if (result === true)', 'if (true)'],
    [/mergeHooks\([^]*?, options\.hooks\)/, 'undefined'],
    [/error instanceof ForceRetryError && error.customRequest/, 'false'],
    ['errorObject instanceof ForceRetryError', 'false'],
    ['findUnknownOptions(this.request, this.#options)', '{}'],
    ['normalizeRetryOptions(options.retry)', 'options.retry'],
    [/this\.#options\.retry\.jitter/g, 'undefined'],
    [/(static #normalizeSearchParams\(searchParams\) \{)[^]*?\n {4}\}/, '$1}'],
    [/\(typeof ky\.#options\.throwHttpErrors[^{]*\)(?=\) \{)/, 'true'],
    ["new globalThis.Headers(options.headers).has('content-type')", 'false'],
  ],
  'ky/distribution/index.js': [
    [/const createInstance = [^]*?\n\};/, 'const createInstance = () => (input, options) => Ky.create(input, { ...options });'],
  ],
};

/** Takes out of Lit and ky what no drop-in can reach. @throws where it is not found any more, as after an update: then look at what is there now. */
export function withoutUnused() {
  return {
    name: 'without-unused',
    transform(code, id) {
      const [, list = []] = Object.entries(unused).find(([name]) => id.endsWith(`/node_modules/${name}`)) ?? [];
      if (list.length === 0) return null;
      for (const [found, instead] of list) {
        const next = code.replace(found, instead);
        if (next === code) this.error(`${id} has no ${found}: see scripts/rollup/without-unused.mjs`);
        code = next;
      }
      return { code, map: { mappings: '' } };
    },
  };
}
