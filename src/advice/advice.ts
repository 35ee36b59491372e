import type { Conditions, Experiment, Saying, Source } from "../pack/pack.ts";
import type { Verdict } from "./judge.ts";
import type { Robustness } from "./robustness.ts";

/** The record that every format shows (DESIGN 6). A breaking change raises the number in `format`. */
export interface Advice {
  readonly format: "role-advisor/advice@1";
  /** Version of the program. */
  readonly program: string;
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string; readonly title: string };
  /** These answers as a short string that replays. */
  readonly code: string;
  /** As understood, in pack order: the option's id where one is picked, a list where any may be. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  /** `answered` and `open` count scored questions: together they are `scored`. */
  readonly questions: { readonly answered: number; readonly open: readonly string[]; readonly scored: number };
  readonly recommendation: Recommendation;
  /** In pack order. */
  readonly roles: readonly RoleScore[];
  /** Every answered scored question, largest absolute contribution first, then in pack order. */
  readonly reasons: readonly Reason[];
  /** Null when no set of changes ends the lead, or when it is shared. */
  readonly flip: {
    readonly answers: number;
    readonly changes: readonly {
      readonly question: string;
      readonly from: readonly string[];
      readonly to: readonly string[];
    }[];
    readonly to: string;
  } | null;
  /** Up to three questions that would decide a call that is open: none when it is leaning or clear. */
  readonly deciding: readonly string[];
  readonly completions: {
    readonly ways: number;
    readonly leads: Readonly<Record<string, number>>;
    readonly shared: number;
    readonly exact: boolean;
    readonly samples?: number;
    readonly seed?: number;
    readonly standardError?: number;
  };
  /** Null when the lead is shared. */
  readonly robustness: Robustness | null;
  /** The leader's; null when the lead is shared or the role has no kinds. */
  readonly kind: KindMatch | null;
  readonly tension: (Saying & { readonly drawn: string; readonly able: string }) | null;
  /** The leader's; null when the lead is shared. */
  readonly path: Path | null;
  /** Both ways side by side, when the call is open: none when it is leaning or clear. */
  readonly ways: readonly { readonly role: string; readonly kind: KindMatch | null; readonly path: Path }[];
  readonly notes: readonly (Saying & { readonly id: string; readonly title: string })[];
  /** How the leader works with each other role. */
  readonly counterpart: readonly (Saying & { readonly role: string })[];
  readonly limits: Saying;
  /** Every source that a part of this record names, and no other, in the order in which they are named. */
  readonly sources: Readonly<Record<string, Source>>;
}

export interface Recommendation {
  /** Null in a tie. */
  readonly role: string | null;
  /** Only in a tie: the roles that share the lead, in pack order. */
  readonly leaders?: readonly string[];
  /** The role with the next most points; in a tie the second of the leaders. */
  readonly runnerUp: string;
  readonly verdict: Verdict;
  readonly margin: number;
  readonly certain: boolean;
  readonly summary: string;
}

export interface RoleScore {
  readonly id: string;
  readonly short: string;
  readonly name: string;
  readonly points: number;
  /** The most that it could have had from the questions answered. */
  readonly possible: number;
  /** The same for what one is able in: it shapes the way, not the recommendation. */
  readonly able: { readonly points: number; readonly possible: number };
}

export interface Reason {
  readonly question: string;
  readonly answer: readonly string[];
  /** Points that the answer adds to the margin over the runner-up. They sum to the margin. */
  readonly contribution: number;
  readonly points: Readonly<Record<string, number>>;
  /** The trait with the largest share in the contribution; null where the contribution is zero. */
  readonly trait: string | null;
  /** What the leader (against it: the runner-up) has to do with that trait. */
  readonly because: string | null;
  readonly sources: readonly string[];
}

export interface KindMatch extends Saying {
  readonly id: string;
  readonly name: string;
  /** Points ahead of the next kind; null where there is only one. */
  readonly ahead: number | null;
}

export interface Path {
  /** Id of the stage where one stands; null if the answers do not tell. */
  readonly here: string | null;
  readonly stages: readonly (Saying & {
    readonly id: string;
    readonly title: string;
    readonly usual: string;
    readonly do: readonly Saying[];
  })[];
  /** What to grow first: at most three traits of the role. */
  readonly grow: readonly Growth[];
}

export interface Growth {
  readonly trait: string;
  readonly name: string;
  readonly weight: number;
  /** Evidence of being able that the answers showed, of the most that the answered questions could show. */
  readonly able: { readonly had: number; readonly possible: number };
  readonly experiments: readonly Omit<Experiment, keyof Conditions>[];
}
