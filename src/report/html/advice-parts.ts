import { type Advice, comparedRoles, type Path, type RolePath } from "../../advice/advice.ts";
import { verdicts } from "../../advice/judge.ts";
import { formatNumber } from "../../pack/language.ts";
import { say } from "../../pack/say.ts";
import { pathSections } from "../advice-document.ts";
import { answerOrOpen, findQuestion, sayFigures, sayTrust, shortName } from "../advice-sentences.ts";
import { sourceLine } from "../citations.ts";
import type { Section } from "../document.ts";
import { verdictCondition } from "../guide-documents.ts";
import { sayStanding, stagesFrom } from "../path-sentences.ts";
import { commandLine, type Invocation } from "../replay.ts";
import { compareRoles } from "../role-documents.ts";
import { drawBar } from "./charts.ts";
import { listOf, type Setting, sectionAsHtml } from "./document-html.ts";
import { type Html, html, link } from "./markup.ts";
import { drawPulls } from "./pull-chart.ts";

type PartRenderer = (setting: Setting, advice: Advice, section: Section, start: Invocation) => Html | null;

/** Renderers, by id, of parts of the page that need more than the usual layout of a section. Null leaves a part out. */
export const partRenderers: Readonly<Record<string, PartRenderer>> = {
  why: showReasons,
  neighbours: showNeighbours,
  trust: showTrust,
  deciding: showDeciding,
  both: showBoth,
  path: (setting, { path, recommendation: { role } }) => path && showStages(setting, path, role ?? ""),
  tries: showTrialsOfBoth,
  pulls: ({ pack }, { portrait }) => drawPulls(pack, [{ name: null, pulls: portrait.pulls }]),
  roles: showRoles,
  numbers: showNumbers,
  answers: showAnswers,
  sources: showSources,
};

/** Reasons for the leader, and below them the sum of all reasons, which is the margin. */
function showReasons(setting: Setting, advice: Advice, section: Section): Html | null {
  const { pack } = setting;
  const [leader = "", rival = ""] = comparedRoles(advice.recommendation).map((role) => shortName(advice, role));
  const margin = formatNumber(pack, advice.recommendation.margin);
  const reasons = sectionAsHtml(section, setting);
  return reasons && html`${reasons}<p class="hint">${say(pack, "reasons.sum", { leader, rival, margin })}</p>`;
}

/** Neighbours, each with the command that describes it. */
function showNeighbours({ cite }: Setting, { neighbours }: Advice, _: Section, start: Invocation): Html | null {
  const parts = neighbours.map(
    ({ id, name, ...look }) =>
      html`<p><b>${name}.</b> ${cite(look)} <code>${commandLine(start, `roles ${id}`)}</code></p>`,
  );
  return parts.length === 0 ? null : html`${parts}`;
}

/** How far to trust the advice, and a button that tries the flip in the what-if. */
function showTrust(setting: Setting, advice: Advice): Html {
  const { pack } = setting;
  const rival = advice.flip === null ? null : shortName(advice, advice.flip.to);
  const button = rival && html`<button type="button" data-flip>${say(pack, "page.try-flip", { rival })}</button>`;
  return html`
    ${sectionAsHtml({ paragraphs: sayTrust(pack, advice) }, setting)}
    ${button && html`<p class="scripted">${button}</p>`}`;
}

/** The questions that would decide an undecided call. Open ones have a badge. */
function showDeciding({ pack }: Setting, { deciding, questions: { open } }: Advice): Html | null {
  const badge = html` <span class="badge">${say(pack, "page.open")}</span>`;
  const items = deciding.map((id) => html`<li>${findQuestion(pack, id).ask}${open.includes(id) && badge}</li>`);
  return items.length === 0 ? null : html`<ul class="plain">${items}</ul>`;
}

/** The stages of a path as a line. The person's stage is unfolded. */
function showStages(setting: Setting, path: Path, role: string): Html | null {
  const { pack, cite } = setting;
  const { at } = stagesFrom(path);
  const standing = sayStanding(pack, path);
  const here = html` <span class="badge">${say(pack, "path.you-are-here")}</span>`;
  const stages = path.stages.map((stage, i) => {
    return html`
      <li class="${i < at ? "past" : i === at ? "here" : "ahead"}"${i === at && html` aria-current="step"`}>
      <details id="stage-${role}-${stage.id}"${i === at && html` open`}><summary>${stage.title}${i === at && here}</summary>
      <p>${cite(stage)}</p>${stage.usual !== "" && html`<p class="hint">${stage.usual}</p>`}
      ${listOf(stage.do, setting, "steps")}</details></li>`;
  });
  if (stages.length === 0) return null;
  return html`<ol class="path">${stages}</ol>${standing && html`<p class="hint">${standing}</p>`}`;
}

