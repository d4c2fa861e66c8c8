/** Runs a command of this project: a failure is said in its own words, without a stack, and exits with 1. */
export async function runCommand(
  command: () => Promise<void>,
  explain: (error: Error) => string = ({ message }) => message,
): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(explain(error instanceof Error ? error : new Error(String(error))));
    process.exitCode = 1;
  }
}
