/** Writes a text as one word of a shell command, in quotes if it needs them. */
export function shellWord(text: string): string {
  return /^[\w@./:~\\-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
