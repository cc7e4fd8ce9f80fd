const lineBreak = /\s*\n\s*/g;
const markup = (text) => text.replace(lineBreak, ' ');
const styles = (text) =>
  text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(lineBreak, ' ')
    .replace(/ ?([{};]) ?/g, '$1');

/** How the text of each of Lit's tags is shortened. */
const squeeze = new Map([
  ['html', markup],
  ['svg', markup],
  ['css', styles],
]);

/**
 * Takes the indentation out of Lit's `html`, `svg` and `css` literals, which a JavaScript minifier leaves alone. A run of white space that
 * has a line break becomes one space, so words and inline elements stay apart; a template must therefore not rely on line breaks
 * (`<pre>`, `white-space: pre`). In css, comments and the spaces around braces and semicolons go too.
 */
export function templateWhitespace() {
  return {
    name: 'template-whitespace',
    transform(code, id) {
      if (id.includes('node_modules') || !/\b(html|svg|css)`/.test(code)) return null;
      let result = '';
      let copied = 0;
      for (const { start, end, tag } of literals(this.parse(code)).sort((a, b) => a.start - b.start)) {
        result += code.slice(copied, start) + squeeze.get(tag)(code.slice(start, end));
        copied = end;
      }
      return { code: result + code.slice(copied), map: { mappings: '' } };
    },
  };
}

/** The literal parts of every tagged template under a syntax tree, nested ones included, as `{ start, end, tag }`. */
function literals(node) {
  if (Array.isArray(node)) return node.flatMap(literals);
  if (!node || typeof node.type !== 'string') return [];
  const own =
    node.type === 'TaggedTemplateExpression' && squeeze.has(node.tag.name)
      ? node.quasi.quasis.map(({ start, end }) => ({ start, end, tag: node.tag.name }))
      : [];
  return [...own, ...Object.values(node).flatMap((value) => (value && typeof value === 'object' ? literals(value) : []))];
}
