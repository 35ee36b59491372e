import type { Place } from "../fault.ts";

/** The findings of `check`, as `--format json` prints them. */
export interface Checked {
  readonly format: "role-advisor/check@1";
  /** Version of the program. */
  readonly program: string;
  readonly folder: string;
  /** True for the pack that ships with the program. */
  readonly isBuiltIn: boolean;
  /** Null when faults make the pack unreadable. */
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
  /** Errors before warnings, pack.yaml before files that depend on it, then by line and column: causes come first. */
  readonly problems: readonly Problem[];
}

export interface Problem extends Place {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly message: string;
  /** Other places with the same problem. */
  readonly also?: readonly Place[];
}
