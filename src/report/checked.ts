import type { Place } from "../fault.ts";

/** What `check` found, as `--format json` prints it. */
export interface Checked {
  readonly format: "role-advisor/check@1";
  /** Version of the program. */
  readonly program: string;
  readonly folder: string;
  /** Is it the pack that ships with the program? */
  readonly isBuiltIn: boolean;
  /** Null when the pack has faults that keep it from being read. */
  readonly pack: {
    readonly id: string;
    readonly version: string;
    readonly hash: string;
    readonly title: string;
    readonly questions: number;
    readonly roles: number;
  } | null;
  /** The outcomes that tests.yaml expects. */
  readonly outcomes: { readonly expected: number; readonly missed: number } | null;
  readonly errors: number;
  readonly warnings: number;
  /** Causes before consequences: errors before warnings, pack.yaml before what rests on it; then by line and column. */
  readonly problems: readonly Problem[];
}

export interface Problem extends Place {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly message: string;
  /** Other places where the same is wrong. */
  readonly also?: readonly Place[];
}
