/** Replaces the text between two offsets. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

export interface ExportedName {
  /** The name that importers use. */
  name: string;
  /** The expression that has its value. */
  local: string;
}

/** Thrown for a construct that no exercise needs and the judge does not allow. */
export class ModuleRejected extends Error {
  override name = 'ModuleRejected';
  /** Finds the construct in the learner's own text. */
  readonly pattern: RegExp;

  constructor(message: string, pattern: RegExp) {
    super(message);
    this.pattern = pattern;
  }
}

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

interface ParsedModule {
  program: unknown;
  comments: readonly { start: number; end: number }[];
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

const FUNCTIONS = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|MethodDefinition|StaticBlock|PropertyDefinition)$/;

function rejectNode(node: Node, topLevel: boolean): void {
  const isDeclaredAwait = node.type === 'VariableDeclaration' && node.kind === 'await using';
  const isAwait = node.type === 'AwaitExpression' || node.await === true || isDeclaredAwait;
  if (topLevel && isAwait) {
    throw new ModuleRejected(
      '`await` outside a function stops the whole module before any check can run; put it into an async function.',
      /\bawait\b/,
    );
  }
  if (node.type === 'ImportExpression') {
    throw new ModuleRejected(
      'an exercise cannot load modules with `import()`; everything it needs is handed in.',
      /\bimport\s*\(/,
    );
  }
  if (node.type === 'MetaProperty' && (node.meta as Node)?.name === 'import') {
    throw new ModuleRejected('`import.meta` does not exist here.', /\bimport\s*\.\s*meta\b/);
  }
  if (isDirectEval(node)) {
    throw new ModuleRejected('`eval` does not exist here; write the code itself.', /\beval\s*\(/);
  }
}

function isDirectEval(node: Node): boolean {
  const callee = node.callee as Node | undefined;
  return node.type === 'CallExpression' && callee?.type === 'Identifier' && callee.name === 'eval';
}

/** Texts that the evaluator would take for forbidden syntax; as escapes they mean the same in a literal or a name. */
const SUSPICIOUS: readonly [RegExp, string][] = [
  [/import(?=\s*(\(|\/[/*]))/g, '\\u0069mport'],
  [/eval(?=\s*\()/g, '\\u0065val'],
  [/<!--/g, '\\x3c!--'],
  [/-->/g, '--\\x3e'],
];

function escapeText(node: Node, code: string): Edit | undefined {
  if (node.type === 'Identifier' && (node.name === 'import' || node.name === 'eval')) {
    // Only a property can have such a name here.
    const escaped = node.name === 'import' ? '\\u0069mport' : '\\u0065val';
    return { start: node.start, end: node.end, text: escaped };
  }
  if (node.type !== 'Literal' && node.type !== 'TemplateElement') return undefined;
  const text = code.slice(node.start, node.end);
  const escaped = SUSPICIOUS.reduce((all, [pattern, escape]) => all.replace(pattern, escape), text);
  return escaped === text ? undefined : { start: node.start, end: node.end, text: escaped };
}

function importEdit(node: Node): Edit {
  const { value: from } = node.source as { value: string };
  if (from !== '#course') {
    throw new ModuleRejected(
      `an exercise may import only "#course", not ${JSON.stringify(from)}; everything else is handed in.`,
      new RegExp(`\\bimport\\b[^;]*${from.replace(/[^\w]/g, '\\$&')}`),
    );
  }
  const bindings = (node.specifiers as Node[]).map((specifier) => {
    const local = (specifier.local as Node).name as string;
    if (specifier.type !== 'ImportSpecifier') return `${local}=$course`;
    const { name = '' } = specifier.imported as { name?: string };
    return `${local}=$course.${name}`;
  });
  const text = bindings.length === 0 ? '' : `const ${bindings.join()};`;
  return { start: node.start, end: node.end, text };
}

function namesIn(pattern: Node): string[] {
  if (pattern.type === 'Identifier') return [pattern.name as string];
  const parts =
    pattern.type === 'Property'
      ? [pattern.value as Node]
      : pattern.type === 'AssignmentPattern'
        ? [pattern.left as Node]
        : childrenOf(pattern);
  return parts.flatMap(namesIn);
}

function declaredNames(declaration: Node): string[] {
  if (declaration.type !== 'VariableDeclaration') return [(declaration.id as Node).name as string];
  return (declaration.declarations as Node[]).flatMap(({ id }) => namesIn(id as Node));
}

const nameOf = (node: Node): string => (node.name ?? node.value) as string;

function editExport(node: Node, edits: Edit[], exports: ExportedName[]): void {
  const declaration = node.declaration as Node | null | undefined;
  if (node.type === 'ExportAllDeclaration' || node.source) {
    throw new ModuleRejected('an exercise cannot export from another module.', /\bexport\b.*\bfrom\b/);
  }
  if (node.type === 'ExportDefaultDeclaration' && declaration) {
    const name = (declaration.id as Node | null)?.name as string | undefined;
    edits.push({ start: node.start, end: declaration.start, text: name ? '' : 'const $default=' });
    exports.push({ name: 'default', local: name ?? '$default' });
  } else if (declaration) {
    edits.push({ start: node.start, end: declaration.start, text: '' });
    for (const name of declaredNames(declaration)) exports.push({ name, local: name });
  } else {
    edits.push({ start: node.start, end: node.end, text: '' });
    for (const { local, exported } of node.specifiers as Record<'local' | 'exported', Node>[]) {
      exports.push({ name: nameOf(exported), local: nameOf(local) });
    }
  }
}

/** How a module's text must change to run as a function's body, and what it exports. @throws {ModuleRejected} */
export function editModule(
  { program, comments }: ParsedModule,
  code: string,
): { edits: Edit[]; exports: ExportedName[] } {
  const edits: Edit[] = comments.map(({ start, end }) => ({
    start,
    end,
    text: code.slice(start, end).replace(/[^\n]/g, ' '),
  }));
  const exports: ExportedName[] = [];
  for (const node of (program as { body: Node[] }).body) {
    if (node.type === 'ImportDeclaration') edits.push(importEdit(node));
    else if (node.type.startsWith('Export')) editExport(node, edits, exports);
  }
  const visit = (node: Node, topLevel: boolean): void => {
    rejectNode(node, topLevel);
    const escaped = escapeText(node, code);
    if (escaped && !edits.some(({ start, end }) => start <= escaped.start && escaped.end <= end)) {
      edits.push(escaped);
    }
    const stillTop = topLevel && !FUNCTIONS.test(node.type);
    for (const child of childrenOf(node)) visit(child, stillTop);
  };
  visit(program as Node, true);
  return { edits, exports };
}
