/**
 * Every fixed sentence of reports and pages, in the order in which a reader meets them. A pack can word any of them anew in
 * words.yaml. {Names in braces} are filled in. Where a number decides, there is a text for each plural form: {n} is that number
 * in digits, {number} in words.
 */
export const sections = {
  number: {
    about: "Small numbers as they stand in a sentence.",
    words: {
      "0": "no",
      "1": "one",
      "2": "two",
      "3": "three",
      "4": "four",
      "5": "five",
      "6": "six",
      "7": "seven",
      "8": "eight",
      "9": "nine",
      "10": "ten",
      "11": "eleven",
      "12": "twelve",
    },
  },
  answers: {
    about: "How many questions were answered, at the top of every result, and what stands in place of an answer.",
    words: {
      counted: "{answered} of the {scored} that count answered",
      all: "all {scored} that count answered",
      short: "short form: {answered} of the {scored} that count asked",
      none: "None of these",
      open: "Left open",
    },
  },
  portrait: {
    about: "The person, before the verdict, where no trait pulls strongly.",
    words: {
      nothing: "No single thing pulls you strongly: your answers spread over many.",
    },
  },
  verdict: {
    about: "The verdict, at the top of every result, and in short in its last line.",
    words: {
      nothing: "No recommendation yet: no question that counts is answered.",
      tie: "Your answers do not choose between {leaders}.",
      early: "It is too early to say; so far your answers point to {leader}.",
      close: "Your answers hardly choose between {leader} and {rival}; a little to {leader}.",
      leaning: "Your answers lean to {leader}.",
      clear: "Your answers point clearly to {leader}.",
      "nothing-short": "No recommendation yet.",
      "tie-short": "No choice yet between {leaders}.",
      "early-short": "{leader} so far.",
      "close-short": "{leader}, by a little.",
      "leaning-short": "Leaning to {leader}.",
      "clear-short": "{leader}, clearly.",
      points: { one: "{n} point", other: "{n} points" },
      possible: "of {possible}",
      spoken: "{points} for {role}",
    },
  },
  headings: {
    about: "Headings of a result, in their order.",
    words: {
      why: "Why {role}",
      for: "For {role}",
      against: "Against it",
      fit: "The job and you",
      neighbours: "Also look at",
      trust: "How far to trust this",
      deciding: "What would decide it",
      both: "Both paths",
      kind: "Your kind of {role}",
      path: "Your way",
      "path-to": "Your way to {role}",
      next: "Next",
      first: "Try first, whichever it is",
      try: "What to try",
      "try-for": "What to try on the way to {role}",
      mind: "Keep in mind",
      counterpart: "Working together",
      pulls: "What draws you",
      contributions: "What each answer adds",
      flip: "What would end the lead",
      limits: "How far this reaches",
      answers: "Your answers",
      sources: "Sources",
    },
  },
  reasons: {
    about: "Why: what a trait adds to the points of the leader over the other role.",
    words: {
      from: "{trait} ({questions})",
      "from-more": "{questions} and {n} more",
      plus: "plus {points}",
      minus: "minus {points}",
      spoken: "{points}: {title}. {because}",
      more: { one: "and one smaller reason, {points}", other: "and {number} smaller reasons, together {points}" },
      sum: "Points for {leader}, less points for {rival}. Together they make the difference of {margin}.",
    },
  },
  fit: {
    about: "What the leader's work is most made of, and how it draws the person.",
    words: {
      faint: "{trait} hardly draws you, and the {role} job is full of it.",
      more: "The same goes for {traits}.",
      "list-strong": "Draws you strongly: {traits}.",
      "list-some": "Draws you somewhat: {traits}.",
      "list-faint": "Hardly draws you: {traits}.",
    },
  },
  pull: {
    about: "How far the answers show a trait, in a table.",
    words: {
      trait: "Trait",
      shown: "Your answers show",
      strong: "strongly",
      some: "somewhat",
      faint: "hardly",
      unknown: "not known",
      amount: "{had} of {possible}",
    },
  },
  trust: {
    about: "How far to trust the result: open questions, answers that would change it, weights, and real cases.",
    words: {
      nothing: "Nothing you answered counts for any of the roles yet.",
      level: "The points are level, so one answer that you see differently decides.",
      few: "Answer {questions} differently, and {rival} catches up.",
      many: {
        one: "One answer would have to change before {rival} catches up: {questions}.",
        other: "{number} answers would have to change before {rival} catches up: {questions}.",
      },
      firm: "Nothing you could answer differently would let {rival} catch up.",
      closed: {
        one: "No answer to the question still open can end the lead.",
        other: "No answer to the {number} questions still open can end the lead.",
      },
      open: {
        one: "One question that counts is still open, and could turn it.",
        other: "{number} questions that count are still open, and could turn it.",
      },
      short: "The rest of the questions would only tell how clearly.",
      evidence: "Of {of} real cases whose answers pointed as firmly, it agreed with the title held in {right}.",
      counted: {
        one: "Of the {combinations} ways to answer the question still open, {leads}. That is a count, not a chance.",
        other:
          "Of the {combinations} ways to answer the {number} questions still open, {leads}. That is a count, not a chance.",
      },
      sampled: {
        one: "Of {samples} ways to answer the question still open, drawn from {combinations} with seed {seed}, {leads} (standard error {error}). That is a count, not a chance.",
        other:
          "Of {samples} ways to answer the {number} questions still open, drawn from {combinations} with seed {seed}, {leads} (standard error {error}). That is a count, not a chance.",
      },
      leads: "{role} leads in {n}",
      shared: "the lead is shared in {n}",
      always: "{leader} leads however the questions are weighed.",
      weights: {
        one: "The result holds even if the question counted {radius} more or less.",
        other: "The result holds even if every question counted {radius} more or less.",
      },
      share: "Of all ways to weigh them, {leader} leads in {share}.",
      "every-share": "Of all ways to weigh them, {leader} leads in every one.",
      "sampled-share":
        "Of {samples} ways to weigh them, drawn with seed {seed}, {leader} leads in {share} (standard error {error}).",
      change: "{question}: {to} instead of {from}",
    },
  },
  kind: {
    about: "The kind of the role that fits best, and how narrowly.",
    words: {
      named: "{kind}. {say}",
      level: "{kind}, level with the next kind",
      ahead: { one: "{kind}, {n} point ahead of the next kind", other: "{kind}, {n} points ahead of the next kind" },
      none: "No kind stands out.",
    },
  },
  path: {
    about: "The way to the role, where the person stands on it, and what to try.",
    words: {
      here: "{stage} (you)",
      "you-are-here": "you are here",
      unknown: "Where you stand on it is not known: you left {questions} open.",
      unfit: "Your answers fit no stage of it.",
      passed: "You have been through the stages before this one; they are what you can teach.",
      untested: "{trait} draws you, and nothing you have ticked shows it yet: is it still fun when it is work?",
      faint: "{trait} hardly draws you, and the job is full of it: could you live with it?",
      grow: "{trait}: nothing you have ticked shows it yet, and the job needs it.",
      "grow-more": "{trait}: you have shown some, and the job asks for more.",
      learn: "What it tells you: {learn}",
      "row-kind": "Kind",
      "row-here": "You are here",
      "row-next": "After that",
      "row-step": "Next step",
      "row-try": "Try",
    },
  },
  mind: {
    about: "What to keep in mind: the heading of the tension, and of a note that is about one of several roles.",
    words: {
      tension: "Drawn to {drawn}, experienced as {able}",
      note: "{role}: {title}",
      counterpart: "With the {role}",
    },
  },
  end: {
    about: "The last lines of a result.",
    words: {
      limits: "It weighs what draws you and tests nothing. Sources and the rest:",
      again: "To see this again:",
      next: "Next: {step}",
    },
  },
  verdicts: {
    about: "The table of verdicts, in the guide and in details: when each one is said, and what it means.",
    words: {
      title: "How sure the advice is, and what its numbers say",
      tie: "Tie",
      early: "Early",
      close: "Close",
      leaning: "Leaning",
      clear: "Clear",
      words: "In words",
      when: "When",
      means: "What it means for you",
      first: "The first that holds is the verdict.",
      "tie-when": "Two roles or more share the lead.",
      "early-when": "Questions that are still open could end the lead.",
      "up-to-when": {
        one: "One answer, given differently, would end the lead.",
        other: "{from} to {number} answers, given differently, would end the lead.",
      },
      "exactly-when": {
        one: "One answer, given differently, would end the lead.",
        other: "{number} answers, given differently, would end the lead.",
      },
      "clear-when": {
        one: "One answer or more, given differently, would be needed to end the lead, or no change could.",
        other: "{number} answers or more, given differently, would be needed to end the lead, or no change could.",
      },
      "tie-means": "Nothing is recommended. Look at what would decide it, and at both paths side by side.",
      "early-means": "Answer more, those first that the advice names. Until then the leader is a first guess.",
      "close-means":
        "Your answers do not tell the two apart, and that is news you can use: both may suit you, or neither. Think again about what would decide it, and read both paths.",
      "leaning-means": "A direction and not yet a decision. Try it in small steps before you bet on it.",
      "clear-means":
        "Your answers agree with each other. Whether they fit your world is what the first steps find out.",
    },
  },
  numbers: {
    about: "What the numbers in details say: a title and a text for each.",
    words: {
      title: "The numbers beside it",
      points: "Points",
      "points-text":
        "What your answers give a role: the strength of each trait that they show, times what the role makes of it. The lead is a difference of points, and each reason tells what one trait adds to it or takes from it.",
      flip: "Answers that would have to change",
      "flip-text":
        "The smallest set of answers that would let another role catch up. What you cannot decide to change, such as years of work, is never in it.",
      weights: "How much the questions could weigh",
      "weights-text":
        "Somebody chose the weights. As long as each question is worth more or less by no more than the share given, all of them at once and in any direction, the leader stays. The second share tells in which part of all ways to weigh the questions it leads. A way is any split of the weight among the questions that you answered, from all of it on one to the same for each, and each split counts alike.",
      open: "Ways to answer what is open",
      "open-text":
        "In how many of all ways to answer the open questions each role would lead. Every way counts once, so this is a count and not a chance.",
      absent: "What is not among them",
      "absent-text": "A probability. No number here says how likely you are to be right, happy or hired.",
    },
  },
  roles: {
    about: "A role, and roles side by side: the headings of what is known of them.",
    words: {
      list: "The roles in short",
      neighbours: "Roles beside them",
      full: "{name} ({short})",
      "in-short": "In short",
      faces: "Faces",
      orientation: "Orientation",
      measured_by: "Measured by",
      responsibilities: "Responsibilities",
      goals: "Goals",
      challenges: "Hard parts",
      reports_to: "Reports to",
      qualifies_by: "What qualifies for it",
      weighs: "What it weighs",
      "weighs-most": "Weighs most",
      weight: "{trait} ({weight})",
      kinds: "Kinds",
      path: "The way there",
      stage: "{n}. {stage}",
      counterpart: "Working together",
      look: "If your answers point here",
      side: "{roles} side by side",
    },
  },
  guide: {
    about: "The guide: what a reader can look up.",
    words: {
      title: "The knowledge behind the advice",
    },
  },
} as const satisfies Record<string, Section>;

export type EnglishEntry = string | { readonly one: string; readonly other: string };

interface Section {
  /** Where these sentences stand. */
  readonly about: string;
  readonly words: Readonly<Record<string, EnglishEntry>>;
}

/** The same for whoever walks through them. */
export const allSections: Readonly<Record<string, Section>> = sections;
