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

/** What an editor offers at the `|` of a source text. */
export function completionsAt(source: string): string[] {
  const position = source.indexOf('|');
  const text = source.replace('|', '');
  const file = resolve('test/types/completion-source.ts');
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const content = name === file ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: (compilerOptions) => ts.getDefaultLibFilePath(compilerOptions),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
  });
  const completions = service.getCompletionsAtPosition(file, position, undefined);
  return (completions?.entries ?? []).map((entry) => entry.name);
}
