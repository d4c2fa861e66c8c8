import { resolve } from 'node:path';
import ts from 'typescript';

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile('tsconfig.json', ts.sys.readFile).config,
  ts.sys,
  process.cwd(),
);

/** The compiler's view of some files of this repository. */
export function createProgram(files: string[]): ts.Program {
  return ts.createProgram(
    files.map((file) => resolve(file)),
    options,
  );
}

const file = resolve('test/types/completion-source.ts');
let content = '';
let version = 0;

// One for all sources: the types of the libraries are read once.
const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: (name) => (name === file ? String(version) : '0'),
  getScriptSnapshot: (name) => {
    const text = name === file ? content : ts.sys.readFile(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => process.cwd(),
  getDefaultLibFileName: (compilerOptions) => ts.getDefaultLibFilePath(compilerOptions),
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: ts.sys.readFile,
});

/** What an editor shows about the name that begins at the `|` of a source text: its type and its documentation. */
export function hoverAt(source: string): { type: string; text: string } {
  const info = service.getQuickInfoAtPosition(file, open(source));
  return { type: ts.displayPartsToString(info?.displayParts), text: ts.displayPartsToString(info?.documentation) };
}

/** The files and texts that "go to definition" leads to from the `|` of a source text. */
export function definitionsAt(source: string): string[] {
  const found = service.getDefinitionAtPosition(file, open(source)) ?? [];
  return found.map(({ fileName, textSpan }) => {
    const text = ts.sys.readFile(fileName)?.slice(textSpan.start, textSpan.start + textSpan.length);
    return `${fileName.slice(process.cwd().length + 1)}: ${text}`;
  });
}

/** What an editor offers at the `|` of a source text. */
export function completionsAt(source: string): string[] {
  const completions = service.getCompletionsAtPosition(file, open(source), undefined);
  return (completions?.entries ?? []).map((entry) => entry.name);
}

/** What the compiler says about a source text. */
export function problemsIn(source: string): string[] {
  open(source);
  const diagnostics = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** Opens a source text without its `|`, and returns the position of that. */
function open(source: string): number {
  content = source.replace('|', '');
  version++;
  return source.indexOf('|');
}
