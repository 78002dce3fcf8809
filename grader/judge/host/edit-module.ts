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
  /** Where it is exported, in the compiled text. */
  start: number;
}

export interface ImportedName {
  local: string;
  /** The expression that has its value. */
  value: string;
}

export interface EditedModule {
  edits: Edit[];
  imports: ImportedName[];
  exports: ExportedName[];
}

/** Thrown for a construct that is no valid module, or that no exercise needs and the judge does not allow. */
export class ModuleRejected extends Error {
  override name = 'ModuleRejected';
  readonly kind: 'syntax' | 'rejected-file';
  /** Where the construct starts in the compiled text. */
  readonly offset: number;

  constructor(
    { start }: { start: number },
    message: string,
    kind: ModuleRejected['kind'] = 'rejected-file',
  ) {
    super(message);
    this.kind = kind;
    this.offset = start;
  }
}

/** A name that the text does not contain, as much like the wish as can be. */
export function freeName(wish: string, code: string): string {
  return code.includes(wish) ? freeName(`${wish}_`, code) : wish;
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

const FUNCTIONS =
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|MethodDefinition|StaticBlock|PropertyDefinition)$/;

function rejectNode(node: Node, topLevel: boolean): void {
  const isDeclaredAwait = node.type === 'VariableDeclaration' && node.kind === 'await using';
  const isAwait = node.type === 'AwaitExpression' || node.await === true || isDeclaredAwait;
  if (topLevel && isAwait) {
    throw new ModuleRejected(
      node,
      '`await` outside a function stops the whole module before any check can run; put it into an async function.',
    );
  }
  if (topLevel && node.type === 'ReturnStatement') {
    throw new ModuleRejected(node, '`return` stands outside a function.', 'syntax');
  }
  if (node.type === 'ImportExpression') {
    throw new ModuleRejected(
      node,
      'an exercise cannot load modules with `import()`; everything it needs is handed in.',
    );
  }
  if (node.type === 'MetaProperty' && (node.meta as Node)?.name === 'import') {
    throw new ModuleRejected(node, '`import.meta` does not exist here.');
  }
  if (node.type === 'Decorator') {
    throw new ModuleRejected(node, 'no engine runs decorators yet; call the function yourself.');
  }
  if (isDirectEval(node)) {
    throw new ModuleRejected(node, '`eval` does not exist here; write the code itself.');
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
  const isName = node.type === 'Identifier' || node.type === 'PrivateIdentifier';
  if (isName && (node.name === 'import' || node.name === 'eval')) {
    // Only a property can have such a name here.
    const escaped = node.name === 'import' ? '\\u0069mport' : '\\u0065val';
    const mark = node.type === 'Identifier' ? '' : '#';
    return { start: node.start, end: node.end, text: mark + escaped };
  }
  if (node.type !== 'Literal' && node.type !== 'TemplateElement') return undefined;
  const text = code.slice(node.start, node.end);
  const escaped = SUSPICIOUS.reduce((all, [pattern, safe]) => all.replace(pattern, safe), text);
  return escaped === text ? undefined : { start: node.start, end: node.end, text: escaped };
}

/** What `#course` exports as values; its types are gone when the judge sees a file. */
const COURSE_EXPORTS = ['todo'];

const nameOf = (node: Node): string => (node.name ?? node.value) as string;

function importsOf(node: Node, course: string): ImportedName[] {
  const { value: from } = node.source as { value: string };
  if (from !== '#course') {
    throw new ModuleRejected(
      node,
      `an exercise may import only "#course", not ${JSON.stringify(from)}; timers, AbortController and the like are globals, and everything else is handed in.`,
    );
  }
  return (node.specifiers as Node[]).map((specifier) => {
    const local = (specifier.local as Node).name as string;
    if (specifier.type === 'ImportNamespaceSpecifier') return { local, value: course };
    const isDefault = specifier.type === 'ImportDefaultSpecifier';
    const imported = isDefault ? 'default' : nameOf(specifier.imported as Node);
    if (!COURSE_EXPORTS.includes(imported)) {
      throw new ModuleRejected(
        specifier,
        `"#course" does not export \`${imported}\`; write \`import { todo } from '#course'\`.`,
      );
    }
    return { local, value: `${course}.${imported}` };
  });
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

/** What is known of a module so far. */
interface Findings extends EditedModule {
  code: string;
  /** Every name that is declared anywhere. */
  declared: Set<string>;
}

function noteImport(node: Node, { code, edits, imports, declared }: Findings): void {
  const found = importsOf(node, freeName('$course', code));
  edits.push({ start: node.start, end: node.end, text: '' });
  imports.push(...found);
  for (const { local } of found) declared.add(local);
}

function noteDefault(node: Node, declaration: Node, { code, edits, exports, declared }: Findings) {
  const name = (declaration.id as Node | null)?.name as string | undefined;
  const local = name ?? freeName('$default', code);
  const { start, end } = declaration;
  // As a property, an anonymous function gets the name that it has in a module.
  edits.push({ start: node.start, end: start, text: name ? '' : `const ${local}={default:` });
  if (!name) edits.push({ start: end, end, text: '}.default;' });
  declared.add(local);
  exports.push({ name: 'default', local, start: node.start });
}

function noteExport(node: Node, findings: Findings): void {
  const { start } = node;
  const { edits, exports } = findings;
  const declaration = node.declaration as Node | null | undefined;
  if (node.type === 'ExportAllDeclaration' || node.source) {
    throw new ModuleRejected(node, 'an exercise cannot export from another module.');
  }
  if (node.type === 'ExportDefaultDeclaration' && declaration) {
    noteDefault(node, declaration, findings);
  } else if (declaration) {
    edits.push({ start, end: declaration.start, text: '' });
    exports.push(...declaredNames(declaration).map((name) => ({ name, local: name, start })));
  } else {
    edits.push({ start, end: node.end, text: '' });
    for (const { local, exported } of node.specifiers as Record<'local' | 'exported', Node>[]) {
      exports.push({ name: nameOf(exported), local: nameOf(local), start: exported.start });
    }
  }
}

/** What an engine would refuse when it links the module. */
function rejectExports({ exports, declared }: Findings): void {
  const seen = new Set<string>();
  for (const { name, local, start } of exports) {
    const problem = seen.has(name) ? 'exported twice' : 'exported but not declared';
    if (seen.has(name) || !declared.has(local)) {
      throw new ModuleRejected({ start }, `\`${name}\` is ${problem}.`, 'syntax');
    }
    seen.add(name);
  }
}

const DECLARATIONS = /^(VariableDeclarator|FunctionDeclaration|ClassDeclaration)$/;

function visit(node: Node, topLevel: boolean, findings: Findings): void {
  const { code, edits, declared } = findings;
  rejectNode(node, topLevel);
  if (DECLARATIONS.test(node.type) && node.id) {
    for (const name of namesIn(node.id as Node)) declared.add(name);
  }
  const escaped = escapeText(node, code);
  if (escaped && !edits.some(({ start, end }) => start <= escaped.start && escaped.end <= end)) {
    edits.push(escaped);
  }
  const stillTop = topLevel && !FUNCTIONS.test(node.type);
  for (const child of childrenOf(node)) visit(child, stillTop, findings);
}

/** How a module's text must change to run as a function's body, what it imports and exports. @throws {ModuleRejected} */
export function editModule({ program, comments }: ParsedModule, code: string): EditedModule {
  const edits: Edit[] = comments.map(({ start, end }) => ({ start, end, text: '' }));
  const findings: Findings = { code, edits, imports: [], exports: [], declared: new Set() };
  for (const node of (program as { body: Node[] }).body) {
    if (node.type === 'ImportDeclaration') noteImport(node, findings);
    else if (node.type.startsWith('Export')) noteExport(node, findings);
  }
  visit(program as Node, true, findings);
  rejectExports(findings);
  return findings;
}
