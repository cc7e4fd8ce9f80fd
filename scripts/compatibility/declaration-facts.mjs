import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../run.mjs';

const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;

/**
 * Returns what the types of a package promise, one fact in a line: each exported name, and the members of its
 * declaration, with their types as they are written there. So a name that refers to a schema of the contract is one
 * fact; the schema itself is among the facts of the contract. `entries` has the source, from the root, of each
 * published name. Members that a class has from the platform are left out.
 */
export function declarationFacts(entries) {
  const files = Object.values(entries).map((source) => join(root, source));
  const program = ts.createProgram(files, { ...compilerOptions(), noEmit: true });
  const checker = program.getTypeChecker();
  const facts = new Set();
  const written = (node) =>
    node
      .getText()
      .replace(/\/\*[^]*?\*\/|\/\/.*/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  /** Returns a named type by its name alone: the facts of the contract describe operations. */
  const inferred = (type) => type.aliasSymbol?.name ?? checker.typeToString(type).replace(/import\("[^"]*"\)\./g, '');
  const isOurs = (symbol) =>
    symbol.declarations?.some((each) => each.getSourceFile().fileName.startsWith(join(root, 'packages')));
  const isHidden = ({ name, declarations = [] }) =>
    /^(#|__#)/.test(name) || declarations.some((each) => ts.getCombinedModifierFlags(each) & hidden);

  /** Returns the type of a value or member: as it is written, else as it is inferred. */
  function typeOf(symbol) {
    const declared = symbol.valueDeclaration ?? symbol.declarations?.[0];
    const callable = [declared, declared?.initializer].find((node) => node && ts.isFunctionLike(node));
    if (declared?.type && !ts.isFunctionLike(declared)) return written(declared.type);
    const type = checker.getTypeOfSymbol(symbol);
    if (!callable) return inferred(type);
    const answer = callable.type ? written(callable.type) : inferred(type.getCallSignatures()[0].getReturnType());
    return `(${callable.parameters.map(written).join(', ')}) => ${answer}`;
  }

  function members(place, type) {
    for (const member of type.getProperties().filter((each) => isOurs(each) && !isHidden(each)))
      facts.add(`${place}.${member.name}${member.flags & ts.SymbolFlags.Optional ? '?' : ''}: ${typeOf(member)}`);
  }

  function declared(place, symbol) {
    const alias = symbol.declarations.find(ts.isTypeAliasDeclaration);
    if (!alias || ts.isTypeLiteralNode(alias.type)) return members(place, checker.getDeclaredTypeOfSymbol(symbol));
    for (const part of ts.isUnionTypeNode(alias.type) ? alias.type.types : [alias.type])
      facts.add(`${place} may be ${written(part)}`);
  }

  for (const [name, source] of Object.entries(entries))
    for (const exported of checker.getExportsOfModule(
      checker.getSymbolAtLocation(program.getSourceFile(join(root, source))),
    )) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const place = `${name} ${exported.name}`;
      const isClass = symbol.flags & ts.SymbolFlags.Class;
      facts.add(`${place} is ${isClass ? 'a class' : symbol.flags & ts.SymbolFlags.Value ? 'a value' : 'a type'}`);
      if (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias))
        declared(place, symbol);
      else facts.add(`${place}: ${typeOf(symbol)}`);
    }
  return [...facts].sort();
}

function compilerOptions() {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  return ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, root).options;
}
