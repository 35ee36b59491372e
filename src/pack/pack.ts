import type { Fault } from "../fault.ts";
import type { PickName } from "./pick.ts";

/** The text of each file of a pack, by its path inside the pack's folder: `pack.yaml`, `roles/cto.yaml`, … */
export type PackFiles = Readonly<Record<string, string>>;

/** A checked pack as plain data that survives JSON. `schema/pack-files.ts` describes the files that it is made of. */
export interface Pack {
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  /** The language of its texts (BCP 47). */
  readonly lang: string;
  /** `sha256:` and 64 hex digits over the whole pack except `gone`, `tests` and `examples`, which change no advice. */
  readonly hash: string;
  readonly title: string;
  readonly intro: string;
  /** Sentences about where a person stands. A result contains the first one whose conditions hold. */
  readonly portrait: readonly (Conditions & { readonly say: string })[];
  readonly limits: Saying;
  readonly tension: Saying | null;
  /** The largest flip that still counts as close, or as leaning, in answers (DESIGN 5.4). */
  readonly verdict: { readonly close: number; readonly leaning: number };
  readonly notes: readonly Note[];
  /** Old ids (`question` or `question.option`) to the present id of the question or the option. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Ids of earlier versions that the author has removed without a successor. */
  readonly gone: readonly string[];
  /** Questions and options of earlier versions, by version. Codes that were made with these versions need them. */
  readonly history: Readonly<Record<string, Layout>>;
  readonly traits: readonly Trait[];
  readonly topics: readonly { readonly title: string; readonly questions: readonly string[] }[];
  /** All questions, topic by topic. Their order is the pack order. */
  readonly questions: readonly Question[];
  /** Roles in order of display. */
  readonly roles: readonly Role[];
  /** Roles outside the choice, in the order of pack.yaml. */
  readonly neighbours: readonly Neighbour[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly guide: readonly GuideTopic[];
  /** Null where the pack has not been tried on real cases. */
  readonly evidence: Evidence | null;
  /** The pack's own wording of fixed sentences: section, key, and a text or its plural forms. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string | PluralForms>>>>;
  readonly tests: readonly PackTest[];
  readonly examples: readonly Example[];
}

/** A sentence that a user reads, and the ids of the sources that support it. */
export interface Saying {
  readonly say: string;
  readonly sources: readonly string[];
}

/** Question id to option ids, any of which satisfies the condition. An open question never does. */
export type When = Readonly<Record<string, readonly string[]>>;

/** All of `when` must hold, and nothing of `unless` may hold. */
export interface Conditions {
  readonly when: When;
  readonly unless: When;
}

/** A sentence for each plural category of the pack's language, as Intl.PluralRules names them. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Trait id to strength: 1 to 3 as evidence, 1 to 5 as a weight. A missing trait counts as zero. */
export type Strengths = Readonly<Record<string, number>>;

export interface Trait {
  readonly id: string;
  readonly name: string;
  /** Completes "you are drawn to …". */
  readonly drawn: string;
  /** Completes "you have …". */
  readonly able: string;
  /** A whole sentence about a reader whom this trait draws strongly. */
  readonly portrait: string | null;
}

/** The order of questions and options that a code relies on. */
export type Layout = readonly {
  readonly id: string;
  readonly pick: PickName;
  readonly options: readonly string[];
}[];

export interface Question {
  readonly id: string;
  /** The name of the question in reports. */
  readonly short: string;
  readonly topic: string;
  readonly ask: string;
  readonly why: string;
  readonly sources: readonly string[];
  readonly pick: PickName;
  /** The most options that an `any` answer may hold; the number of options where the pack sets none. */
  readonly most: number;
  readonly mutable: boolean;
  readonly options: readonly Option[];
}

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly drawn: Strengths;
  readonly able: Strengths;
}

/** The description that roles and neighbours have in common. */
export interface Profiled {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly inShort: Saying;
  readonly profile: Readonly<Record<ProfileField, readonly Saying[]>>;
}

export interface Role extends Profiled {
  /** Contains only traits with a weight above zero. */
  readonly traits: Readonly<Record<string, RoleTrait>>;
  readonly kinds: readonly Kind[];
  readonly path: readonly Stage[];
  readonly notes: readonly Note[];
  /** How to work with another role, by that role's id. */
  readonly counterpart: Readonly<Record<string, Saying>>;
}

export const profileFields = [
  "faces",
  "orientation",
  "measured_by",
  "responsibilities",
  "goals",
  "challenges",
  "reports_to",
  "qualifies_by",
] as const;
export type ProfileField = (typeof profileFields)[number];

/** A role beside the choice, scored by the same answers (DESIGN 5.11). */
export interface Neighbour extends Profiled {
  /** Contains only traits with a weight above zero. */
  readonly traits: Readonly<Record<string, WeighedTrait>>;
  /** What to do if the answers point to this neighbour. */
  readonly look: Saying;
}

export interface WeighedTrait {
  readonly weight: number;
  readonly because: Saying;
}

export interface RoleTrait extends WeighedTrait {
  /** What the job is like for a person whom this trait hardly draws. */
  readonly without: Saying | null;
  readonly grow: readonly Experiment[];
}

/** Something to try (`do`), and what it tells a person about themselves (`learn`). */
export interface Experiment extends Conditions {
  readonly do: string;
  readonly learn: string;
  readonly sources: readonly string[];
}

export interface Kind extends Saying {
  readonly id: string;
  readonly name: string;
  /** A shorter text for places with little room. */
  readonly inShort: string | null;
  readonly traits: Strengths;
}

export interface Stage extends Saying, Conditions {
  readonly id: string;
  readonly title: string;
  readonly usual: string;
  readonly do: readonly (Saying & Conditions)[];
}

export interface Note extends Saying, Conditions {
  readonly id: string;
  readonly title: string;
  /** A shorter text for places with little room. */
  readonly inShort: string | null;
}

export interface Source {
  readonly title: string;
  readonly by: string;
  readonly year?: number;
  readonly url?: string;
  readonly note?: string;
}

export interface GuideTopic {
  readonly id: string;
  readonly title: string;
  readonly say: string | null;
  readonly points: readonly Saying[];
  readonly sources: readonly string[];
}

/** How often the advice named the role that real people have (DESIGN 5.12). */
export interface Evidence {
  /** The version of the pack that was tried on the cases. */
  readonly version: string;
  readonly cases: number;
  /** By flip size, from 1 on without gaps. The last row has `to: null` and also counts results without a flip. */
  readonly rows: readonly {
    readonly from: number;
    readonly to: number | null;
    readonly right: number;
    readonly of: number;
  }[];
  readonly say: string;
  readonly limits: string;
  readonly sources: readonly string[];
}

export interface PackTest {
  readonly name: string;
  /** A code that must decode to `answers`. */
  readonly code: string | null;
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly expect: Expectation;
}

export interface Expectation {
  readonly leader?: string;
  readonly verdict?: "tie" | "early" | "close" | "leaning" | "clear";
  readonly certain?: boolean;
  readonly flip?: number;
  readonly kind?: string;
  readonly here?: string;
  readonly tension?: boolean;
  readonly notes?: readonly string[];
  readonly neighbours?: readonly string[];
}

/** Sample answers that ship with a pack. */
export interface Example {
  readonly name: string;
  readonly about: string;
  readonly answers: Readonly<Record<string, readonly string[]>>;
  /** The faults for which this example cannot be used. The rest of the pack can be used. */
  readonly faults: readonly Fault[];
}
