/** The known name that a mistyped one most likely meant; undefined if none is close. */
export function nearest(wrong: string, names: Iterable<string>): string | undefined {
  // Two letters, or a third of the word, may differ. Beyond that it is another word.
  const limit = Math.max(2, Math.floor(wrong.length / 3));
  const [best] = [...names]
    .map((name) => ({ name, count: edits(wrong.toLowerCase(), name.toLowerCase()) }))
    .sort((one, other) => one.count - other.count);
  return best && best.count <= limit ? best.name : undefined;
}

/** How many letters have to be inserted, removed or replaced to turn one word into the other (Levenshtein distance). */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const letter of from) {
    const [first = 0] = row;
    const next = [first + 1];
    for (let index = 1; index <= to.length; index++) {
      const [above = 0, diagonal = 0, left = 0] = [row[index], row[index - 1], next[index - 1]];
      next.push(Math.min(above + 1, left + 1, diagonal + (letter === to[index - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
