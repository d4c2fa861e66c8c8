/** The known name that a mistyped one most likely meant; undefined if none is close. */
export function nearest(wrong: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  // A third of the letters may differ; more is another word.
  let limit = Math.max(1, Math.floor(wrong.length / 3));
  for (const name of names) {
    const count = edits(wrong.toLowerCase(), name.toLowerCase());
    if (count > limit || (best !== undefined && count === limit)) continue;
    best = name;
    limit = count;
  }
  return best;
}

/** How many letters have to be inserted, removed, replaced or swapped with the next one to turn one word into the other. */
function edits(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = at(row, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped =
        from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(at(row, j) + 1, at(next, j - 1) + 1, replaced, swapped));
    }
    before = row;
    row = next;
  }
  return at(row, to.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
