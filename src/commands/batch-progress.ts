import { print } from "../output.ts";
import { english, formatNumber } from "../pack/language.ts";
import type { World } from "../world.ts";

export interface Progress {
  /** Says how far it is, if some time has passed since it last did. */
  tell(rows: number, bytes: number): Promise<void>;
  /** Takes the line away. */
  clear(): Promise<void>;
}

const every = 200;

/**
 * Rows, rows a second, bytes done and time left, in one line on standard error. Nothing where that is no
 * terminal, or `isHidden`, since the rows themselves go there.
 */
export function showProgress(
  { stderr, env }: World,
  total: number | null,
  isHidden: boolean,
  now = () => performance.now(),
): Progress {
  if (isHidden || stderr.isTTY !== true || env["TERM"] === "dumb")
    return { tell: async () => {}, clear: async () => {} };
  const started = now();
  let told = started;
  let isShown = false;
  const line = (text: string) => print(stderr, `\r\u001b[K${text}`);
  return {
    tell: async (rows, bytes) => {
      const time = now();
      if (time - told < every) return;
      told = time;
      isShown = true;
      const text = progressInWords(rows, bytes, total, (time - started) / 1000);
      await line(text.slice(0, Math.max(20, (stderr.columns || 80) - 1)));
    },
    clear: async () => {
      if (isShown) await line("");
    },
  };
}

export function progressInWords(rows: number, bytes: number, total: number | null, seconds: number): string {
  const rate = `${formatNumber(english, rows)} rows, ${formatNumber(english, Math.round(rows / seconds))} a second`;
  if (total === null || total === 0) return `${rate}, ${megabytes(bytes)} MB`;
  const left = Math.ceil((seconds * Math.max(0, total - bytes)) / Math.max(1, bytes));
  return `${rate}, ${megabytes(bytes)} of ${megabytes(total)} MB, ${left < 60 ? `${left} s` : `${Math.ceil(left / 60)} min`} left`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}
