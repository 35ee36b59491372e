import {
  type Advice,
  type Answers,
  type Audit,
  addSummaries,
  advise,
  answersFromCode,
  audit,
  type Checked,
  type Chunks,
  type CohortOptions,
  type Comparison,
  check,
  codeFromAnswers,
  compare,
  type Fault,
  type Judgement,
  judge,
  loadPack,
  type Pack,
  type PackFiles,
  parseAnswers,
  parsePack,
  type ReadAnswers,
  type ReportOptions,
  type Respondent,
  RoleAdvisorError,
  readAnswers,
  readCohort,
  renderHtml,
  renderMarkdown,
  renderText,
  type Side,
  type Summary,
  summarizeCohort,
  type TextOptions,
} from "role-advisor";

/** What a program may rely on, as its compiler sees it. It is compiled where no dependency is installed. */
export async function consume(files: PackFiles, text: TextOptions, report: ReportOptions): Promise<string> {
  const pack: Pack = await loadPack("./my-pack", "/tmp");
  const other: Pack = parsePack(files, "my-pack");
  const answers: Answers = parseAnswers(pack, { bookstore: "engineering", departments: ["sales"] });
  const advice: Advice = advise(pack, { ...answers, mba: ["planned"] });
  const measured: Audit = audit(other);
  const checked: Checked = check("./my-pack");
  const problems: number = checked.errors;
  const [first] = measured.pairs;
  const swing: number | undefined = first?.influence[0]?.swing;
  const role: string | null = advice.recommendation.role;
  const verdict: "tie" | "early" | "close" | "leaning" | "clear" = advice.recommendation.verdict;
  const pull: "strong" | "some" | "faint" | null | undefined = advice.portrait.pulls[0]?.pull;
  const judged: Judgement = judge(pack, answers);
  const flip: number | null = judged.flip;
  try {
    parseAnswers(pack, { [role ?? verdict]: swing });
  } catch (error) {
    if (!(error instanceof RoleAdvisorError)) throw error;
    const faults: readonly Fault[] = error.faults;
    const place: (string | number | undefined)[] = [error.code, error.file, error.line, error.column, error.more];
    return `${faults.length} ${place.join(":")}`;
  }
  // @ts-expect-error a pack is not to be changed
  pack.id = "another";
  // @ts-expect-error nor is an advice
  advice.recommendation.margin = 0;
  // @ts-expect-error answers are lists of option ids
  advise(pack, { mba: "planned" });
  const read: ReadAnswers = readAnswers(pack, "mba: planned", "me.yaml");
  const same: Answers = answersFromCode(pack, codeFromAnswers(pack, read.answers)).answers;
  const sides: readonly Side[] = [
    { name: "me", answers },
    { name: "my mentor", answers: same },
  ];
  const compared: Comparison = compare(pack, sides);
  const chunks: Chunks = ["id,mba\n", new Uint8Array(0)];
  const options: CohortOptions = { from: "csv" };
  const rows: string[] = [];
  for await (const respondent of readCohort(pack, chunks, options)) rows.push(nameOf(respondent));
  const summary: Summary = addSummaries(
    await summarizeCohort(pack, chunks, options),
    await summarizeCohort(pack, chunks, options),
  );
  const pages =
    renderText(pack, advice, text) + renderMarkdown(pack, advice, report) + renderHtml(pack, advice, report);
  return `${pages}${rows}${summary.respondents}${compared.margins}${problems}${pull}${flip}`;
}

function nameOf({ row, id, name, date, answers, faults }: Respondent): string {
  return `${row} ${id} ${name} ${date} ${answers === null ? faults.join() : Object.keys(answers).length}`;
}