/** Kinds and paths of both roles of an undecided call, side by side. */
function showBoth(setting: Setting, advice: Advice): Html | null {
  return sideBySide(setting, advice, (of) => {
    const kind = sectionOf(setting, advice, of, "kind") ?? html`<p class="hint">${say(setting.pack, "kind.none")}</p>`;
    return html`${kind}${showStages(setting, of.path, of.role)}`;
  });
}

/** Experiments for both roles of an undecided call, side by side. */
function showTrialsOfBoth(setting: Setting, advice: Advice): Html | null {
  return sideBySide(setting, advice, (of) => sectionOf(setting, advice, of, "try"));
}

function sectionOf(setting: Setting, advice: Advice, of: RolePath, id: string): Html | null {
  return sectionAsHtml(pathSections(setting.pack, advice, of).find((section) => section.id === id) ?? {}, setting);
}

function sideBySide(setting: Setting, { paths }: Advice, show: (of: RolePath) => Html | null): Html | null {
  const sides = paths.flatMap((of) => {
    const body = show(of);
    return body === null ? [] : [html`<div><h3>${setting.look(of.role).label}</h3>${body}</div>`];
  });
  return sides.length === 0 ? null : html`<div class="both">${sides}</div>`;
}

function showRoles(setting: Setting): Html | null {
  const [table = {}] = compareRoles(setting.pack, setting.pack.roles).sections;
  return sectionAsHtml({ ...table, heading: say(setting.pack, "page.roles") }, setting);
}

/** The scale of verdicts, the figures that details show, and the points of each role of the most it could have. */
function showNumbers(setting: Setting, advice: Advice): Html {
  const { pack, look } = setting;
  const limits = pack.evidence?.limits ?? "";
  const most = Math.max(1, ...advice.roles.map(({ possible }) => possible));
  const meters = advice.roles.map(({ id, short, points, possible }) => {
    const figure = `${formatNumber(pack, points)} ${say(pack, "verdict.possible", { possible })}`;
    return html`<div><dt>${say(pack, "page.points-bar", { role: short })}</dt><dd>${drawBar(points / most, look(id).ink, possible / most)}<b class="figure">${figure}</b></dd></div>`;
  });
  return html`
    ${drawScale(setting, advice)}
    <p>${say(pack, `verdicts.${advice.recommendation.verdict}-means`)}</p>
    ${sayFigures(pack, advice).map((sentence) => html`<p>${sentence}</p>`)}
    <dl class="meters">${meters}</dl>
    ${limits !== "" && html`<p>${limits}</p>`}`;
}

/** The scale of verdicts with their conditions (DESIGN 5.4), with a badge at the verdict of this advice. */
function drawScale({ pack }: Setting, { recommendation }: Advice): Html {
  const badge = html` <span class="badge">${say(pack, "page.this-one")}</span>`;
  const steps = verdicts.flatMap((verdict) => {
    const condition = verdictCondition(pack, verdict);
    const isThis = verdict === recommendation.verdict;
    const name = html`<b>${say(pack, `verdicts.${verdict}`)}</b>${isThis && badge}`;
    return condition === null
      ? []
      : [html`<li${isThis && html` aria-current="true"`}>${name} <span>${condition}</span></li>`];
  });
  return html`<ol class="scale">${steps}</ol>`;
}

/** Every question, topic by topic, with its answer. */
function showAnswers({ pack }: Setting, { answers }: Advice): Html {
  const topics = pack.topics.map(({ title, questions }) => {
    const items = questions.map((id) => {
      const answer = answerOrOpen(pack, id, answers[id]);
      return html`<div><dt>${findQuestion(pack, id).ask}</dt><dd>${answers[id] === undefined ? html`<span class="quiet">${answer}</span>` : answer}</dd></div>`;
    });
    return html`<h3>${title}</h3><dl class="answers">${items}</dl>`;
  });
  return html`${topics}`;
}

/** The sources that the page cites, in the order of their numbers. */
function showSources({ citations }: Setting): Html | null {
  const items = citations.list().map(
    ({ number, source }) => html`
      <li id="source-${number}" value="${number}"><bdi>${sourceLine(source)}</bdi>
      ${source.note !== undefined && html` <bdi class="quiet">${source.note}</bdi>`}
      ${source.url !== undefined && html` <bdi class="url">${link(source.url, source.url)}</bdi>`}</li>`,
  );
  return items.length === 0 ? null : html`<ol class="sources">${items}</ol>`;
}
