import { hideApart, hideFew, hideSmall, isTooFew, type Seen } from "../cohort/floor.ts";
import type { Groups } from "../cohort/groups.ts";
import type { Summary } from "../cohort/summary.ts";
import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { firm, level, type ShownPart, type ShownSection, type ShownSummary, tellsSomething } from "./shown-summary.ts";

type Shown = Groups["groups"][number];

/**
 * The groups of a cohort side by side. The whole is not shown with them: less all groups but one, it would tell that one,
 * however few it has. Each column passes the privacy floor for itself, since no person stands in two of them.
 */
export function showGroups(pack: Pack, { by, groups }: Groups, least: number): ShownSummary {
  const enough = groups.filter(({ summary }) => !isTooFew(summary.respondents, least) && summary.respondents > 0);
  const leftOut = groups.length - enough.length;
  const leaders = enough.map(({ summary }) => leadersOf(pack, summary, least));
  // The length of a bar must not tell how many there are where a leader is hidden.
  const totals = leaders.map((counts) => counts.reduce<number>((n, count) => n + (count ?? 0), 0));
  const sections: ShownSection[] = [
    {
      id: "leaders",
      title: say(pack, "cohort.leaders"),
      say: "",
      parts: [partOf(pack, "", enough, [...pack.roles.map(({ short }) => short), level(pack)], leaders, totals)],
    },
    {
      id: "verdicts",
      title: say(pack, "cohort.verdicts"),
      say: say(pack, "cohort.groups-sure"),
      parts: [
        partOf(
          pack,
          "",
          enough,
          firm.map((name) => say(pack, `cohort.${name}`)),
          enough.map(({ summary }, g) => verdictsOf(pack, summary, leaders[g] ?? [], least)),
          totals,
        ),
      ],
    },
    {
      id: "pulls",
      title: say(pack, "cohort.pulls"),
      say: say(pack, "cohort.pulls-say"),
      parts: [
        partOf(
          pack,
          "",
          enough,
          pack.traits.map(({ name }) => name),
          enough.map(({ summary }) =>
            pack.traits.map(({ id }) => hideFew(summary.pulls[id] ?? 0, summary.respondents, least)),
          ),
          totals,
        ),
      ],
    },
    {
      id: "kinds",
      title: say(pack, "cohort.kinds"),
      say: say(pack, "cohort.kinds-say"),
      parts: pack.roles.map((role, r) => {
        const kinds = enough.map(({ summary }, g) => {
          const led = leaders[g]?.[r] ?? 0;
          const isHidden = led === 0 || isTooFew(led, least);
          return isHidden ? role.kinds.map(() => null) : hideSmall(kindsOf(summary, role), least);
        });
        const names = role.kinds.map(({ name }) => name);
        return partOf(pack, role.short, enough, names, kinds, totals);
      }),
    },
  ];
  const rejected = enough.reduce((n, { summary }) => n + summary.rejected, 0);
  return {
    title: pack.title,
    intro: [
      enough.length === 0
        ? say(pack, "cohort.groups-nobody", { least })
        : say(pack, "cohort.groups", { column: by.trim() }),
      ...(leftOut > 0 && enough.length > 0 ? [say(pack, "cohort.groups-left", { n: leftOut, least })] : []),
      ...(rejected > 0 ? [say(pack, "cohort.rejected", { n: rejected })] : []),
    ],
    sections: sections
      .map((section) => ({ ...section, parts: section.parts.filter(tellsSomething) }))
      .filter(({ parts }) => parts.length > 0),
    notes: [...(least > 1 ? [say(pack, "cohort.groups-hidden", { least })] : []), say(pack, "cohort.purpose")],
  };
}

function leadersOf({ roles }: Pack, { leaders }: Summary, least: number): Seen[] {
  return hideApart([...roles.map(({ id }) => leaders.leads[id] ?? 0), leaders.shared], least);
}

/** Of all leaders together, and so only where no leader is hidden. */
function verdictsOf({ roles }: Pack, { verdicts }: Summary, leaders: readonly Seen[], least: number): Seen[] {
  if (leaders.slice(0, roles.length).includes(null)) return firm.map(() => null);
  return hideSmall(
    firm.map((name) => verdicts[name]),
    least,
  );
}

/** And last those whose answers show none. */
function kindsOf({ kinds, leaders }: Summary, role: Pack["roles"][number]): number[] {
  const counts = role.kinds.map(({ id }) => kinds[role.id]?.[id] ?? 0);
  return [...counts, (leaders.leads[role.id] ?? 0) - counts.reduce((n, count) => n + count, 0)];
}

function partOf(
  pack: Pack,
  title: string,
  groups: readonly Shown[],
  names: readonly string[],
  columns: readonly (readonly Seen[])[],
  totals: readonly number[],
): Extract<ShownPart, { type: "table" }> {
  const heads = groups.map(({ name }, g) => ({
    name: name || say(pack, "cohort.groups-none"),
    role: null,
    total: totals[g] ?? 0,
  }));
  const rows = names
    .map((name, row) => ({ name, counts: columns.map((column) => column[row] ?? null) }))
    .filter(({ counts }) => counts.some((count) => count !== 0));
  return { type: "table", title, columns: heads, rows };
}
