/** A fenced code block of a Markdown text. */
export interface Fence {
  readonly language: string;
  /** The name of the file that the block is, if it says so. */
  readonly title: string | undefined;
  readonly code: string;
  /** Line of the first line of code. */
  readonly line: number;
}

export const readFences = (text: string): Fence[] =>
  [...text.matchAll(/^```(\w*)(?: title="([^"]+)")?[^\n]*\n([\s\S]*?)^```$/gm)].map(
    ({ index, 1: language = '', 2: title, 3: code = '' }) => ({
      language,
      title,
      code,
      line: text.slice(0, index).split('\n').length + 1,
    }),
  );
