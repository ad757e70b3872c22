/** The arrows between the parts of the program (ARCHITECTURE.md), held by reading every import. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const SHIPPED = ['entrypoints', 'components', 'corpus', 'utils'];

interface Import {
  from: string;
  /** A path in the repository, or a package. */
  to: string;
  typeOnly: boolean;
}

function sources(folder: string): string[] {
  const path = join(ROOT, folder);
  return readdirSync(path).flatMap((name) => {
    const file = `${folder}/${name}`;
    if (statSync(join(ROOT, file)).isDirectory()) return sources(file);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [file] : [];
  });
}

const files = SHIPPED.flatMap(sources);
const trees = new Map(
  files.map((file) => [
    file,
    ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true),
  ]),
);

/** Static imports, exports from elsewhere and `import(…)`. */
function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    const name = specifier.text.replace(/\?.*$/, '');
    found.push({ from: file, to: name.startsWith('.') ? normalize(join(dirname(file), name)) : name, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  const tree = trees.get(file);
  if (tree) visit(tree);
  return found;
}

const imports = files.flatMap(importsOf);
const isPackage = ({ to }: Import): boolean => !SHIPPED.some((folder) => to === folder || to.startsWith(`${folder}/`));
const show = (list: Import[]): string[] => list.map(({ from, to }) => `${from} -> ${to}`);

/** For each part, what else of ours it may import. Types of messages and reports are known to all. */
const ALLOWED: [part: string, may: string[]][] = [
  ['utils/language', ['utils/language']],
  ['utils/words', ['utils/words', 'utils/report.ts', 'utils/language']],
  [
    'utils/page',
    [
      'utils/page',
      'utils/dismissals.ts',
      'utils/language',
      'utils/report.ts',
      'utils/words',
      'utils/extension/protocol.ts',
    ],
  ],
  [
    'utils/extension',
    ['utils/extension', 'utils/dismissals.ts', 'utils/report.ts', 'utils/ledger.ts', 'utils/language', 'utils/words'],
  ],
  ['utils/report.ts', ['utils/language']],
  ['utils/dismissals.ts', ['utils/report.ts']],
  ['utils/ledger.ts', ['utils/language']],
  ['utils/search-results.ts', ['utils/report.ts']],
  [
    'corpus',
    [
      'corpus',
      'utils/language',
      'utils/report.ts',
      'utils/ledger.ts',
      'utils/search-results.ts',
      'utils/words',
      'utils/extension/protocol.ts',
    ],
  ],
  [
    'components',
    [
      'components',
      'utils/dismissals.ts',
      'utils/language',
      'utils/report.ts',
      'utils/ledger.ts',
      'utils/search-results.ts',
      'utils/words',
      'utils/extension/protocol.ts',
      'utils/extension/settings.ts',
    ],
  ],
  ['entrypoints', ['entrypoints', 'components', 'corpus', 'utils']],
];

const inside = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

describe('arrows point one way', () => {
  it('reads the whole program', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(files.length);
    for (const file of files)
      expect(
        ALLOWED.some(([part]) => inside(file, part)),
        file,
      ).toBe(true);
  });

  it.each(ALLOWED)('%s imports only what it may', (part, may) => {
    const wrong = imports.filter(
      (one) => inside(one.from, part) && !isPackage(one) && !may.some((folder) => inside(one.to, folder)),
    );
    expect(show(wrong)).toEqual([]);
  });

  it('knows the extension’s modules outside it only as types, except in entry points', () => {
    const wrong = imports.filter(
      (one) =>
        inside(one.to, 'utils/extension') &&
        !one.typeOnly &&
        !inside(one.from, 'utils/extension') &&
        !inside(one.from, 'entrypoints'),
    );
    expect(show(wrong)).toEqual([]);
  });

  it('keeps one entry point out of another, but for the sample article with its reader and cards, and the place where these meet', () => {
    const entry = (path: string) => path.split('/')[1];
    const wrong = imports.filter(
      (one) =>
        inside(one.from, 'entrypoints') &&
        inside(one.to, 'entrypoints') &&
        entry(one.from) !== entry(one.to) &&
        !(entry(one.from) === 'welcome' && ['reader', 'card'].includes(entry(one.to) ?? '')) &&
        !(entry(one.from) === 'reader' && (one.typeOnly || one.to === 'entrypoints/card/place.ts')) &&
        !(entry(one.from) === 'background' && one.to === 'entrypoints/rest/place.ts') &&
        !(entry(one.from) === 'rest' && entry(one.to) === 'background'),
    );
    expect(show(wrong)).toEqual([]);
  });

  it('goes in no circle', () => {
    const circles: string[] = [];
    const done = new Set<string>();
    const walk = (file: string, path: string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      if (done.has(file) || path.includes(file)) return;
      for (const one of imports)
        if (one.from === file && !one.typeOnly && trees.has(one.to)) walk(one.to, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });
});

/** Who may use which package in shipped code. Node's own modules: only what reads packs at build time. */
const PACKAGES: [name: RegExp, may: string[]][] = [
  [/^wxt\//, ['utils/extension', 'entrypoints']],
  [/^dexie$/, ['corpus/database.ts', 'corpus/edition-rows.ts', 'corpus/saved-database.ts']],
  [/^@mozilla\/readability$/, ['utils/page/article.ts']],
  [/^preact|^@preact\//, ['components', 'entrypoints']],
  [/^@floating-ui\//, ['utils/page']],
  [/^zod$/, ['corpus/schema']],
  [/^zod\/mini$/, ['utils/extension']],
  [/^node:/, ['corpus/packs']],
];

describe('packages', () => {
  const foreign = imports.filter(isPackage);
  it('are all spoken of here', () => {
    expect(show(foreign.filter(({ to }) => !PACKAGES.some(([name]) => name.test(to))))).toEqual([]);
  });
  it.each(PACKAGES)('%s is used only where it belongs', (name, may) => {
    const wrong = foreign.filter((one) => name.test(one.to) && !may.some((folder) => inside(one.from, folder)));
    expect(show(wrong)).toEqual([]);
  });
  it('never lets the reader reach the database, Node, Readability or the whole of Zod', () => {
    const reached = new Set<string>();
    const walk = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const one of imports) if (one.from === file && !one.typeOnly) walk(one.to);
    };
    walk('entrypoints/reader/index.ts');
    for (const file of files) if (inside(file, 'entrypoints/reader')) walk(file);
    expect(
      [...reached].filter((one) => /^(dexie|zod|@mozilla\/readability|node:.*)$/.test(one) || inside(one, 'corpus')),
    ).toEqual([]);
  });

  it('keeps the library of the database, schemas, search, saving and importing out of the way to a page’s first answer', () => {
    const reached = new Set<string>();
    const walk = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const one of imports) if (one.from === file && !one.typeOnly) walk(one.to);
    };
    walk('entrypoints/background/index.ts');
    expect(reached).toContain('corpus/analyse.ts');
    const heavy =
      /^(dexie|zod(\/.*)?|preact|@mozilla\/readability|node:.*)$|^corpus\/(schema|search)\/|^corpus\/(database|install|import-pack|open|saved|suggest|ledger)\b/;
    expect([...reached].filter((one) => heavy.test(one))).toEqual([]);
  });
});

/** Names that mean the page, the browser or the network where nothing of ours declares them. */
const GLOBALS: [what: string, names: string[], may: string[]][] = [
  [
    'a page',
    ['document', 'window', 'CSS', 'MutationObserver', 'getSelection', 'location'],
    ['utils/page', 'entrypoints', 'components'],
  ],
  ['the browser', ['browser', 'chrome'], ['utils/extension', 'entrypoints']],
  ['the database', ['indexedDB', 'IDBKeyRange'], ['corpus/quick-rows.ts']],
  ['the network', ['XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts', 'WebTransport'], []],
  ['the extension’s own files', ['fetch'], ['utils/extension/own-files.ts']],
];

describe('globals', () => {
  it.each(GLOBALS)('only some parts know %s', (_, names, may) => {
    const wrong = files
      .filter((file) => !may.some((folder) => inside(file, folder)))
      .flatMap((file) => freeNames(file, names));
    expect(wrong).toEqual([]);
  });

  it('nobody writes HTML or runs text', () => {
    const banned =
      /\.(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|sendBeacon)\b|dangerouslySetInnerHTML|\bnew Function\b|\beval\(/;
    const wrong = files.flatMap((file) => {
      const hit = banned.exec(withoutComments(file));
      return hit ? [`${file}: ${hit[0]}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});

/** Uses of a global by name: not as a property, a key, a parameter or something declared in the file. */
function freeNames(file: string, names: readonly string[]): string[] {
  const tree = trees.get(file);
  if (!tree) return [];
  const declared = new Set<string>();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isIdentifier(node) && names.includes(node.text)) {
      const { parent } = node;
      const isDeclaration =
        (ts.isVariableDeclaration(parent) ||
          ts.isParameter(parent) ||
          ts.isBindingElement(parent) ||
          ts.isFunctionDeclaration(parent)) &&
        parent.name === node;
      if (isDeclaration || ts.isImportSpecifier(parent)) declared.add(node.text);
      else if (!isOnlyAName(node)) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return [...used].filter((name) => !declared.has(name)).map((name) => `${file}: ${name}`);
}

function isOnlyAName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent))
    return parent.name === node && parent.expression.getText() !== 'globalThis';
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isMethodSignature(parent)) &&
    parent.name === node
  );
}

function withoutComments(file: string): string {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
