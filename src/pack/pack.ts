import type { Fault } from "../fault.ts";
import type { PickName } from "./pick.ts";

/** Text of each file of a pack, by its name inside the pack's folder: `pack.yaml`, `roles/cto.yaml`, … */
export type PackFiles = Readonly<Record<string, string>>;

/** A pack as the rest of the program knows it: checked, plain data that survives JSON. The files are described in `schema.ts`. */
export interface Pack {
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  /** BCP 47: the language of its texts. */
  readonly lang: string;
  /** `sha256:` and 64 hex digits over everything below that can change an advice. */
  readonly hash: string;
  readonly title: string;
  readonly intro: string;
  /** Where a person stands, in one sentence: the first whose conditions hold. */
  readonly portrait: readonly (Conditions & { readonly say: string })[];
  readonly limits: Saying;
  readonly tension: Saying | null;
  /** The greatest number of answers whose change ends the lead that still counts as close, or leaning (DESIGN 5.4). */
  readonly verdict: { readonly close: number; readonly leaning: number };
  readonly notes: readonly Note[];
  /** What ids of this version were called before: `question` or `question.option`, old to new. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Ids of earlier versions that are nothing today, as the author knows. */
  readonly gone: readonly string[];
  /** Questions and options of earlier versions, in their order, by version: what codes made with them need to be read. */
  readonly history: Readonly<Record<string, Layout>>;
  readonly traits: readonly Trait[];
  readonly topics: readonly { readonly title: string; readonly questions: readonly string[] }[];
  /** In pack order, topic by topic. */
  readonly questions: readonly Question[];
  /** In order of display. */
  readonly roles: readonly Role[];
  /** Roles outside the choice, in pack order. */
  readonly neighbours: readonly Neighbour[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly guide: readonly GuideTopic[];
  /** How often the advice named what real people do; null where nobody tried. */
  readonly evidence: Evidence | null;
  /** The pack's own wording of fixed sentences: section, key, and a text or its plural forms. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string | PluralForms>>>>;
  readonly tests: readonly PackTest[];
  readonly examples: readonly Example[];
}

/** A sentence that a user reads, and the ids of the sources it rests on. */
export interface Saying {
  readonly say: string;
  readonly sources: readonly string[];
}

/** Question id to option ids, of which any will do. An open question never holds. */
export type When = Readonly<Record<string, readonly string[]>>;

/** All of `when` must hold, and none of `unless` may. */
export interface Conditions {
  readonly when: When;
  readonly unless: When;
}

/** A sentence for each plural form of the pack's language, as Intl.PluralRules calls them. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Trait id to strength: 1 to 3 as evidence, 1 to 5 as a weight. A trait that is missing counts zero. */
export type Strengths = Readonly<Record<string, number>>;

export interface Trait {
  readonly id: string;
  readonly name: string;
  /** Completes "you are drawn to …". */
  readonly drawn: string;
  /** Completes "you have …". */
  readonly able: string;
  /** A whole sentence about a reader whom this draws strongly. */
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
  /** What reports call it. */
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

/** What roles and neighbours are described by. */
export interface Profiled {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly inShort: Saying;
  readonly profile: Readonly<Record<ProfileField, readonly Saying[]>>;
}

export interface Role extends Profiled {
  /** Only traits with a weight above zero. */
  readonly traits: Readonly<Record<string, RoleTrait>>;
  readonly kinds: readonly Kind[];
  readonly path: readonly Stage[];
  readonly notes: readonly Note[];
  /** By the other role's id: how to work with it. */
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
  /** Only traits with a weight above zero. */
  readonly traits: Readonly<Record<string, WeighedTrait>>;
  /** What to do if this is where the answers point. */
  readonly look: Saying;
}

export interface WeighedTrait {
  readonly weight: number;
  readonly because: Saying;
}

export interface RoleTrait extends WeighedTrait {
  /** What the job is like for one whom this hardly draws. */
  readonly without: Saying | null;
  readonly grow: readonly Experiment[];
}

/** Something to try, and what it tells about oneself. */
export interface Experiment extends Conditions {
  readonly do: string;
  readonly learn: string;
  readonly sources: readonly string[];
}

export interface Kind extends Saying {
  readonly id: string;
  readonly name: string;
  /** For where there is little room. */
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
  /** For where there is little room. */
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

/** How often the advice named what real people do (DESIGN 5.12). */
export interface Evidence {
  /** Of the pack that was tried. */
  readonly version: string;
  readonly cases: number;
  /** By size of the flip, from 1 on and without gaps; the last row is open: `to` is null, and no flip at all belongs there. */
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
  /** A code that must give these answers. */
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
  /** Why it cannot be used; the rest of the pack can. */
  readonly faults: readonly Fault[];
}
