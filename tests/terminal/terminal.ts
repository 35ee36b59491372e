import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type IPty, spawn } from "@lydell/node-pty";
import headless from "@xterm/headless";

/** A terminal with a program in it: keys go in, and what is on the screen can be read. */
export class Terminal {
  readonly #pty: IPty;
  readonly #screen: headless.Terminal;
  #watchers: (() => void)[] = [];
  #pending = 0;
  #exit: { readonly code: number; readonly signal: number } | null = null;

  constructor(file: string, args: readonly string[], options: TerminalOptions = {}) {
    const { columns = 80, rows = 24, env = {}, cwd = process.cwd(), isMute = false } = options;
    const clean = { PATH: process.env["PATH"] ?? "", TERM: "xterm-256color", LANG: "C.UTF-8", ...env };
    this.#screen = new headless.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 5000 });
    this.#pty = spawn(file, [...args], { name: clean.TERM, cols: columns, rows, cwd, env: clean });
    this.#pty.onData((data) => {
      this.#pending++;
      this.#screen.write(data, () => {
        this.#pending--;
        this.#look();
      });
    });
    this.#screen.onData((reply) => isMute || this.#pty.write(reply));
    this.#pty.onExit(({ exitCode, signal = 0 }) => {
      this.#exit = { code: exitCode, signal };
      this.#look();
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  /** What one sees now, without the blanks at the end of lines and the empty lines at the end. */
  get text(): string {
    const { active } = this.#screen.buffer;
    return this.#read(active.viewportY, active.viewportY + this.#screen.rows);
  }

  /** Is it as a shell wants it: the normal screen, with a cursor, and no marks around pastes? */
  get isAtRest(): boolean {
    const { buffer, modes } = this.#screen;
    // Its types do not tell of the cursor.
    const { coreService } = (this.#screen as unknown as { _core: { coreService: { isCursorHidden: boolean } } })._core;
    return buffer.active.type === "normal" && !modes.bracketedPasteMode && !coreService.isCursorHidden;
  }

  /** The same with all that has scrolled away. */
  get history(): string {
    return this.#read(0, this.#screen.buffer.active.length);
  }

  #read(from: number, to: number): string {
    const lines = Array.from({ length: to - from }, (_, i) => this.#screen.buffer.active.getLine(from + i));
    return lines
      .map((line) => line?.translateToString(true) ?? "")
      .join("\n")
      .trimEnd();
  }

  press(...keys: readonly string[]): void {
    for (const key of keys) this.#pty.write(key);
  }

  resize(columns: number, rows: number): void {
    this.resizeWindow(columns, rows);
    this.tellSize();
  }

  /** The window has its new size, and the program in it has not heard of it yet. */
  resizeWindow(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
  }

  tellSize(): void {
    this.#pty.resize(this.#screen.cols, this.#screen.rows);
  }

  /** Closes the window, as a click does: whoever reads from it or writes to it finds nobody there. */
  close(): void {
    // It has that, and its types do not say so.
    (this.#pty as IPty & { destroy(): void }).destroy();
  }

  kill(signal: string): void {
    this.#pty.kill(signal);
  }

  /** Waits until the screen shows what is looked for; how it looks is in the error if the time of the test runs out. */
  async sees(wanted: string | RegExp, milliseconds = 20_000): Promise<string> {
    const isThere = () => (typeof wanted === "string" ? this.text.includes(wanted) : wanted.test(this.text));
    await this.#until(isThere, milliseconds, () => `never saw ${wanted}`);
    return this.text;
  }

  async exits(milliseconds = 20_000): Promise<{ readonly code: number; readonly signal: number }> {
    await this.#until(
      () => this.#exit !== null && this.#pending === 0,
      milliseconds,
      () => "never ended",
    );
    if (this.#exit === null) throw new Error("it has not ended");
    return this.#exit;
  }

  #look(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }

  #until(isDone: () => boolean, milliseconds: number, what: () => string): Promise<void> {
    return new Promise((done, fail) => {
      const timer = setTimeout(() => {
        stop();
        fail(new Error(`${what()}; the screen is\n${this.text}`));
      }, milliseconds);
      const watcher = () => {
        if (!isDone()) return;
        stop();
        done();
      };
      const stop = () => {
        clearTimeout(timer);
        this.#watchers = this.#watchers.filter((one) => one !== watcher);
      };
      this.#watchers.push(watcher);
      watcher();
    });
  }

  /** Ends what still runs. */
  end(): void {
    if (this.#exit === null) this.#pty.kill("SIGKILL");
    this.#screen.dispose();
  }
}

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Does it answer nothing that a program asks it? */
  readonly isMute?: boolean;
}

export const keys = {
  enter: "\r",
  up: "\u001b[A",
  down: "\u001b[B",
  left: "\u001b[D",
  right: "\u001b[C",
  shiftTab: "\u001b[Z",
  ctrlC: "\u0003",
  ctrlD: "\u0004",
  ctrlZ: "\u001a",
  ctrlBackslash: "\u001c",
} as const;

export const program = resolve("bin/role-advisor.js");

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), "role-advisor-"));
}

/** The program itself in a terminal, with a home of its own. */
export function startProgram(args: readonly string[], home: string, options: TerminalOptions = {}): Terminal {
  return new Terminal(process.execPath, [program, ...args], { ...options, env: { HOME: home, ...options.env } });
}
