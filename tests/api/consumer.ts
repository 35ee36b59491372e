import {
  type Advice,
  type Answers,
  type Audit,
  advise,
  audit,
  type Fault,
  loadPack,
  type Pack,
  type PackFiles,
  parseAnswers,
  parsePack,
  RoleAdvisorError,
  renderMarkdown,
  renderText,
  type TextOptions,
} from "role-advisor";

/** What a program may rely on, as its compiler sees it. It is compiled where no dependency is installed. */
export async function consume(files: PackFiles, options: TextOptions): Promise<string> {
  const pack: Pack = await loadPack("./my-pack", "/tmp");
  const other: Pack = parsePack(files, "my-pack");
  const answers: Answers = parseAnswers(pack, { bookstore: "engineering", departments: ["sales"] });
  const advice: Advice = advise(pack, { ...answers, mba: ["planned"] });
  const measured: Audit = audit(other);
  const [first] = measured.pairs;
  const swing: number | undefined = first?.influence[0]?.swing;
  const role: string | null = advice.recommendation.role;
  const verdict: "tie" | "early" | "close" | "leaning" | "clear" = advice.recommendation.verdict;
  try {
    parseAnswers(pack, { [role ?? verdict]: swing });
  } catch (error) {
    if (!(error instanceof RoleAdvisorError)) throw error;
    const faults: readonly Fault[] = error.faults;
    const place: (string | number | undefined)[] = [error.code, error.file, error.line, error.column];
    return `${faults.length} ${place.join(":")}`;
  }
  // @ts-expect-error a pack is not to be changed
  pack.id = "another";
  // @ts-expect-error answers are lists of option ids
  advise(pack, { mba: "planned" });
  return renderText(pack, advice, options) + renderMarkdown(pack, advice);
}
