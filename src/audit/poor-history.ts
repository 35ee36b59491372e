import { layoutOf } from "../advice/code.ts";
import type { Layout, Pack } from "../pack/pack.ts";
import type { Warning } from "./warning.ts";

/** Finds earlier versions of the pack whose codes cannot be read, or lose answers. */
export function findPoorHistory(pack: Pack): Warning[] {
  return [...findLostHistory(pack), ...findMissingHistory(pack), ...findUnraisedVersion(pack)];
}

/** Warns if ids were renamed, so that an earlier version exists, and no history.yaml says how to read its codes. */
function findMissingHistory({ renamed, history }: Pack): Warning[] {
  if (Object.keys(renamed).length === 0 || Object.keys(history).length > 0) return [];
  const message =
    'ids were renamed, and there is no history.yaml, so codes of the earlier version cannot be read; run "role-advisor check --history" in that version, and paste what it prints';
  return [{ code: "no-history", message, file: "pack.yaml", path: ["renamed"], part: "key" }];
}

/** Warns if history.yaml lists other questions for the current version: the pack has changed without a new version. */
function findUnraisedVersion(pack: Pack): Warning[] {
  const { version, history } = pack;
  const inWords = (layout: Layout) =>
    layout.map(({ id, pick, options }) => [id, pick, ...options].join(" ")).join("\n");
  const today = inWords(layoutOf(pack));
  if (!Object.entries(history).some(([of, layout]) => of === version && inWords(layout) !== today)) return [];
  const message = `its questions and options differ from those in history.yaml for ${version}; raise the version, so that codes of the old version can still be read`;
  return [{ code: "version-not-raised", message, file: "pack.yaml", path: ["version"], part: "value" }];
}

/** Finds questions and options of earlier versions that have no successor today: their codes lose those answers. */
function findLostHistory({ history, questions, renamed, gone }: Pack): Warning[] {
  return Object.entries(history).flatMap(([version, layout]) =>
    layout.flatMap(({ id, pick, options }): Warning[] => {
      if (gone.includes(id)) return [];
      const name = Object.hasOwn(renamed, id) ? renamed[id] : id;
      const now = questions.find((question) => question.id === name);
      if (now === undefined) return [lossWarning("question", id, [version, id], "key")];
      const isKnown = (option: string) =>
        now.options.some((one) => one.id === option) ||
        [id, now.id].some((question) => Object.hasOwn(renamed, `${question}.${option}`)) ||
        gone.includes(`${id}.${option}`);
      return options.flatMap((option, i) =>
        isKnown(option) ? [] : [lossWarning("option", `${id}.${option}`, [version, id, pick, i], "value")],
      );
    }),
  );
}

function lossWarning(what: string, id: string, path: Warning["path"], part: Warning["part"]): Warning {
  const message = `the ${what} ${id} no longer exists, so old codes lose such answers; say in pack.yaml what it is called now under "renamed", or that it has no successor under "gone"`;
  return { code: "lost-history", message, file: "history.yaml", path, part };
}
